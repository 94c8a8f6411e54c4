"""How intake says no."""

from collections.abc import Mapping

from django.utils.translation import gettext


class Refused(Exception):
    """What came in cannot be taken; the message is one line in the user's language.

    It is a msgid with named values, translated when it is shown.
    """

    def __init__(self, message: str, values: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.values = values or {}

    def __str__(self) -> str:
        return gettext(self.message) % self.values
