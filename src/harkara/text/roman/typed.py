"""Typed: what it costs to read a Roman spelling as a Hindi word.

The word is taken apart into its sounds; each sound, and some rows of sounds, has its ways of
being typed (`typing_table.py`). The cost of a spelling is that of its cheapest reading.
"""

import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from harkara.text.languages import HINDI, Profile
from harkara.text.roman import typing_table as table
from harkara.text.roman.sounds import CONSONANT, SCHWA, VOWEL, Sound, sounds, spoken

Ways = dict[str, int]
Step = tuple[int, int, Ways]
"""How many sounds, one more than the letters of the longest way, and the ways."""
Steps = tuple[tuple[Step, ...], ...]
Spelling = tuple[list[list[tuple[str, int]]], list[int]]

SILENT, HALF = "-", "="
"""An inherent vowel that is not spoken, and one at the end of the word after two consonants."""
LONGEST_WORD = 60
"""What a word has beyond so many characters is not looked at: no Hindi word is longer."""
FAR = 10_000
"""The cost of a spelling that nobody could mean for the word."""
VOWELS = frozenset("aAIURiueoOE") | {"ai", "au", SCHWA, SILENT, HALF}
"""The names of vowels, and of the inherent one that is not spoken."""
_FRONT = frozenset({"e", "i", "I", "ai", "E"})


def _ways(row: str) -> Ways:
    return {way: int(cost) for way, _, cost in (pair.partition(":") for pair in row.split())}


SOUND_WAYS = {name: _ways(row) for name, row in table.SOUNDS.items()}
GROUP_WAYS = {tuple(name.split()): _ways(row) for name, row in table.GROUPS.items()}
_PAIRS = frozenset(name[:2] for name in GROUP_WAYS)
_EXTRA = _ways(table.EXTRA)
_LONGEST_GROUP = max(len(name) for name in GROUP_WAYS)
_LONGEST_WAY = max(
    len(way) for ways in (*SOUND_WAYS.values(), *GROUP_WAYS.values()) for way in ways
)


def names(word: str, profile: Profile = HINDI) -> tuple[str, ...]:
    """Return the names of a word's sounds, `-` or `=` for inherent vowels that are not spoken.

    >>> names("नमक"), names("कमरा")
    (('न', 'ə', 'म', 'ə', 'क', '-'), ('क', 'ə', 'म', '-', 'र', 'A'))
    """
    whole = unicodedata.normalize("NFC", word[:LONGEST_WORD])
    heard = iter([*spoken(whole, profile), Sound("", "")])
    follows = next(heard)
    found = []
    for sound in sounds(whole):
        if sound == follows:
            found.append(sys.intern(sound.letter))
            follows = next(heard)
        else:
            found.append(SILENT)
    if found[-1:] == [SILENT] and len(found) > 2 and found[-3] not in VOWELS:
        found[-1] = HALF
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def steps(row: tuple[str, ...]) -> Steps:
    """Return, for each sound of a row, the steps from it: how many sounds, typed in what ways."""
    found = []
    before = ""
    for at, sound in enumerate(row):
        size = _LONGEST_GROUP if row[at : at + 2] in _PAIRS else 1
        found.append(_steps(row[at : at + size + 2], size, before))
        before = VOWEL if sound in VOWELS else CONSONANT
    return tuple(found)


@lru_cache(maxsize=1 << 15)
def _steps(row: tuple[str, ...], most: int, before: str) -> tuple[Step, ...]:
    found = [_step(1, _alone(row, before))]
    for size in range(2, min(most, len(row)) + 1):
        ways: Ways = {}
        for mark in ((), *_marks(row[size:])):
            ways = ways | GROUP_WAYS.get((*row[:size], *mark), {})
        if ways:
            found.append(_step(size, ways))
    return tuple(found)


def _step(size: int, ways: Ways) -> Step:
    return size, max(map(len, ways)) + 1, ways


def _marks(rest: tuple[str, ...]) -> Iterator[tuple[str]]:
    """Yield the marks of a place that what comes after it gives."""
    if rest and rest[0] in _FRONT:
        yield ("~",)
    if not rest or rest in ((SILENT,), (HALF,)):
        yield ("$",)


def _alone(row: tuple[str, ...], before: str) -> Ways:
    """Return the ways of a sound where it stands, given the kind of sound before it, if any."""
    marks = [mark for (mark,) in _marks(row[1:])]
    ways = placed(row[0], before, front="~" in marks, last="$" in marks)
    ways.setdefault("", table.UNTYPED)
    return ways


def placed(name: str, before: str, *, front: bool, last: bool) -> Ways:
    """Return the ways of a sound in a place of a word.

    `before` is the kind of sound before it, empty at the beginning of the word; `front` says
    that an e or i comes after it, and `last` that nothing does.
    """
    met = before and (before == VOWEL) == (name in VOWELS)
    ways: Ways = {}
    for mark, holds in (("", True), ("~", front), ("&", met), ("^", not before), ("$", last)):
        if holds:
            ways |= SOUND_WAYS.get(name + mark, {})
    return ways


def measure(spelling: Spelling, way: Steps, most: int) -> int:
    """Return what it costs to read a spelling as the row of sounds with these steps.

    The cost is in tenths; it is `FAR` where it would be over `most`.
    """
    parts, extra = spelling
    size, last = len(extra), len(way)
    reached: list[dict[int, int]] = [{} for _ in range(last + 1)]
    reached[0][0] = 0
    for at, here in enumerate(reached):
        _leave_out(here, extra, most)
        if at == last or not here:
            continue
        for length, longest, ways in way[at]:
            there = reached[at + length]
            for place, sofar in here.items():
                for part, after in parts[place][:longest]:
                    if part in ways:
                        more = ways[part] + sofar
                        if more <= most and more < there.get(after, FAR):
                            there[after] = more
    return reached[last].get(size, FAR)


def _leave_out(here: dict[int, int], extra: list[int], most: int) -> None:
    """Add the places reached by leaving out a letter that stands for no sound."""
    for place, sofar in list(here.items()):
        if place < len(extra):
            more = sofar + extra[place]
            if more <= most and more < here.get(place + 1, FAR):
                here[place + 1] = more


def spelling(roman: str) -> Spelling:
    """Return a Roman spelling, ready for `measure`."""
    size = len(roman)
    parts = [
        [(roman[at:end], end) for end in range(at, min(at + _LONGEST_WAY, size) + 1)]
        for at in range(size + 1)
    ]
    extra = [
        table.EXTRA_DOUBLE
        if at and roman[at - 1] == letter
        else _EXTRA.get(letter, table.EXTRA_LETTER)
        for at, letter in enumerate(roman)
    ]
    return parts, extra
