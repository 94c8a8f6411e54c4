"""How fetching says no."""

from collections.abc import Mapping

from harkara.intake.refusals import Refused


class NotFetched(Refused):
    """What lies at an address was not fetched; the message says why, in one line.

    `wait` is how many seconds its server asked to be left alone, if it did; `gone` says that the
    server promised that nothing will ever lie there again.
    """

    def __init__(
        self,
        message: str,
        values: Mapping[str, object] | None = None,
        *,
        wait: int | None = None,
        gone: bool = False,
    ) -> None:
        super().__init__(message, values)
        self.wait = wait
        self.gone = gone
