"""How much damage `normalise` mends, and how much sound text it leaves alone.

Sound lines of the folder's news (well-formed syllables, composed, no space before a mark) are
damaged at one place, one kind at a time; a line counts when it comes back exactly. `untouched`
is the share of sound lines that are given back as they were: whoever changes them does harm.
"""

import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice
from random import Random

import regex

from bench.measuring.clock import seconds
from bench.measuring.damage import KINDS
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from harkara.text.normalise import normalise

SOURCES = ("news-", "headlines-", "longform-")
FIELDS = ("headline", "title", "text")
MOST_LINES = 4_000
MOST_OF_A_SET = 800
SHORTEST, LONGEST = 20, 300
SYLLABLE = regex.compile(
    r"(?:[क-ह]\u093c?\u094d)*[क-ह]\u093c?(?:[\u093e-\u094c]|\u094d(?!\w))?[\u0901\u0902]?\u0903?"
    r"|[अ-औ][\u0901\u0902]?\u0903?|[ऽॐ०-९]"
)
LINE = regex.compile(rf"(?:{SYLLABLE.pattern}|[A-Za-z0-9 .,;:?!()%/&+\"'@#₹‘’“”–—…।-])++")
UGLY = regex.compile(r"  | [।,;?!]|।[\w]|^ | $|“ | ”|[0०](?=\W)(?<=[\u0904-\u0963].)|&\w+;")


def measure(data: Data) -> Iterator[Figure]:
    """Give the share of lines restored for each kind of damage, and of sound lines untouched."""
    lines = list(islice(sound_lines(data), MOST_LINES))
    if not lines:
        return
    yield Figure("normalise/news/sound-lines", len(lines), "lines")
    for name, mend in menders():
        at = f"@{name}" if name else ""
        kept = sum(mend(line) == line for line in lines)
        yield Figure(f"normalise/news/untouched{at}", kept / len(lines), "", 1.0)
        for kind in KINDS:
            share = restored(lines, kind, mend)
            if share is not None:
                yield Figure(f"normalise/news/{kind.replace(' ', '-')}{at}", share, "", 1.0)
        spent = seconds(partial(_mend_all, mend, lines))
        size = sum(len(line.encode()) for line in lines)
        yield Figure(f"normalise/news/sound-MB-a-second{at}", size / spent / 1e6, "MB/s")


def _mend_all(mend: Callable[[str], str], lines: list[str]) -> None:
    for line in lines:
        mend(line)


def menders() -> Iterator[tuple[str, Callable[[str], str]]]:
    """Give ours and the rivals that are installed."""
    yield "", normalise
    yield "NFC", lambda text: unicodedata.normalize("NFC", text)
    if ftfy := rival("ftfy"):
        yield "ftfy", ftfy.fix_text
    if indic := rival("indicnlp.normalize.indic_normalize"):
        yield "indic-nlp-library", indic.IndicNormalizerFactory().get_normalizer("hi").normalize


def restored(lines: list[str], kind: str, mend: Callable[[str], str]) -> float | None:
    """Return the share of damaged lines that come back exactly, or None if none takes damage."""
    chance = Random(kind)
    damaged = [(line, KINDS[kind](line, chance)) for line in lines]
    taken = [(line, hurt) for line, hurt in damaged if hurt is not None and hurt != line]
    if not taken:
        return None
    if kind == "CRLF":
        return sum(mend(hurt) == f"{line}\n{line}" for line, hurt in taken) / len(taken)
    return sum(mend(hurt) == line for line, hurt in taken) / len(taken)


def sound_lines(data: Data) -> Iterator[str]:
    """Give lines that nobody should have to mend, some of each set."""
    for name in chain(*map(data.names, SOURCES)):
        if name.endswith("-hi") and data.has(name):
            yield from islice(_sound_lines_of(data, name), MOST_OF_A_SET)


def _sound_lines_of(data: Data, name: str) -> Iterator[str]:
    seen: set[str] = set()
    for row in data.rows(name):
        for field in FIELDS:
            for line in str(row.get(field) or "").split("\n"):
                if line not in seen and SHORTEST <= len(line) <= LONGEST and is_sound(line):
                    seen.add(line)
                    yield line


def is_sound(line: str) -> bool:
    """Say whether a line is well typed, by the grammar of the script and not by our fixers."""
    return (
        LINE.fullmatch(line) is not None
        and UGLY.search(line) is None
        and unicodedata.is_normalized("NFC", line)
    )
