"""The studio: draws pictures in processes of their own while the paper is made."""

import os
import signal
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from harkara.demo import pictures
from harkara.demo.stories import Picture

# As wide as the widest rendition: nothing of it would be seen if it were larger.
SIZE = (1280, 853)


def draw(picture: Picture, size: tuple[int, int] = SIZE) -> bytes:
    """Return a picture as a JPEG."""
    return pictures.draw(picture.scene, picture.seed, size)


class Studio:
    """Draws what it is given from the moment it is opened; closing it leaves off."""

    def __init__(self, wanted: Iterable[Picture]) -> None:
        # A process started anew has nothing of this one's: no open database, no threads' locks.
        # It leaves Ctrl-C to this one.
        self._pool = ProcessPoolExecutor(
            os.cpu_count(),
            get_context("spawn"),
            initializer=signal.signal,
            initargs=(signal.SIGINT, signal.SIG_IGN),
        )
        self._drawings: dict[Picture, Future[bytes]] = {
            picture: self._pool.submit(pictures.draw, picture.scene, picture.seed, SIZE)
            for picture in dict.fromkeys(wanted)
        }

    def __enter__(self) -> "Studio":
        return self

    def __exit__(self, *_error: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def draw(self, picture: Picture) -> bytes:
        """Return a picture as a JPEG as soon as it is drawn."""
        return self._drawings[picture].result()
