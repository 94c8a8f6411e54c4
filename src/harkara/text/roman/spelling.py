"""Spelling: the ways a Roman spelling may be written in Devanagari, by rules alone.

A beam of the likeliest beginnings goes along the letters. Each step reads some letters as a
sound (`typing_table.py`, the ways that are used everywhere) and adds what it costs to write it
so (`spelling_table.py`).
"""

from collections.abc import Iterator
from functools import lru_cache
from heapq import nsmallest

from harkara.text.chars import VIRAMA
from harkara.text.roman import spelling_table as table
from harkara.text.roman.sounds import CONSONANT, LONE_VOWELS, SCHWA, SIGNS, VOWEL
from harkara.text.roman.typed import GROUP_WAYS, SILENT, SOUND_WAYS, VOWELS, placed

WIDTH = 14
"""How many beginnings are kept at each letter."""
LONGEST = 30
"""Letters beyond these are not spelled: no typed word is so long."""
Row = tuple[str, ...]
Begun = dict[Row, int]
"""Beginnings of a word, given as the sounds they are written with, and what they cost."""
Ways = dict[str, list[tuple[Row, int]]]
"""What a row of Roman letters may stand for, and what reading and writing it so costs."""

_DEAREST = 24
_LEFT_OUT = 40
_NASALS = frozenset("ंँ")
_SHORT = frozenset({SCHWA, "a", "i", "u"})
# Vowels that do not follow each other.
_LIKE = {SCHWA: "A", "a": "A", "I": "i", "U": "u", "O": "o", "ai": "e", "au": "o"}
_VOWEL_LETTERS = frozenset("aeiou")
# What follows a sound: nothing, a vowel, a consonant.
_END, _OPEN, _CLOSED = range(3)
_LONE_ONLY = "a"
_SIGN = {name: sign for sign, name in reversed(SIGNS.items())}
_LONE = {name: letter for letter, name in reversed(LONE_VOWELS.items())}
_WELCOME = {
    (first, second)
    for line in table.WELCOME.split(";")
    for first, _, seconds in [line.strip().partition(":")]
    for second in seconds.split()
}
_NAMES = sorted({name.rstrip("~&^$") for name in SOUND_WAYS} - {SILENT, "=", "E", "ः"})


def spellings(plain: str, most: int) -> list[tuple[int, str]]:
    """Return the likeliest Devanagari spellings of small Roman letters, and their costs.

    >>> [word for _, word in spellings("namaste", 1) + spellings("kitaab", 1)]
    ['नमस्ते', 'किताब']
    """
    plain = plain[:LONGEST]
    begun: list[Begun] = [{} for _ in range(len(plain) + 1)]
    begun[0] = {(): 0}
    for at in range(len(plain)):
        here = _likeliest(begun[at])
        for row, cost in here.items():
            for end, longer, more in _steps(plain, at, row):
                there = begun[end]
                total = cost + more
                if total < there.get(longer, total + 1):
                    there[longer] = total
            there = begun[at + 1]
            there.setdefault(row, cost + _LEFT_OUT)
    best = nsmallest(most, ((cost, write(row)) for row, cost in begun[-1].items()))
    return [(cost, word) for cost, word in best if word]


def write(row: Row) -> str:
    """Return sounds as they are written.

    >>> write(("क", "ə", "र", "-", "त", "A")), write(("a", "ं", "त")), write(("क", "र", "i"))
    ('करता', 'अंत', 'क्रि')
    """
    written, after = [], ""
    for name in row:
        if name in VOWELS:
            signs = _SIGN if after == CONSONANT else _LONE
            written.append(signs.get(name, ""))
        else:
            written += VIRAMA * (after == CONSONANT and name not in _NASALS), name
        after = _kind(name)
    return "".join(written)


def _likeliest(begun: Begun) -> Begun:
    if len(begun) <= WIDTH:
        return begun
    return dict(nsmallest(WIDTH, begun.items(), key=_cost))


def _cost(begun: tuple[Row, int]) -> int:
    return begun[1]


def _kind(name: str) -> str:
    return VOWEL if name in VOWELS or name in _NASALS else CONSONANT


def _steps(plain: str, at: int, row: Row) -> Iterator[tuple[int, Row, int]]:
    """Yield where each reading of the next letters ends, the row with it, and what it adds."""
    before = _kind(row[-1]) if row else ""
    for end in range(at + 1, min(at + 6, len(plain)) + 1):
        front, last = plain[end : end + 1] in ("e", "i"), end == len(plain)
        place = _END if last else _OPEN if plain[end] in _VOWEL_LETTERS else _CLOSED
        for more, cost in _ways(before, front=front, last=last).get(plain[at:end], ()):
            for link, linked in _links(row, more, place):
                yield end, (*row, *link, *more), cost + linked


def _links(row: Row, more: Row, place: int) -> Iterator[tuple[Row, int]]:
    """Yield what may stand between a row and what comes after it, and what that costs."""
    if more[0] not in VOWELS and row and _kind(row[-1]) == CONSONANT and more[0] not in _NASALS:
        yield from _between_consonants(row, more, place)
    elif row and more[0] in VOWELS and _kind(row[-1]) == CONSONANT:
        yield (), _vowel_cost(row, more, place)
    elif _may_follow(row[-1] if row else "", more[0]):
        short = more[0] in _NASALS and place == _END and row[-1] in _SHORT
        yield (), table.SHORT_NASAL if short else 0


def _may_follow(last: str, first: str) -> bool:
    """Say whether a sound may come after a vowel, after a dot, or at the beginning."""
    if not last:
        return first not in _NASALS and first != SCHWA
    if last in _NASALS:
        return first in table.DOTTED
    if first in VOWELS:
        return first != SCHWA and _LIKE.get(first, first) != _LIKE.get(last, last)
    return last in VOWELS


def _between_consonants(row: Row, more: Row, place: int) -> Iterator[tuple[Row, int]]:
    yield (), _join_cost(row[-1], more[0])
    opens = len(row) > 1 and _kind(row[-2]) == VOWEL
    follows = len(more) > 1 or place == _OPEN
    odd = table.ODD_BREATH if more[0] == "ह" else table.APART_ODDLY
    yield (SILENT,), table.APART if opens and follows and more[0] != "ह" else odd


def _vowel_cost(row: Row, more: Row, place: int) -> int:
    """Return what is odd about a vowel after a row."""
    kinds = [_kind(name) for name in row[-4:]]
    if more == (SCHWA,) and place == _END:
        return table.UNSPOKEN if kinds[-2:-1] != [CONSONANT] else 0
    dropped = row[-2:-1] == (SCHWA,) and kinds == [VOWEL, CONSONANT, VOWEL, CONSONANT]
    return table.UNDROPPED if dropped and row[-4] != SILENT else 0


def _join_cost(first: str, second: str) -> int:
    if first == "र":
        return table.AFTER_R
    if (first, second) in _WELCOME:
        return table.WELCOME_COST
    return table.ODD_BREATH if second == "ह" or first == "य" else table.JOINED


@lru_cache(maxsize=16)
def _ways(before: str, *, front: bool, last: bool) -> Ways:
    """Return what letters may stand for in a place, as `typed.placed` tells places."""
    found: Ways = {}
    for name in _NAMES:
        if name == _LONE_ONLY and before == CONSONANT:
            continue
        _add(found, (name,), placed(name, before, front=front, last=last), before, last=last)
    for group, ways in GROUP_WAYS.items():
        row = tuple(sound for sound in group if sound not in ("~", "$"))
        fits = ("~" not in group or front) and ("$" not in group or last)
        if fits and (row[0] != SCHWA or before == CONSONANT) and row[0] != SILENT:
            _add(found, row, ways, before, last=last)
    for letters, written in table.ENDINGS.items() if last and before == CONSONANT else ():
        names, _, cost = written.partition(":")
        found.setdefault(letters, []).append((tuple(names.split()), int(cost)))
    return found


def _add(found: Ways, row: Row, ways: dict[str, int], before: str, *, last: bool) -> None:
    rare = 0
    for place, name in enumerate(row):
        after = _kind(row[place - 1]) if place else before
        rare += _rarity(name, after, last=last and place == len(row) - 1)
    for letters, cost in ways.items():
        if letters and cost <= _DEAREST:
            found.setdefault(letters, []).append((row, cost + rare))


def _rarity(name: str, before: str, *, last: bool) -> int:
    marks = ("$" * last, "^" * (not before), "&" * (before == VOWEL and name in VOWELS))
    for mark in marks:
        if mark and name + mark in table.RARITY:
            return table.RARITY[name + mark]
    return table.RARITY.get(name, 0)
