"""Skeletons: the consonants of a word, coarsely, which a spelling of it nearly always keeps.

A skeleton is a key such as `krkt`, and the parts that the key is made of: by turns the vowels
and the consonant as they were typed or heard. Words are looked up by key, and the parts say
quickly which of the words are worth comparing in full.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from harkara.text.roman import typing_table as table
from harkara.text.roman.sounds import SCHWA
from harkara.text.roman.typed import HALF, SILENT, VOWELS, measure, spelling, steps

MOST_KEYS = 8
"""No word has more keys."""
_FARTHEST = 40
_UNSPOKEN = f"{SILENT}{HALF} "


def _letters(row: str) -> tuple[str, ...]:
    return tuple(letters.strip("-") for letters in row.split())


_HEARD = {
    sound: _letters(letters) for letters, row in table.CLASSES.items() for sound in row.split()
}
_TYPED = {part: _letters(letters) for part, letters in table.ROMAN_CLASSES.items()}
_TYPED_PART = re.compile("|".join([*sorted(_TYPED, key=len, reverse=True), "[aeiou]+", "."]))
_BEFORE_FRONT = frozenset({"ce", "ci", "cy", "ge", "gi", "gy"})
_LEADS = {"h": "h", "y": "y"} | dict.fromkeys("aeiou", "a")
_MELTS_AFTER = VOWELS | {"ं", "ँ"}
_LIPS = frozenset("पफबभ")
_BEFORE_ANY = frozenset("वयरलसशहम")


class Skeleton(NamedTuple):
    """A key and its parts: vowels, consonant, vowels … one part more than twice its letters.

    Sounds that were heard are named with spaces between; an empty consonant is unknown.
    """

    key: str
    parts: tuple[str, ...]
    cost: int = 0
    """What it cost to come by this skeleton, in tenths."""


class _Bone(NamedTuple):
    """The letters of the key that a consonant may have, how it stands, and vowels after it."""

    letters: tuple[str, ...]
    stands: str = ""
    vowels: str = ""


def of_sounds(row: tuple[str, ...]) -> list[Skeleton]:
    """Return the skeletons of a word given by the names of its sounds.

    >>> from harkara.text.roman.typed import names
    >>> [skeleton.key for skeleton in of_sounds(names("लड़का"))]
    ['ldk', 'lrk']
    """
    return _built(_lead(row), [_heard(row, at) for at in range(len(row))])


def of_roman(roman: str) -> list[Skeleton]:
    """Return the skeletons of a Roman spelling in small letters, the likeliest first.

    >>> [skeleton.key for skeleton in of_roman("cricket")]
    ['krkt']
    """
    lead = _LEADS.get(roman[:1], "")
    return _built((lead,), [_typed(found[0]) for found in _TYPED_PART.finditer(roman)])


def _lead(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first letters of the keys, which say how the word begins."""
    first = row[0] if row else ""
    if first == "य":
        return ("y", "a") if row[1:2] in (("u",), ("U",)) else ("y",)
    if first == "ह":
        return ("h",)
    return ("a",) if first in VOWELS and first != "R" else ("",)


def _heard(row: tuple[str, ...], at: int) -> _Bone:
    sound, after = row[at], row[at - 1] if at else ""
    follows = row[at + 1] if at + 1 < len(row) else ""
    if sound == "ं":
        return _Bone(_nasal(follows), sound)
    if sound == "व" and after in _MELTS_AFTER and follows in ("", SILENT, HALF):
        return _Bone(("v", ""), sound)
    if sound == "ञ" and after == "ज":
        return _Bone(("", "n"))
    if sound == "ज" and follows == "ञ":
        return _Bone(("g", "j"))
    if sound in _HEARD:
        return _Bone(_HEARD[sound], sound, "R " if sound == "R" else "")
    return _Bone(("",), vowels=f"{sound} ")


def _nasal(follows: str) -> tuple[str, ...]:
    if not follows:
        return ("n", "")
    if follows in _LIPS:
        return ("m", "n")
    return ("n", "m") if follows in _BEFORE_ANY else ("n",)


def _typed(part: str) -> _Bone:
    if part in _BEFORE_FRONT:
        return _Bone(_TYPED[part], part[0], part[1].strip("y"))
    if part in _TYPED:
        return _Bone(_TYPED[part], part)
    return _Bone(("",), vowels=part) if part[0] in "aeiou" else _Bone((part,), part)


def _built(leads: tuple[str, ...], bones: list[_Bone]) -> list[Skeleton]:
    """Return the skeleton of each choice of letters, doubled letters made one."""
    found: dict[str, Skeleton] = {}
    if not bones:
        return []
    for lead, *choice in islice(product(leads, *(bone.letters for bone in bones)), 4 * MOST_KEYS):
        key, parts = "", [""]
        for letters, bone in zip(choice, bones, strict=True):
            for letter in letters:
                if key[-1:] != letter or parts[-1].strip(_UNSPOKEN):
                    key += letter
                    parts += bone.stands if len(letters) == 1 else "", ""
                else:
                    parts[-2] = parts[-1] = ""
            parts[-1] += bone.vowels
        found.setdefault(lead + key, Skeleton(lead + key, tuple(parts)))
    return list(found.values())[:MOST_KEYS]


def near(skeleton: Skeleton) -> Iterator[Skeleton]:
    """Yield the skeletons one slip away: a letter for a similar one, one too few or too many."""
    key, parts, _ = skeleton
    lead = len(key) - len(parts) // 2
    for at in range(lead, len(key)):
        before, after = key[:at], key[at + 1 :]
        for other in table.NEAR.get(key[at], ""):
            yield Skeleton(before + other + after, parts, table.NEAR_KEY)
        gap = 2 * (at - lead)
        joined = (*parts[:gap], parts[gap] + parts[gap + 2], *parts[gap + 3 :])
        yield Skeleton(before + after, joined, table.LOST_LETTER)
    for at in range(lead, len(key) + 1):
        gap = 2 * (at - lead) + 1
        for letter in table.LOST:
            wider = (*parts[:gap], "", "", *parts[gap:])
            yield Skeleton(key[:at] + letter + key[at:], wider, table.LOST_LETTER)


def gauges(typed: Skeleton) -> list["Gauge"]:
    """Return for each part of a spelling what it costs to read it as the same part of a word."""
    last = len(typed.parts) - 1
    return [
        _gauge(part, "consonant" if at % 2 else "first" if not at else "last" if at == last else "")
        for at, part in enumerate(typed.parts)
    ]


class Gauge(dict[str, int]):
    """What it costs to read a part of a spelling as a part of a word, found out when asked."""

    def __init__(self, typed: str, place: str) -> None:
        """Take the part and its place: among vowels, or the first or last vowels of the word."""
        super().__init__()
        edge, letter = (SCHWA, "a") if place == "consonant" else ("त", "t")
        self._consonant = place == "consonant"
        self._unknown = self._consonant and not typed
        self._before = (edge,) if place != "first" else ()
        self._after = (edge,) if place != "last" else ()
        self._spelling = spelling(letter * len(self._before) + typed + letter * len(self._after))

    def __missing__(self, heard: str) -> int:
        self[heard] = self._cost(heard)
        return self[heard]

    def _cost(self, heard: str) -> int:
        if self._unknown or (self._consonant and not heard):
            return 0
        way = steps((*self._before, *heard.split(), *self._after))
        return min(measure(self._spelling, way, _FARTHEST), _FARTHEST)


@lru_cache(maxsize=1 << 12)
def _gauge(typed: str, place: str) -> Gauge:
    return Gauge(typed, place)
