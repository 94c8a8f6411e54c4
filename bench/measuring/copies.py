"""Copies: stories as they come back changed, made on purpose from real ones, with a known share.

A copy keeps some paragraphs of a story in another order, spells their words as another desk would,
has slips of the finger, paragraphs of a foreign story between its own, and another headline.
"""

import re
from dataclasses import dataclass
from random import Random

from harkara.text.tokens import sentences, words

SPELLED_OTHERWISE = 0.5
"""How often a word is spelled otherwise, where it has another spelling."""
SLIPS = 0.01
"""How many of all words lose a character."""
FEWEST_PIECES = 6
"""A story of fewer paragraphs is taken by its sentences: extraction lost their breaks."""

# What desks spell this way or that, in the middle of a word.
SPELLINGS = (
    ("ँ", "ं"),
    ("\N{DEVANAGARI SIGN NUKTA}", ""),
    ("न्द", "ंद"),
    ("न्त", "ंत"),
    ("म्प", "ंप"),
    ("म्ब", "ंब"),
    ("ञ्च", "ंच"),
    ("ण्ड", "ंड"),
    ("ंद", "न्द"),
    ("ंत", "न्त"),
    ("ंप", "म्प"),
    ("ंब", "म्ब"),
    ("गए", "गये"),
    ("गई", "गयी"),
    ("गयी", "गई"),
    ("गये", "गए"),
    ("चाहिए", "चाहिये"),
    ("लिए", "लिये"),
    ("कॉ", "का"),
    ("डॉ", "डा"),
    ("ऑ", "आ"),
    ("त्त्व", "त्व"),
)
_WORD = re.compile(r"[^\s]+")


@dataclass(frozen=True, slots=True)
class Copy:
    """A changed story: of which one it is a copy, its words, and which share of them is old."""

    of: int
    headline: str
    text: str
    share: float


def pieces(text: str) -> list[str]:
    """Return the paragraphs of a text; its sentences, where it has too few."""
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    return paragraphs if len(paragraphs) >= FEWEST_PIECES else sentences(" ".join(paragraphs))


def copy(of: int, headline: str, text: str, foreign: str, share: float, chance: Random) -> Copy:
    """Return a copy that shares so much: of the story's words, and so many of its own.

    Whole paragraphs are kept, so the share is met to within one of them: what was reached is said.
    """
    own = pieces(text)
    wanted = share * _size(text)
    kept = _some(own, wanted, chance)
    shared = sum(map(_size, kept))
    added = _some(pieces(foreign), shared / share - shared, chance)
    mixed = [respelled(piece, chance) for piece in kept] + added
    chance.shuffle(mixed)
    whole = "\n".join(mixed)
    return Copy(
        of=of,
        headline=_other_headline(headline, foreign, chance),
        text=whole,
        share=min(shared / max(_size(text), 1), shared / max(_size(whole), 1)),
    )


def respelled(text: str, chance: Random) -> str:
    """Return a text as another desk would spell it, with slips of the finger."""
    return _WORD.sub(lambda word: _respelled(word[0], chance), text)


def _respelled(word: str, chance: Random) -> str:
    for spelling, other in SPELLINGS:
        if spelling in word and chance.random() < SPELLED_OTHERWISE:
            word = word.replace(spelling, other)
            break
    if len(word) > 3 and chance.random() < SLIPS:
        lost = chance.randrange(1, len(word))
        word = word[:lost] + word[lost + 1 :]
    return word


def _some(given: list[str], wanted: float, chance: Random) -> list[str]:
    """Return pieces in any order, of about so many words together; the last is cut to fit."""
    taken: list[str] = []
    left = wanted
    for piece in chance.sample(given, len(given)):
        if left < 1:
            break
        cut = piece.split()[: max(round(left), 1)]
        taken.append(" ".join(cut))
        left -= len(cut)
    return taken


def _other_headline(headline: str, foreign: str, chance: Random) -> str:
    """Return a headline that keeps half of the words, in another order."""
    own = words(headline)
    return " ".join([*chance.sample(own, len(own) // 2), *words(foreign)[:4]])


def _size(text: str) -> int:
    return len(text.split())
