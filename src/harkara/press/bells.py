"""Bells: how a change that was committed wakes the workers at once, in whatever process they are.

Each waiting worker keeps a named pipe in one folder; who marks pages stale rings them all. A bell
carries no truth: one that is missed costs the worker's usual wait, nothing else.
"""

import os
import select
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from django.conf import settings

SUFFIX = ".bell"


class Bell:
    """One worker's bell, there while the block lasts."""

    def __enter__(self) -> Self:
        folder = _folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # It has its name once it is open: before that, who rings would take it for a dead one's.
        draft = folder / f".{os.getpid()}-{uuid4().hex}"
        os.mkfifo(draft, 0o600)
        # Opened for both, it is never at its end because the last who rang went away.
        self._pipe = os.open(draft, os.O_RDWR | os.O_NONBLOCK)
        self._path = draft.rename(folder / f"{draft.name[1:]}{SUFFIX}")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> None:
        os.close(self._pipe)
        self._path.unlink(missing_ok=True)

    def ring(self) -> None:
        """Wake the worker this bell belongs to."""
        # A bell that is full of rings has been heard.
        with suppress(BlockingIOError):
            os.write(self._pipe, b".")

    def wait(self, seconds: float) -> bool:
        """Wait until the bell rings, at most so long; say whether it rang."""
        rang = bool(select.select([self._pipe], [], [], seconds)[0])
        with suppress(BlockingIOError):
            while rang and os.read(self._pipe, 4096):
                pass
        return rang


def ring(**_said: Any) -> None:
    """Wake every worker that waits; the bells of dead ones are cleared away."""
    for path in _folder().glob(f"*{SUFFIX}"):
        try:
            pipe = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            # Its worker died: no one has the other end.
            path.unlink(missing_ok=True)
            continue
        # A bell that is full of rings has been heard.
        with suppress(BlockingIOError, BrokenPipeError):
            os.write(pipe, b".")
        os.close(pipe)


def _folder() -> Path:
    return Path(settings.PRESS_BELLS)
