"""Normalising: the one spelling of a text that is stored, and what was mended to get there.

The repair is lossless: apart from the damage that each fixer names, a reader sees
exactly what was there before. Quotes, dashes and digits are the writer's own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from harkara.text.languages import HINDI, Profile
from harkara.text.repairs.base import Composer, Edit, Fixer, Repair, Stage
from harkara.text.repairs.encoding import BROKEN, ENCODING
from harkara.text.repairs.entities import SPELLED_OUT
from harkara.text.repairs.marks import LOOKALIKES, TYPED_FOR_ANOTHER, bars, colons, rings
from harkara.text.repairs.signs import FORMS, LETTERS, PAIRS
from harkara.text.repairs.spaces import SPACES
from harkara.text.repairs.unseen import INVISIBLE, UNSEEN

__all__ = ["Repair", "Repaired", "explain", "normalise", "plan"]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A mended text and every repair made in it, in the order they were made."""

    text: str
    repairs: tuple[Repair, ...]


# No fixer looks beyond its line, and in the bidirectional algorithm (UAX #9) no direction mark
# works beyond its paragraph. So a text is mended by lines, each with the end it has: the damage of
# one costs the sound ones nothing.
_LINE = re.compile("[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
MOST_KNOWN = 2**16
"""So many sound words are remembered."""
_NO_WORD = re.compile("[\r\n]|.{64}")
_DEBRIS = (re.compile(f"[{BROKEN}{INVISIBLE}]"), re.compile("&(?=[#a-zA-Z])"))


@lru_cache(maxsize=8)
def plan(profile: Profile) -> tuple[Stage, ...]:
    """Return the fixers for a language, in stages, in the order they work."""
    # A language that ends its sentences with full stops has no danda to mistype.
    dandas = (bars(profile),) if profile.final_words else ()
    by_language = (*dandas, colons(profile), rings(profile))
    return (
        Stage((*ENCODING, *SPELLED_OUT, *UNSEEN), only_if=_DEBRIS),
        FORMS,
        PAIRS,
        LETTERS,
        Stage((*LOOKALIKES, *by_language), only_if=TYPED_FOR_ANOTHER),
        SPACES,
    )


def _at_work(text: str, profile: Profile) -> Iterator[Fixer | Composer]:
    """Yield the fixers that a text may need."""
    for stage in plan(profile):
        if stage.has_work(text):
            yield from stage.fixers


class _SoundWords:
    """The words of a language that were met and in which no fixer can have work.

    The same ones come again and again. No stage looks for anything farther than a space from a
    word (`Stage.only_if`), so a line that is made up of them has nothing to mend.
    """

    def __init__(self, profile: Profile) -> None:
        self._stages = plan(profile)
        self._known: set[str] = set()

    def make_up(self, line: str) -> bool:
        """Say whether a line is such words with one space between them.

        A line of which this cannot be said may be sound all the same.
        """
        words = line.split(" ")
        return self._known.issuperset(words) or all(map(self._is_sound, words))

    def _is_sound(self, word: str) -> bool:
        if word in self._known:
            return True
        framed = f"क {word} क"
        if _NO_WORD.search(word) or any(stage.has_work(framed) for stage in self._stages):
            return False
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known.add(word)
        return True


_sound_words = lru_cache(maxsize=8)(_SoundWords)


def normalise(text: str, *, profile: Profile = HINDI) -> str:
    """Return the text in the one form that is stored. Normal text comes back unchanged.

    >>> normalise("लाॅग इन करें ।  अाज का अखबार पढ़े|")
    'लॉग इन करें। आज का अखबार पढ़े।'
    >>> normalise("‘एक देश’ – 26 लोग")
    '‘एक देश’ – 26 लोग'
    """
    # As `line_ends` does it, but at once: every line of a text from Windows would count as damaged.
    if _sound_words(profile).make_up(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join([_mended(line, profile) for line in _LINE.findall(text)])


def _mended(line: str, profile: Profile) -> str:
    if _sound_words(profile).make_up(line.removesuffix("\n")):
        return line
    while True:
        mended = line
        for fixer in _at_work(line, profile):
            mended = fixer.apply(mended)
        if mended == line:
            break
        line = mended
    return normalise(line, profile=profile) if _is_several(line) else line


def _is_several(mended: str) -> bool:
    """Say whether one line became several: it held other ends of lines."""
    return "\n" in mended[:-1]


def explain(text: str, *, profile: Profile = HINDI) -> Repaired:
    """Return what `normalise` returns, with a note of each repair.

    >>> for repair in explain("दिल्ली में बारिश हुई |").repairs:
    ...     print(repair.name, repr(repair.before), repr(repair.after), repair.at)
    bar_as_danda '|' '।' 21
    space_before_mark ' ' '' 20
    """
    repairs: list[Repair] = []
    lines: list[str] = []
    for line in _LINE.finditer(text):
        mended = _explained(line[0], profile)
        repairs += [replace(repair, at=line.start() + repair.at) for repair in mended.repairs]
        lines.append(mended.text)
    return Repaired("".join(lines), tuple(repairs))


def _explained(line: str, profile: Profile) -> Repaired:
    repairs: list[Repair] = []
    moves: list[_Moves] = []
    while True:
        before = line
        for fixer in _at_work(before, profile):
            edits = list(fixer.edits(line))
            if not edits:
                continue
            for start, end, after in edits:
                repairs.append(Repair(fixer.name, line[start:end], after, _origin(start, moves)))
            moves.append(_Moves.of(edits))
            line = _rewrite(line, edits)
        if line == before:
            break
    if _is_several(line):
        rest = explain(line, profile=profile)
        repairs += [replace(repair, at=_origin(repair.at, moves)) for repair in rest.repairs]
        line = rest.text
    return Repaired(line, tuple(repairs))


@dataclass(frozen=True, slots=True)
class _Moves:
    """How the places of a text moved when one fixer rewrote it."""

    ends: list[int]
    """Where each rewritten piece ends in the new text."""
    shifts: list[int]
    """How far the places from there on lie before the same places in the old text."""

    @classmethod
    def of(cls, edits: list[Edit]) -> "_Moves":
        ends, shifts, shift = [], [], 0
        for start, end, after in edits:
            ends.append(start - shift + len(after))
            shift += end - start - len(after)
            shifts.append(shift)
        return cls(ends, shifts)

    def back(self, place: int) -> int:
        """Return where a place of the new text lay in the old one."""
        index = bisect_right(self.ends, place)
        return place + self.shifts[index - 1] if index else place


def _origin(place: int, moves: list[_Moves]) -> int:
    for move in reversed(moves):
        place = move.back(place)
    return place


def _rewrite(text: str, edits: list[Edit]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end, after in edits:
        pieces += text[done:start], after
        done = end
    return "".join([*pieces, text[done:]])
