"""Asking: what readers type into a search box, and a reader who asks a running site for it."""

import http.client
import itertools
import time
from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode

from harkara.newsroom.models import LiveStory
from harkara.text.romanise import romanise
from harkara.text.tokens import words

MOST_WORDS = 6
SAMPLE = 2_000
TIMEOUT = 60.0
EACH_PLACE = 50
"""A site counts what programs ask, a minute and network address: no more from one address."""
_PLACES = itertools.cycle(f"127.0.{high}.{low}" for high in range(1, 250) for low in range(1, 250))


def questions(count: int, seed: int = 1826) -> list[str]:
    """Return queries of one to six words from headlines of the site, every other one in Roman."""
    chance = Random(seed)
    numbers = list(LiveStory.objects.order_by("pk").values_list("pk", flat=True))
    chosen = chance.sample(numbers, min(SAMPLE, len(numbers)))
    headlines = list(LiveStory.objects.filter(pk__in=chosen).values_list("headline", flat=True))
    made = []
    for at in range(count):
        said = words(chance.choice(headlines))
        start = chance.randrange(len(said))
        some = " ".join(said[start : start + chance.randint(1, MOST_WORDS)])
        made.append(romanise(some).lower() if at % 2 else some)
    return made


class Reader:
    """One who asks one thing after the other, over a connection that is kept."""

    def __init__(self, port: int) -> None:
        """Take the port of the site."""
        self._port = port
        self._places = _PLACES
        self._connection: http.client.HTTPConnection | None = None
        self._asked = 0

    def ask(self, path: str, **said: str) -> tuple[int, str, float]:
        """Ask for something; return its status, its text and how many milliseconds it took."""
        if self._asked % EACH_PLACE == 0:
            self._move()
        assert self._connection
        self._asked += 1
        began = time.perf_counter()
        self._connection.request("GET", f"{path}?{urlencode(said)}")
        answer = self._connection.getresponse()
        text = answer.read().decode()
        return answer.status, text, (time.perf_counter() - began) * 1000

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection:
            self._connection.close()

    def _move(self) -> None:
        """Come from another address: as a crowd of readers would."""
        self.close()
        self._connection = http.client.HTTPConnection(
            "127.0.0.1", self._port, timeout=TIMEOUT, source_address=(next(self._places), 0)
        )
        self._connection.connect()


def beginnings(queries: list[str]) -> Iterator[str]:
    """Give what is typed on the way to some queries, as a box asks for completions of it."""
    for query in queries:
        last = query.rpartition(" ")[2]
        for end in range(2, len(last) + 1):
            yield query[: len(query) - len(last) + end]
