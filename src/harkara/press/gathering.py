"""Pages made together: what they share is made once, and rows are fetched for all of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from harkara.press import clock
from harkara.press.recorder import together

# Called with the paths of pages that are about to be made together, inside the block that lets them
# share. Higher rooms fetch there what those pages will read.
gatherers: list[Callable[[Sequence[str]], object]] = []


@contextmanager
def made_together(paths: Sequence[str]) -> Iterator[int]:
    """Let pages be made together; gives what the clock said before anything was read for them."""
    seen = clock.now()
    with together():
        if len(paths) > 1:
            for gather in gatherers:
                gather(paths)
        yield seen
