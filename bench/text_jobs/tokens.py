"""How well words and sentences are found, on a treebank, beside what one would pick instead.

Sentences: those of the treebank are joined with one space, and the places where they meet are to
be found again. Places are counted without white space, so that nobody gains or loses by it. Some
of the treebank's sentences end in no mark at all; nobody can find those. In `glued`, the
treebank's space before a danda is taken away first, as newspapers print it. `cases` are the
hand-made texts of the tests: a case counts when all of its sentences are right.

Words: the span of every form of the treebank that has a letter or a digit is to be found, and
nothing else. Marks are left out on both sides; a full stop that the treebank counts to an
abbreviation (डॉ.) is left out too.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from bench.measuring.clock import seconds
from bench.measuring.data import Data, Row
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from harkara.text.chars import DANDA
from harkara.text.tokens import sentences, words

TREEBANK = "treebank-hdtb-hi"

Splitter = Callable[[str], Sequence[str]]
Spans = set[tuple[int, int]]
Place = TypeVar("Place")
CASES = Path(__file__).resolve().parents[2] / "tests" / "text" / "cases" / "sentences.json"


def measure(data: Data) -> Iterator[Figure]:
    """Give precision, recall, F1 and speed of sentences and words."""
    if not data.has(TREEBANK):
        return
    rows = list(data.rows(TREEBANK))
    for name, split in sentence_splitters():
        yield from sentence_figures(rows, f"@{name}" if name else "", split)
    for name, split in word_splitters():
        yield from word_figures(rows, f"@{name}" if name else "", split)


def sentence_splitters() -> Iterator[tuple[str, Splitter]]:
    """Give ours and the rivals that are installed."""
    yield "", sentences
    if indic := rival("indicnlp.tokenize.sentence_tokenize"):
        yield "indic-nlp-library", lambda text: indic.sentence_split(text, "hi")
    if icu := rival("icu"):
        yield "icu", icu_splitter(icu.BreakIterator.createSentenceInstance(icu.Locale("hi")), icu)


def word_splitters() -> Iterator[tuple[str, Splitter]]:
    """Give ours and the rivals that are installed."""
    yield "", words
    if indic := rival("indicnlp.tokenize.indic_tokenize"):
        yield "indic-nlp-library", lambda text: indic.trivial_tokenize(text, "hi")
    if icu := rival("icu"):
        yield "icu", icu_splitter(icu.BreakIterator.createWordInstance(icu.Locale("hi")), icu)
    yield "re", re.compile(r"\w+").findall


def icu_splitter(iterator: "Iterator[int]", icu: object) -> Splitter:
    """Return a splitter of one of ICU's iterators, which counts in units of UTF-16."""

    def split(text: str) -> list[str]:
        units = icu.UnicodeString(text)  # type: ignore[attr-defined]
        iterator.setText(units)  # type: ignore[attr-defined]
        places = [0, *iterator]
        return [str(units[start:end]) for start, end in pairwise(places)]

    return split


def sentence_figures(rows: list[Row], at: str, split: Splitter) -> Iterator[Figure]:
    """Give the figures of one splitter of sentences."""
    spaced = [row["text"] for row in rows]
    glued = [text.replace(f" {DANDA}", DANDA) for text in spaced]
    for form, texts in (("sentence", spaced), ("sentence-glued", glued)):
        found = ends(split(" ".join(texts)))
        yield from scores(form, at, ends(texts), found)
    cases = json.loads(CASES.read_text("utf-8"))
    right = sum(
        [part.strip() for part in split(case["source"])] == case["expect"] for case in cases
    )
    yield Figure(f"tokens/cases/sentence-share{at}", right / len(cases))
    whole = " ".join(glued)
    taken = seconds(lambda: split(whole))
    yield Figure(f"tokens/{TREEBANK}/sentence-speed{at}", megabytes(whole) / taken, "MB/s")


def word_figures(rows: list[Row], at: str, split: Splitter) -> Iterator[Figure]:
    """Give the figures of one splitter of words."""
    wanted: set[tuple[int, ...]] = set()
    found: set[tuple[int, ...]] = set()
    for number, row in enumerate(rows):
        wanted |= {(number, *span) for span in spans(row["text"], row["forms"])}
        found |= {(number, *span) for span in spans(row["text"], split(row["text"]))}
    yield from scores("word", at, wanted, found)
    whole = " ".join(row["text"] for row in rows)
    taken = seconds(lambda: split(whole))
    yield Figure(f"tokens/{TREEBANK}/word-speed{at}", megabytes(whole) / taken, "MB/s")


def ends(parts: Sequence[str]) -> set[int]:
    """Return where parts end, counted without white space; the last end is no boundary."""
    found, place = set(), 0
    for part in parts:
        place += sum(map(len, part.split()))
        found.add(place)
    return found - {0, place}


def spans(text: str, parts: Sequence[str]) -> Spans:
    """Return where the parts that hold a letter or a digit stand in a text."""
    found, place = set(), 0
    for part in parts:
        start = text.find(part, place)
        if start < 0:
            continue
        place = start + len(part)
        bare = part.rstrip(".")
        if any(letter.isalnum() for letter in bare):
            found.add((start, start + len(bare)))
    return found


def scores(form: str, at: str, wanted: Set[Place], found: Set[Place]) -> Iterator[Figure]:
    """Give precision, recall and F1 of what was found."""
    right = len(wanted & found)
    for measure, value in (
        ("precision", right / max(1, len(found))),
        ("recall", right / max(1, len(wanted))),
        ("f1", 2 * right / max(1, len(found) + len(wanted))),
    ):
        yield Figure(f"tokens/{TREEBANK}/{form}-{measure}{at}", value)


def megabytes(text: str) -> float:
    """Return the size of a text in UTF-8."""
    return len(text.encode()) / 1e6
