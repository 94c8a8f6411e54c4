"""Graphemes: text counted and cut by what a reader calls a letter (क्षा, न्दी, 👨‍👩‍👧).

A grapheme is a cluster of Unicode's UAX #29 with the conjuncts of rule GB9c: स्त्री is one.
"""

from itertools import islice

import regex

from harkara.text.chars import ELLIPSIS, FLAG_LETTER, JOINERS
from harkara.text.languages import HINDI, Profile

# Flags are pairs of letters. \X counts back over a whole row of them for each one: we do not.
CLUSTER = regex.compile(rf"[{FLAG_LETTER}]{{2}}[\p{{M}}{JOINERS}]*|\X")
_LOOSE_END = regex.compile(r"[\s\p{Pd}\p{Ps}\p{Pi},;:।॥.…]+\Z")
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
    return text[: _end_of(text, most)]


def ellipsis(text: str, most: int) -> str:
    """Return a text of at most so many letters, with an ellipsis where it was cut.

    The cut is at the end of a word where one is near, and never inside a syllable.

    >>> ellipsis("राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात", 16)
    'राजनाथ सिंह ने रूसी…'
    >>> ellipsis("राजनाथ सिंह", 16)
    'राजनाथ सिंह'
    """
    beginning = cut(text, most)
    if len(beginning) == len(text) or most == 0:
        return beginning
    room = cut(text, most - 1)
    ends = [found.start() for found in _SPACE.finditer(text[: len(room) + 1])]
    near = [end for end in ends if length(room[:end]) >= SHORTEST_SHARE * (most - 1)]
    return _LOOSE_END.sub("", room[: near[-1]] if near else room) + ELLIPSIS


def reading_minutes(words: int, *, profile: Profile = HINDI) -> int:
    """Return how many minutes a story of so many words takes to read, at least one.

    Hindi is counted at 200 words a minute. There is no norm for silent reading of Hindi news
    that we know of: the figure is an assumption, set below the 238 words a minute that
    Brysbaert's review of 190 studies found for English (Journal of Memory and Language,
    2019), because Hindi writes its postpositions as words but packs more into each letter.

    >>> reading_minutes(90), reading_minutes(620)
    (1, 3)
    """
    return max(1, round(words / profile.words_per_minute))


def _end_of(text: str, most: int) -> int:
    end = 0
    for cluster in islice(CLUSTER.finditer(text), most):
        end = cluster.end()
    return end
