"""Graphemes: text counted and cut by what a reader calls a letter (क्षा, न्दी, 👨‍👩‍👧).

A grapheme is a cluster of Unicode's UAX #29 with the conjuncts of rule GB9c: स्त्री is one.
"""

from collections.abc import Callable

import regex

from harkara.text.chars import (
    CONSONANT,
    ELLIPSIS,
    FLAG_LETTER,
    JOINERS,
    LEFT_DOUBLE_QUOTE,
    LEFT_SINGLE_QUOTE,
    NUKTA,
    RIGHT_DOUBLE_QUOTE,
    RIGHT_SINGLE_QUOTE,
    VIRAMA,
)
from harkara.text.languages import HINDI, Profile

# Flags are pairs of letters. \X counts back over a whole row of them for each one: we do not.
CLUSTER = regex.compile(rf"[{FLAG_LETTER}]{{2}}[\p{{M}}{JOINERS}]*|\X")
_LOOSE_END = regex.compile(r"[\s\p{Pd}\p{Ps}\p{Pi},;:।॥.…]+\Z")
_HALF_END = regex.compile(rf"(?:[{CONSONANT}]{NUKTA}?+{VIRAMA}[{JOINERS}]*+)++\Z")
_CLOSES = {
    LEFT_DOUBLE_QUOTE: RIGHT_DOUBLE_QUOTE,
    LEFT_SINGLE_QUOTE: RIGHT_SINGLE_QUOTE,
    "(": ")",
    '"': '"',
}
_QUOTES = regex.compile("[" + regex.escape("".join({*_CLOSES, *_CLOSES.values()})) + "]")
_SPACE = regex.compile(r"\s+")
SHORTEST_SHARE = 0.6
"""How much of the room a cut at a word's end must fill; a long word is cut inside instead."""


def graphemes(text: str) -> list[str]:
    """Return the letters of a text as a reader counts them.

    >>> graphemes("हिन्दी स्त्री")
    ['हि', 'न्दी', ' ', 'स्त्री']
    """
    return CLUSTER.findall(text)


def length(text: str) -> int:
    """Return how many letters a reader counts in a text.

    >>> length("क्षत्रिय"), len("क्षत्रिय")
    (3, 8)
    """
    return sum(1 for _ in CLUSTER.finditer(text))


def cut(text: str, most: int) -> str:
    """Return the beginning of a text, at most so many letters, never inside one.

    Raises ValueError if the number is below zero.

    >>> cut("हिन्दी समाचार", 2)
    'हिन्दी'
    """
    if most < 0:
        message = f"a text cannot be cut to {most} letters"
        raise ValueError(message)
    if len(text) <= most:
        return text
    return text[: _end_of(text, most, lambda _: 1)]


def ellipsis(
    text: str,
    most: float,
    *,
    measure: Callable[[str], float] = length,
    profile: Profile = HINDI,
) -> str:
    """Return a text of at most so many letters, with an ellipsis where it was cut.

    The cut is at the end of a word where one is near, and never inside a syllable. A word that
    leads on to the next (ने, के, और) is left off too, and a quotation that was cut is closed.
    `measure` gives the room a letter takes, if it is not letters that count: `width.ems`.

    >>> ellipsis("राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात", 16)
    'राजनाथ सिंह ने रूसी…'
    >>> ellipsis("राजनाथ सिंह ने की बात", 12)
    'राजनाथ सिंह…'
    >>> ellipsis("बोले मोदी- ‘देश सबसे पहले है’", 16)
    'बोले मोदी- ‘देश सबसे…’'
    >>> ellipsis("राजनाथ सिंह", 16)
    'राजनाथ सिंह'
    """
    end = _end_of(text, most, measure)
    if end == len(text) or most <= 0:
        return text[:end]
    room = most - measure(ELLIPSIS)
    short = _cut_short(text, room, measure, profile)
    marks = _unclosed(short)
    if marks:
        short = _cut_short(text, room - sum(map(measure, marks)), measure, profile)
        marks = _unclosed(short)
    whole = short + ELLIPSIS + marks
    return whole if sum(measure(one) for one in graphemes(whole)) <= most else ""


def _cut_short(text: str, room: float, measure: Callable[[str], float], profile: Profile) -> str:
    """Return the beginning that fits, to the end of its last word that ends well."""
    beginning = text[: _end_of(text, room, measure)]
    ends = [found.start() for found in _SPACE.finditer(text[: len(beginning) + 1])]
    enough = SHORTEST_SHARE * length(beginning)
    near = ends[-1:] if ends and length(beginning[: ends[-1]]) >= enough else []
    if near:
        beginning = beginning[: near[0]]
    elif len(beginning) < len(text):
        beginning = _HALF_END.sub("", beginning)
    beginning = _LOOSE_END.sub("", beginning)
    while (last := beginning.rpartition(" "))[1] and last[2] in profile.leading_on:
        beginning = _LOOSE_END.sub("", last[0])
    return beginning


def _unclosed(text: str) -> str:
    """Return the marks that close what is still open, the last opened first."""
    waiting: list[str] = []
    for mark in _QUOTES.findall(text):
        if waiting and mark == waiting[-1]:
            waiting.pop()
        elif mark in _CLOSES:
            waiting.append(_CLOSES[mark])
    return "".join(reversed(waiting))


def _end_of(text: str, most: float, measure: Callable[[str], float]) -> int:
    end, used = 0, 0.0
    for cluster in CLUSTER.finditer(text):
        used += measure(cluster[0])
        if used > most:
            return end
        end = cluster.end()
    return end
