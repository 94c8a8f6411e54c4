"""Lexicon: the words of an archive, found by the Roman spellings that people type for them."""

from collections.abc import Iterable, Mapping
from heapq import nsmallest
from math import log
from typing import NamedTuple

from harkara.text.languages import HINDI, Profile
from harkara.text.phonetic import Entry, as_closeness, limit, plain_roman
from harkara.text.roman import skeleton
from harkara.text.roman.shapes import Shapes
from harkara.text.roman.skeleton import Skeleton
from harkara.text.roman.typed import FAR, LONGEST_WORD, spelling
from harkara.text.romanise import romanise

_WEIGHT = 0.3
"""How many tenths of cost a word gains when it is used nearly three times as often."""
_COMPARED = 12
"""How many words are compared in full with a spelling: those whose parts look closest."""
_LOOKED_AT = 120
"""How many words are looked at, at most, when the spelling has slips and the key is not its own."""
_POOR = 14
"""A spelling that costs more than this at best may have a slip in its key."""
_MARGIN = 60
"""What costs so much more than the best match is not worth showing."""
_FEWEST_FOR_SHAPES = 2_000
_GROWN = 1.5
"""Shapes are counted anew when the lexicon has so many times the words it had."""

Found = tuple[int, Entry]
_Row = tuple[Entry, tuple[str, ...]]


class Match(NamedTuple):
    """A word that a Roman spelling may stand for."""

    word: str
    closeness: float
    """1 for the usual spelling, half of that for a way of typing that is seen now and then."""
    frequency: int


class Lexicon:
    """Words with how often each is used, looked up by sound.

    >>> archive = Lexicon({"पुलिस": 90, "पालिश": 2, "क्रिकेट": 40, "राम": 30, "रिम": 1})
    >>> [match.word for match in archive.nearest("police")]
    ['पुलिस']
    >>> archive.add("एससीओ", 7)
    >>> [[match.word for match in archive.nearest(word)] for word in ("raam", "krikat", "sco")]
    [['राम'], ['क्रिकेट'], ['एससीओ']]
    """

    def __init__(self, words: Mapping[str, int] | None = None, *, profile: Profile = HINDI) -> None:
        """Take in words with how often each is used, in a language."""
        self._profile = profile
        self._frequency: dict[str, int] = {}
        self._by_key: dict[str, list[_Row]] = {}
        self._by_own: dict[str, list[Entry]] = {}
        self._shapes: Shapes | None = None
        for word, frequency in (words or {}).items():
            self.add(word, frequency)

    def __len__(self) -> int:
        return len(self._frequency)

    def __contains__(self, word: str) -> bool:
        return word in self._frequency

    def frequency(self, word: str) -> int:
        """Return how often a word is used, 0 for one that is not here."""
        return self._frequency.get(word, 0)

    def add(self, word: str, frequency: int = 1) -> None:
        """Take in a word, or add to how often a known one is used."""
        if word in self._frequency:
            self._frequency[word] += frequency
            return
        self._frequency[word] = frequency
        entry = Entry.of(word, self._profile)
        for found in skeleton.of_sounds(entry.row):
            self._by_key.setdefault(found.key, []).append((entry, found.parts))
        if entry.own:
            self._by_own.setdefault(entry.own, []).append(entry)

    def shapes(self) -> Shapes | None:
        """Return what the words look like, or None where they are too few to tell.

        It is counted when first asked for, and again after the lexicon has grown by half: that
        takes some seconds for 100,000 words.
        """
        counted = self._shapes.words if self._shapes else _FEWEST_FOR_SHAPES / _GROWN
        if len(self) >= _GROWN * counted:
            self._shapes = Shapes(self._frequency)
        return self._shapes

    def nearest(self, roman: str, most: int = 10) -> list[Match]:
        """Return the words that a spelling may stand for, by closeness and frequency, best first.

        A Hindi word is looked for by how it would be typed: it finds what it may be a slip for.
        """
        costs = self.costs(roman)
        best = nsmallest(most, costs, key=lambda word: (self._rank(word, costs[word]), word))
        return [Match(word, as_closeness(costs[word]), self._frequency[word]) for word in best]

    def costs(self, roman: str) -> dict[str, int]:
        """Return what it costs, in tenths, to read a spelling as each of the words close to it."""
        plain = plain_roman(romanise(roman[:LONGEST_WORD], profile=self._profile))
        if not plain:
            return {}
        typed, bound = skeleton.of_roman(plain), limit(plain)
        found = _compared(plain, self._look_up(typed, FAR), bound)
        for entry in self._by_own.get(plain, ()):
            found[entry.word] = min(entry.own_cost, found.get(entry.word, FAR))
        best = min(found.values(), default=bound)
        if best > _POOR:
            slips = self._look_up(skeleton.near(typed[0]), _LOOKED_AT)
            found = _compared(plain, slips, min(bound, best + _MARGIN)) | found
        return found

    def _rank(self, word: str, cost: int) -> float:
        return cost - _WEIGHT * log(1 + max(self._frequency[word], 0))

    def _look_up(self, typed: Iterable[Skeleton], most: int) -> list[Entry]:
        """Return the words with the keys whose parts look closest, the closest first."""
        found: dict[str, Found] = {}
        for one in typed:
            rows = self._by_key.get(one.key)
            if rows is None:
                continue
            most -= len(rows)
            if most < 0:
                break
            gauges = skeleton.gauges(one)
            for entry, parts in rows:
                if entry.word not in found:
                    cost = one.cost
                    for gauge, part in zip(gauges, parts, strict=False):
                        cost += gauge[part]
                    found[entry.word] = cost, entry
        return [entry for _, entry in nsmallest(_COMPARED, found.values(), key=_apart)]


def _apart(found: Found) -> int:
    return found[0]


def _compared(plain: str, entries: list[Entry], most: int) -> dict[str, int]:
    """Return what each word costs that costs no more than `most`, nor much more than the best."""
    parts = spelling(plain)
    found = {}
    for entry in entries:
        cost = entry.cost(plain, parts, most)
        if cost <= most:
            found[entry.word] = cost
            most = min(most, cost + _MARGIN)
    return found
