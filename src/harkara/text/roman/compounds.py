"""Compounds: a Hindi word made of parts, each spoken as a word of its own."""

import re
from collections.abc import Iterator

from harkara.text.chars import ANUSVARA, MATRA, NUKTA, VIRAMA
from harkara.text.chars import CONSONANT as LETTERS
from harkara.text.languages import HINDI, Profile
from harkara.text.roman.letters import spell
from harkara.text.roman.loans import own_spelling
from harkara.text.roman.parts_table import CUSTOMS, HEADS, JOINED, TAILS
from harkara.text.roman.sounds import CONSONANT, Sounds, spoken

# Words made of an echo: गड़·बड़, थप·थपाना, लह·लहाते.
_ECHO = re.compile(
    f"[{LETTERS}]{NUKTA}?([{LETTERS}]{NUKTA}?)(?=[{LETTERS}]{NUKTA}?\\1[{MATRA}{LETTERS}]?)"
)
# What may follow a first part: no cluster but one that a word can begin with.
_REST = re.compile(f"[{LETTERS}]{NUKTA}?(?:(?!{VIRAMA})|(?<!र){VIRAMA}[यरव])")
# A dot before one of the rows is its nasal: शुभङ्कर and not शुभं·कर, but स्वयं·सेवक.
_NASAL_OF_ROW = re.compile(f"{ANUSVARA}[क-घच-झट-ढत-धप-भ]")
_LONGEST_TAIL = max(map(len, TAILS))
_LONGEST_HEAD = max(map(len, HEADS))
_SHORTEST_HEAD = 2
_SHORTEST_REST = 3
_SHORTEST_KNOWN = 5
"""Shorter words of the tables look like Hindi ones: सर is sir, but not in सरकार."""
# Two consonants said as one: a doubled one, and a nasal of the row of the next.
_LIKE_ONE = frozenset(
    first + second
    for first, seconds in (
        *(
            (row[0], row[:2])
            for row in ("कख", "गघ", "चछ", "जझ", "टठ", "डढ", "तथ", "दध", "पफ", "बभ")
        ),
        *(
            (nasal, row)
            for nasal, row in zip("ङञणनम", ("कखगघ", "चछजझ", "टठडढ", "तथदध", "पफबभ"), strict=True)
        ),
        ("न", "न"),
    )
    for second in seconds
)


def spell_parts(word: str, profile: Profile = HINDI) -> str:
    """Return the Roman spelling of a Hindi word, its parts spoken one by one.

    >>> spell_parts("राजनाथ"), spell_parts("महासचिव"), spell_parts("गड़बड़ी")
    ('rajnath', 'mahasachiv', 'gadbadi')
    >>> spell_parts("जन्मस्थान"), spell_parts("पुलिसकर्मी"), spell_parts("जयसिंह")
    ('janmasthan', 'policekarmi', 'jaisingh')
    """
    if word in CUSTOMS:
        return CUSTOMS[word]
    for head, tail in _cuts(word):
        return _head(head, profile) + (JOINED.get(tail) or spell_parts(tail, profile))
    return spell(word, profile)


def _head(head: str, profile: Profile) -> str:
    """Return the spelling of a first part, a vowel after it if it ends in two consonants."""
    known = own_spelling(head) if len(head) >= _SHORTEST_KNOWN else None
    if known is not None:
        return known
    if _ends_in_cluster(spoken(head, profile)):
        return spell_parts(head, profile) + "a"
    return spell_parts(head, profile).replace("ee", "i")


def _ends_in_cluster(found: Sounds) -> bool:
    """Say whether a part ends in two different consonants: जन्म and अर्थ, not बुद्ध or हिन्द."""
    if len(found) < 3 or not found[-1].kind == found[-2].kind == CONSONANT:
        return False
    return found[-2].letter + found[-1].letter not in _LIKE_ONE


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Yield where a compound may be cut into two words, the likeliest first."""
    for size in range(min(_LONGEST_TAIL, len(word) - _SHORTEST_HEAD), 0, -1):
        head, tail = word[:-size], word[-size:]
        if tail in TAILS and _stands_alone(head) and not _NASAL_OF_ROW.match(word, len(head) - 1):
            yield head, tail
    echo = _ECHO.match(word)
    if echo:
        yield word[: echo.end()], word[echo.end() :]
    for size in range(min(_LONGEST_HEAD, len(word) - _SHORTEST_REST), 1, -1):
        head, rest = word[:size], word[size:]
        if head in HEADS and _REST.match(rest) and _count(rest) >= _SHORTEST_REST:
            yield head, rest


def _stands_alone(head: str) -> bool:
    return head[-1] != VIRAMA and _count(head) >= _SHORTEST_HEAD


def _count(part: str) -> int:
    return sum(char.isalpha() for char in part)
