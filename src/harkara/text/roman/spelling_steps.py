"""Steps: how a beginning of a word in Devanagari may go on, given the Roman letters that follow.

A step reads some letters as sounds (`typing_table.py`, the ways that are used everywhere), and
writes them after what is there (`spelling_table.py`: what joins, and the rarer letters).
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from harkara.text.chars import VIRAMA
from harkara.text.roman import spelling_table as table
from harkara.text.roman.sounds import CONSONANT, LONE_VOWELS, SCHWA, SIGNS, VOWEL
from harkara.text.roman.typed import GROUP_WAYS, SILENT, SOUND_WAYS, VOWELS, placed

Row = tuple[str, ...]
Ways = dict[str, list[tuple[Row, int]]]
"""What a row of Roman letters may stand for, and what reading and writing it so costs."""

_DEAREST = 24
_MOST_LETTERS = 6
_TAIL = 4
_NASALS = frozenset("ंँ")
_SHORT = frozenset({SCHWA, "a", "i", "u"})
# Vowels that do not follow each other.
_LIKE = {SCHWA: "A", "a": "A", "I": "i", "U": "u", "O": "o", "ai": "e", "au": "o"}
_VOWEL_LETTERS = frozenset("aeiou")
# What follows a sound: nothing, e or i, another vowel, a consonant.
_END, _FRONT, _OPEN, _CLOSED = range(4)
_LONE_ONLY = "a"
_SIGN = {name: sign for sign, name in reversed(SIGNS.items())}
_LONE = {name: letter for letter, name in reversed(LONE_VOWELS.items())}
_WELCOME = {
    (first, second)
    for line in table.WELCOME.split(";")
    for first, _, seconds in [line.strip().partition(":")]
    for second in seconds.split()
}
_KINDS = dict.fromkeys(VOWELS | _NASALS, VOWEL)
# What tells a sound before the last one apart: whether it is spoken, and its kind.
_COARSE = dict.fromkeys(VOWELS, "A") | {SCHWA: SCHWA, SILENT: SILENT} | dict.fromkeys(_NASALS, "ं")
_TYPED = {
    letters for ways in (*SOUND_WAYS.values(), *GROUP_WAYS.values()) for letters in ways if letters
} | table.ENDINGS.keys()
_NAMES = sorted({name.rstrip("~&^$") for name in SOUND_WAYS} - {SILENT, "=", "E", "ः"})


class Share(NamedTuple):
    """How much the table counts, in hundredths: less where a lexicon speaks too."""

    rarity: int = 100
    joining: int = 100


class Piece(NamedTuple):
    """Letters to be read together: where they end, and what follows them."""

    end: int
    letters: str
    place: int


class Step(NamedTuple):
    """What is written after a beginning, its last sounds then, and what that costs.

    Of the sounds before the last one only the kinds are kept.
    """

    added: str
    tail: Row
    cost: int


def kind(name: str) -> str:
    """Return the kind of a sound; a dot counts as a vowel."""
    return _KINDS.get(name, CONSONANT)


def pieces(plain: str, at: int) -> Iterator[Piece]:
    """Yield the rows of letters from a place on that may be read together."""
    for end in range(at + 1, min(at + _MOST_LETTERS, len(plain)) + 1):
        if plain[at:end] in _TYPED:
            yield Piece(end, plain[at:end], _place(plain[end : end + 1]))


def _place(follows: str) -> int:
    if follows not in _VOWEL_LETTERS:
        return _CLOSED if follows else _END
    return _FRONT if follows in "ei" else _OPEN


@lru_cache(maxsize=1 << 15)
def steps(tail: Row, letters: str, place: int, share: Share) -> tuple[Step, ...]:
    """Return how letters may be written after the last sounds of a beginning, cheapest first."""
    found = []
    before = kind(tail[-1]) if tail else ""
    here = len(write(tail[-1:]))
    ways = _ways(before, front=place == _FRONT, last=place == _END, share=share.rarity)
    for more, read in ways.get(letters, ()):
        for link, cost in _links(tail, more, place):
            row = (*tail, *link, *more)
            added = write(row[max(len(tail) - 1, 0) :])[here:]
            tail_then = (*(_COARSE.get(name, "क") for name in row[-_TAIL:-1]), row[-1])
            found.append(Step(added, tail_then, read + cost * share.joining // 100))
    return tuple(sorted(found, key=lambda step: step.cost))


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
        after = kind(name)
    return "".join(written)


def _links(row: Row, more: Row, place: int) -> Iterator[tuple[Row, int]]:
    """Yield what may stand between a row and what comes after it, and what that costs."""
    if more[0] not in VOWELS and row and kind(row[-1]) == CONSONANT and more[0] not in _NASALS:
        yield from _between_consonants(row, more, place)
    elif row and more[0] in VOWELS and kind(row[-1]) == CONSONANT:
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
    opens = len(row) > 1 and kind(row[-2]) == VOWEL
    follows = len(more) > 1 or place in (_FRONT, _OPEN)
    odd = table.ODD_BREATH if more[0] == "ह" else table.APART_ODDLY
    yield (SILENT,), table.APART if opens and follows and more[0] != "ह" else odd


def _vowel_cost(row: Row, more: Row, place: int) -> int:
    """Return what is odd about a vowel after a row."""
    kinds = [kind(name) for name in row[-4:]]
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
def _ways(before: str, *, front: bool, last: bool, share: int) -> Ways:
    """Return what letters may stand for in a place, as `typed.placed` tells places."""
    found: Ways = {}
    for name in _NAMES:
        if name == _LONE_ONLY and before == CONSONANT:
            continue
        ways = placed(name, before, front=front, last=last)
        _add(found, ways, share, _rarity((name,), before, last=last), (name,))
    for group, ways in GROUP_WAYS.items():
        row = tuple(sound for sound in group if sound not in ("~", "$"))
        fits = ("~" not in group or front) and ("$" not in group or last)
        if fits and (row[0] != SCHWA or before == CONSONANT) and row[0] != SILENT:
            _add(found, ways, share, _rarity(row, before, last=last), row)
    for letters, written in table.ENDINGS.items() if last and before == CONSONANT else ():
        names, _, cost = written.partition(":")
        found.setdefault(letters, []).append((tuple(names.split()), int(cost)))
    return found


def _add(found: Ways, ways: dict[str, int], share: int, rarity: int, row: Row) -> None:
    for letters, cost in ways.items():
        if letters and cost <= _DEAREST:
            found.setdefault(letters, []).append((row, cost + rarity * share // 100))


def _rarity(row: Row, before: str, *, last: bool) -> int:
    """Return what the letters cost that a row of sounds is written with."""
    rarity = 0
    for place, name in enumerate(row):
        after = kind(row[place - 1]) if place else before
        ends = last and place == len(row) - 1
        marks = ("$" * ends, "^" * (not after), "&" * (after == VOWEL and name in VOWELS))
        placed_names = [name + mark for mark in marks if mark and name + mark in table.RARITY]
        rarity += table.RARITY.get(placed_names[0] if placed_names else name, 0)
    return rarity
