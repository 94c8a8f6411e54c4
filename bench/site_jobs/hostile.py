"""Hostile queries: operators, quotes, control characters, statements, and what costs most."""

import time
from collections.abc import Iterator
from random import Random

from bench.measuring.asking import Reader, questions
from bench.measuring.figures import Figure
from bench.press_jobs.running import Site
from bench.site_jobs.doors import PAGE
from harkara.search import index
from harkara.search.documents import Query
from harkara.text.tokens import STOP_WORDS

TARGET = 200.0
LONG = 10_000
IN_AN_ADDRESS = 2_000
"""So many characters of a query fit into any address."""
PIECES = (
    '"', "'", "-", "+", "*", "?", "~", "^", ":", "(", ")", "[", "]", "{", "}", "/", "\\", "|", "&&",
    "AND", "OR", "NOT", "NEAR", "TO", "body:", "headline:*", "*:*", "/.*/", "a*", "~2", "^9",
    "--", ";",
    "';DROP TABLE words;--", "' OR 1=1", "%", "_", "\x00", "\x1b[2J", "\r\n", "\u202e", "\ufeff",
    "\ud800", "😀", "<script>", "{{7*7}}", "${x}", "\u200d", "्", "ः", "1,50,000.5", "१२", "एस-400",
)  # fmt: skip


def measure(site: Site, runs: int) -> Iterator[Figure]:
    """Give the longest that any query takes, inside a process and at the door."""
    current = index.current()
    key = f"hostile/{current.count()}"
    hostile = [text for _, text in zip(range(runs), made_up(questions(runs)), strict=False)]
    current.search(Query(text="राम"))
    processor, wall = [], []
    for text in hostile:
        began, worked = time.perf_counter(), time.thread_time()
        current.search(Query(text=text))
        processor.append((time.thread_time() - worked) * 1000)
        wall.append((time.perf_counter() - began) * 1000)
    yield Figure(f"{key}/worst", max(processor), "ms", target=TARGET)
    yield Figure(f"{key}/worst-wall", max(wall), "ms")
    reader, door = Reader(site.port), []
    for text in hostile:
        plain = text.encode(errors="replace").decode()[:IN_AN_ADDRESS]
        status, _page, spent = reader.ask(PAGE, q=plain)
        assert status == 200, (status, plain)
        door.append(spent)
    reader.close()
    yield Figure(f"{key}/worst-at-the-door", max(door), "ms")


def made_up(queries: list[str], seed: int = 1826) -> Iterator[str]:
    """Give hostile queries without end: every kind, and mixtures of them with true queries."""
    chance = Random(seed)
    words = [word for query in queries for word in query.split()]
    latin = [word for word in words if word.isascii()]
    common = sorted(STOP_WORDS)
    while True:
        yield " ".join(chance.choices(PIECES, k=chance.randint(1, 40)))
        yield " ".join(chance.choices([*PIECES, *words], k=chance.randint(2, 40)))
        yield " ".join(chance.choices(latin, k=32))
        yield " ".join(chance.choices(common, k=32))
        yield f'"{" ".join(chance.choices(latin, k=16))}" "{" ".join(chance.choices(words, k=16))}'
        yield " ".join(chance.choices("abcdefghijklmnopqrstuvwxyzकखगघ", k=32))
        yield " ".join(f"-{word}" for word in chance.choices(words, k=32))
        yield "".join(chance.choices("अआकाखीगुघेचोजंट्", k=LONG))
        yield "".join(chance.choices("aeiourstnmkhlpy", k=LONG))
        yield " ".join(chance.choices(words, k=LONG // 5))[:LONG]
        yield chance.choice(PIECES) * chance.randint(1, LONG)
