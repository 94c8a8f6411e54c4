"""Lines to find old fonts in: each word with the font it is typed in, or none."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bench.measuring.data import Data

FONTS = {"krutidev010": "kruti-dev", "chanakya": "chanakya"}
"""What the data call a font, and what we do."""
MOST = 800
MIXED = 1500
MARKS = (
    "desk@example.in",
    "https://www.example.com/desh/?id=12",
    "www.example.co.in",
    "#ElectionResults",
    "@PMOIndia",
    "reporter.desk@example.com",
    "98765-43210",
    "2,500",
    "12/11/2019",
    "50%",
    "BJP",
    "CBI",
    "WhatsApp",
    "Google",
    "Microsoft",
    "YouTube",
)
# Tweets come in tokens, their links taken apart.
_LINK = re.compile(r"https? ?:? ?/* ?t ?\. ?co ?/ ?(\S+)")
_ENGLISH = re.compile(r"[A-Z][a-z]+(?: [A-Za-z0-9,'’-]+){5,25}[.!?]")
_TAGS = re.compile(r"<[^>]+>|\\[nt\"]")

Words = list[tuple[str, str]]
"""The words of a line, each with its font's name, or an empty one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, what kind it is, and where its words are typed in an old font."""

    kind: str
    words: Words

    @property
    def text(self) -> str:
        """The line as it reads."""
        return " ".join(word for word, _ in self.words)


def lines(data: Data) -> Iterator[Line]:
    """Yield lines of one kind each, then mixtures of three to nine words of each kind."""
    chance = random.Random(0)
    old: dict[str, list[str]] = {font: [] for font in FONTS.values()}
    for row in data.rows("legacyfont-hi"):
        old[FONTS[row["font"]]].append(row["legacy"])
    other = {"english": english(data), "roman": roman(data), "unicode": unicode(data)}
    for kind, found in (old | other).items():
        for text in chance.sample(found, min(MOST, len(found))):
            yield Line(kind, _labelled(text, kind if kind in old else ""))
    everything = [text for found in other.values() for text in found]
    for _ in range(MIXED):
        font = chance.choice(sorted(old))
        words: Words = []
        for _ in range(chance.randint(2, 4)):
            draw = chance.random()
            if draw < 0.45:
                words += _labelled(_piece(chance.choice(old[font]), chance), font)
            elif draw < 0.6:
                words += _labelled(chance.choice(MARKS), "")
            else:
                words += _labelled(_piece(chance.choice(everything), chance), "")
        yield Line("mixed", words)


def english(data: Data) -> list[str]:
    """Return English sentences from agencies' items and from other systems' exports."""
    found: set[str] = set()
    for name in ("agency-formats", "cms-exports"):
        for row in data.rows(name) if data.has(name) else ():
            found.update(_ENGLISH.findall(_TAGS.sub("\n", row.get("text") or "")))
    return sorted(found)


def roman(data: Data) -> list[str]:
    """Return Hindi written in Roman letters, much of it mixed with English."""
    found = []
    if data.has("hinglish-sentimix"):
        for row in data.rows("hinglish-sentimix"):
            line = _LINK.sub(r"https://t.co/\1", " ".join(row["tokens"]))
            found.append(line.replace("@ ", "@").replace("# ", "#"))
    if data.has("comments-hatehinglish"):
        found += [row["text"] for row in data.rows("comments-hatehinglish")]
    return found


def unicode(data: Data) -> list[str]:
    """Return Hindi headlines."""
    name = "news-factcheck-hi"
    return [row["title"] for row in data.rows(name) if row["title"]] if data.has(name) else []


def _labelled(text: str, font: str) -> Words:
    return [(word, font) for word in text.split()]


def _piece(text: str, chance: random.Random) -> str:
    words = text.split()
    many = chance.randint(3, 9)
    start = chance.randint(0, max(0, len(words) - many))
    return " ".join(words[start : start + many])
