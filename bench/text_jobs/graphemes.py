"""Whether letters are counted as Unicode's own library counts them, and how fast.

`same-as-ours` is the share of lines whose letters a rival finds at the same places. ICU older
than 74 does not know the rule for conjuncts (GB9c) and parts क्ष by the older custom of UAX #29.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice, pairwise

from bench.measuring.clock import seconds
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from harkara.text.graphemes import graphemes

SOURCES = ("news-", "headlines-", "comments-", "paragraphs-")
FIELDS = ("headline", "title", "text")
MOST_LINES = 6_000
MOST_OF_A_SET = 600
SLOW_LINES = 400


def measure(data: Data) -> Iterator[Figure]:
    """Give the agreement with ICU and the speed."""
    lines = list(islice(some_lines(data), MOST_LINES))
    if not lines:
        return
    few = lines[:SLOW_LINES]
    size = sum(len(line.encode()) for line in few)
    for name, split in splitters():
        at = f"@{name}" if name else ""
        spent = seconds(partial(_split_all, split, few))
        yield Figure(f"graphemes/lines/MB-a-second{at}", size / spent / 1e6, "MB/s")
        if name:
            compared = lines if name == "icu" else few
            same = sum(split(line) == graphemes(line) for line in compared)
            yield Figure(f"graphemes/lines/same-as-ours{at}", same / len(compared))
    assert all("".join(graphemes(line)) == line for line in lines)


def _split_all(split: Callable[[str], list[str]], lines: list[str]) -> None:
    for line in lines:
        split(line)


def splitters() -> Iterator[tuple[str, Callable[[str], list[str]]]]:
    """Give ours and the rivals that are installed."""
    yield "", graphemes
    if icu := rival("icu"):
        breaks = icu.BreakIterator.createCharacterInstance(icu.Locale("hi"))

        def by_icu(line: str) -> list[str]:
            text = icu.UnicodeString(line)
            breaks.setText(text)
            ends = [0, *breaks]
            return [str(text[a:b]) for a, b in pairwise(ends)]

        yield "icu", by_icu
    if uniseg := rival("uniseg.graphemecluster"):
        yield "uniseg", lambda line: list(uniseg.grapheme_clusters(line))
    if grapheme := rival("grapheme"):
        yield "grapheme", lambda line: list(grapheme.graphemes(line))


def some_lines(data: Data) -> Iterator[str]:
    """Give lines of every set, some of each."""
    for name in filter(data.has, chain(*map(data.names, SOURCES))):
        rows = (str(row.get(field) or "") for row in data.rows(name) for field in FIELDS)
        yield from islice(
            (line for text in rows for line in text.split("\n") if line), MOST_OF_A_SET
        )
