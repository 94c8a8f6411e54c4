"""Parsing: what was typed into a search box, taken apart. Nothing is refused.

    शरद पवार "आम बजट" -फिल्म

asks for the phrase, prefers the words and leaves out stories with the last one. A quotation mark
that is not closed, a minus before nothing and every other mark is a space.
"""

from dataclasses import dataclass

import regex

from harkara.search.analysis import parts
from harkara.text.tokens import words

MOST_WORDS = 32
"""So many words of a query are looked at, those of phrases and those left out among them."""
LONGEST = 2_000
"""So many characters of a query are looked at."""
_MARKS = str.maketrans(
    dict.fromkeys("“”„‟«»\N{FULLWIDTH QUOTATION MARK}", '"')
    | dict.fromkeys("–\N{MINUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}", "-")
)
_PIECE = regex.compile(
    r'(?<![^\s(])(?P<minus>-?)(?:"(?P<quoted>[^"]*+)"|(?P<run>[^\s"]++))|[^\s"]++'
)
_UNSEEN = regex.compile(r"[\p{Cc}\p{Cs}\p{Co}\p{Cn}]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query, taken apart into words as they were typed."""

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    """Words that must stand one after another."""
    without: tuple[tuple[str, ...], ...] = ()
    """Words and phrases that must not be there."""
    left_out: int = 0
    """How many words at the end were not looked at."""


def parse(text: str) -> Parsed:
    """Take a query apart.

    >>> parsed = parse('शरद पवार „आम बजट” -फिल्म')
    >>> parsed.words, parsed.phrases, parsed.without
    (('शरद', 'पवार'), (('आम', 'बजट'),), (('फिल्म',),))
    """
    head = _UNSEEN.sub(" ", text[:LONGEST]).translate(_MARKS)
    found: list[str] = []
    phrases: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    left, left_out = MOST_WORDS, len(text[LONGEST:].split())
    for piece in _PIECE.finditer(head):
        quoted, inside = _read(piece)
        left_out += max(0, len(inside) - left)
        inside = inside[:left]
        left -= len(inside)
        if piece["minus"] and inside:
            without.append(tuple(inside))
        elif quoted and inside:
            phrases.append(tuple(inside))
        else:
            found += inside
    return Parsed(tuple(found), tuple(phrases), tuple(without), left_out)


def _read(piece: regex.Match[str]) -> tuple[bool, list[str]]:
    """Return whether a piece is quoted, and its words."""
    quoted = piece["quoted"]
    inside = (piece["run"] or piece[0]) if quoted is None else quoted
    return quoted is not None, [part for word in words(inside) for part in parts(word)]
