"""Searching: an archive to search in, queries with their answers, and what rivals find."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import fmean
from time import process_time, thread_time

from bench.measuring.clock import percentiles
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from harkara.search.backends.base import Backend
from harkara.search.documents import Document, Query

NOW = datetime(2026, 6, 1, tzinfo=UTC)
TEN = 10
KNOWN_ITEMS, ARCHIVE = "search-roman-knownitem-hi", "news-factcheck-hi"

Search = Callable[[str], list[int]]
FTS5_AS_IT_COMES = "unicode61"
"""As Wagtail makes its table on SQLite: it splits words at vowel signs."""
FTS5_WHOLE_WORDS = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
"""Plain BM25 over whole words as they are written."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the numbers of the stories that answer it."""

    text: str
    relevant: frozenset[int]


def archive(data: Data) -> list[Document]:
    """Return the stories that the known items are among, numbered from 1."""
    rows = enumerate(data.rows(ARCHIVE), start=1)
    return [document(number, str(row["title"]), str(row["text"])) for number, row in rows]


def document(number: int, headline: str, text: str) -> Document:
    """Return a story; the higher its number, the older it is."""
    at = NOW - timedelta(minutes=number)
    return Document(number=number, headline=headline, body=tuple(text.split("\n")), published_at=at)


def known_items(data: Data, script: str) -> list[Asked]:
    """Return the queries for known items, in `roman` or `devanagari`."""
    numbers = {str(row["id"]): number for number, row in enumerate(data.rows(ARCHIVE), start=1)}
    return [
        Asked(str(row[f"query_{script}"]), frozenset(numbers[one] for one in row["relevant"]))
        for row in data.rows(KNOWN_ITEMS)
    ]


def fill(index: Backend, stories: Iterable[Document]) -> float:
    """Make an index of stories, and return how many a second of the processor it took in."""
    began, count = process_time(), 0
    with index.rebuild() as writer:
        for story in stories:
            writer.put(story)
            count += 1
        writer.commit()
    return count / (process_time() - began)


def ours(index: Backend) -> Search:
    """Return the search by an index of ours: the first ten stories."""
    return lambda text: [hit.number for hit in index.search(Query(text=text)).hits]


def fts5(stories: Iterable[Document], tokenize: str) -> Search:
    """Return the search by SQLite's FTS5, any of the words, by BM25."""
    table = sqlite3.connect(":memory:")
    quoted = tokenize.replace("'", "''")
    table.execute(f"CREATE VIRTUAL TABLE story USING fts5(title, body, tokenize = '{quoted}')")
    table.executemany(
        "INSERT INTO story (rowid, title, body) VALUES (?, ?, ?)",
        ((story.number, story.headline, "\n".join(story.body)) for story in stories),
    )

    def search(text: str) -> list[int]:
        asked = " OR ".join('"{}"'.format(word.replace('"', "")) for word in text.split())
        rows = table.execute(
            "SELECT rowid FROM story WHERE story MATCH ? ORDER BY rank LIMIT ?", (asked, TEN)
        )
        return [number for (number,) in rows]

    return search


def quality(
    key: str,
    asked: list[Asked],
    search: Search,
    at: str = "",
    clock: Callable[[], float] = thread_time,
) -> Iterator[Figure]:
    """Give how well a search answers, and how long it takes.

    A rival that works in a process of its own wants a clock on the wall.
    """
    ranks, times = [], []
    for one in asked:
        began = clock()
        found = search(one.text)
        times.append((clock() - began) * 1000)
        rank = next((place for place, hit in enumerate(found, 1) if hit in one.relevant), 0)
        ranks.append(rank)
    yield Figure(f"{key}/mrr-10{at}", fmean(1 / rank if rank else 0.0 for rank in ranks))
    yield Figure(f"{key}/first{at}", fmean(rank == 1 for rank in ranks))
    yield Figure(f"{key}/in-10{at}", fmean(rank > 0 for rank in ranks))
    middle, worst = percentiles(times)
    yield Figure(f"{key}/p50{at}", middle, "ms")
    yield Figure(f"{key}/p99{at}", worst, "ms")
