"""Sounding: the words that a Roman spelling may stand for, wherever the words lie.

`lexicon.py` keeps words in memory; whoever keeps them elsewhere gives `costs` the same answers.
"""

from collections.abc import Iterable, Sequence
from heapq import nsmallest
from typing import Protocol

from harkara.text.languages import HINDI, Profile
from harkara.text.phonetic import Entry, limit, plain_roman
from harkara.text.roman import skeleton
from harkara.text.roman.skeleton import Skeleton
from harkara.text.roman.typed import FAR, LONGEST_WORD, spelling
from harkara.text.romanise import romanise

_COMPARED = 12
"""How many words are compared in full with a spelling: those whose parts look closest."""
_LOOKED_AT = 120
"""How many words are looked at, at most, when the spelling has slips and the key is not its own."""
_POOR = 14
"""A spelling that costs more than this at best may have a slip in its key."""
_MARGIN = 60
"""What costs so much more than the best match is not worth showing."""

Row = tuple[str, tuple[str, ...]]
"""A word, and the parts of one of its keys."""
Found = tuple[int, str]


class Words(Protocol):
    """Words that can be looked up by sound."""

    def rows(self, key: str) -> Sequence[Row]:
        """Return the words that have a key."""

    def owning(self, roman: str) -> Sequence[str]:
        """Return the words that have a Roman spelling of their own, which is this one."""

    def entries(self, words: Sequence[str]) -> Iterable[Entry]:
        """Return some of the words, ready to be compared, in their order."""


def rows_of(entry: Entry) -> list[tuple[str, tuple[str, ...]]]:
    """Return the keys of a word, each with its parts: what `Words.rows` must give again."""
    return [(found.key, found.parts) for found in skeleton.of_sounds(entry.row)]


def costs(
    words: Words, roman: str, *, profile: Profile = HINDI, with_slips: bool = True
) -> dict[str, int]:
    """Return what it costs, in tenths, to read a spelling as each of the words close to it.

    Where none is close, a consonant may be a slip, unless `with_slips` is False: most of the work.
    """
    plain = plain_roman(romanise(roman[:LONGEST_WORD], profile=profile))
    if not plain:
        return {}
    typed, bound = skeleton.of_roman(plain), limit(plain)
    found = _compared(words, plain, _look_up(words, typed, FAR), bound)
    for entry in words.entries(words.owning(plain)):
        found[entry.word] = min(entry.own_cost, found.get(entry.word, FAR))
    best = min(found.values(), default=bound)
    if with_slips and best > _POOR:
        slips = _look_up(words, skeleton.near(typed[0]), _LOOKED_AT)
        found = _compared(words, plain, slips, min(bound, best + _MARGIN)) | found
    return found


def _look_up(words: Words, typed: Iterable[Skeleton], most: int) -> list[str]:
    """Return the words with the keys whose parts look closest, the closest first."""
    found: dict[str, Found] = {}
    for one in typed:
        rows = words.rows(one.key)
        if not rows:
            continue
        most -= len(rows)
        if most < 0:
            break
        gauges = skeleton.gauges(one)
        for word, parts in rows:
            if word not in found:
                cost = one.cost
                for gauge, part in zip(gauges, parts, strict=False):
                    cost += gauge[part]
                found[word] = cost, word
    return [word for _, word in nsmallest(_COMPARED, found.values(), key=_apart)]


def _apart(found: Found) -> int:
    return found[0]


def _compared(words: Words, plain: str, near: list[str], most: int) -> dict[str, int]:
    """Return what each word costs that costs no more than `most`, nor much more than the best."""
    parts = spelling(plain)
    found = {}
    for entry in words.entries(near):
        cost = entry.cost(plain, parts, most)
        if cost <= most:
            found[entry.word] = cost
            most = min(most, cost + _MARGIN)
    return found
