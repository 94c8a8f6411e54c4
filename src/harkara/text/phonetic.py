"""Phonetic: a key that a Hindi word and its Roman spellings share, and how close the two are.

An index finds a word by looking up its keys, which are coarse on purpose: they keep the
consonants, roughly, and forget the vowels. The closeness tells apart what the keys do not.
`lexicon.py` puts the two together.
"""

import re
import unicodedata
from typing import NamedTuple

from harkara.text.chars import LETTER
from harkara.text.languages import HINDI, Profile
from harkara.text.roman import skeleton
from harkara.text.roman.typed import FAR, LONGEST_WORD, Spelling, measure, names, spelling, steps
from harkara.text.romanise import customary

_NOT_ROMAN = re.compile("[^a-z]+")
_HINDI = re.compile(f"[{LETTER}]")
# What the spelling costs that is a word's own, by what `romanise` read it from.
_OWN = {"table": 3, "letter names": 3, "English guess": 10}
_HALF_AS_CLOSE = 20


class Entry(NamedTuple):
    """A Hindi word, made ready to be compared with Roman spellings."""

    word: str
    row: tuple[str, ...]
    """The names of its sounds."""
    own: str
    """The Roman spelling of its own that an English word, a name or an acronym has, or empty."""
    own_cost: int

    @classmethod
    def of(cls, word: str, profile: Profile = HINDI) -> "Entry":
        """Make a word ready; what it has beyond `LONGEST_WORD` characters is not looked at."""
        head = word[:LONGEST_WORD]
        own, by = customary(head, profile=profile)
        return cls(word, names(head, profile), plain_roman(own), _OWN.get(by, FAR))

    def cost(self, plain: str, parts: Spelling, most: int) -> int:
        """Return what a spelling costs that is given plain and in parts, `FAR` if over `most`."""
        measured = measure(parts, steps(self.row), most) if self.row else FAR
        return min(measured, self.own_cost) if plain == self.own else measured


def key(word: str, *, profile: Profile = HINDI) -> str:
    """Return the likeliest key of a word of either script, empty if it has no letters.

    >>> key("पुलिस") == key("police") == key("pulis")
    True
    """
    return next(iter(keys(word, profile=profile)), "")


def keys(word: str, *, profile: Profile = HINDI) -> list[str]:
    """Return the keys of a word of either script, at most 16, the likeliest first.

    A Hindi word and the spellings that people type for it nearly always share one.

    >>> keys("राजनाथ"), keys("raajnath"), keys("लड़का"), keys("एससीओ"), keys("sco")
    (['rjnt'], ['rjnt'], ['ldk', 'lrk'], ['as', 'sk'], ['sk'])
    """
    if not _HINDI.search(word):
        return [found.key for found in skeleton.of_roman(plain_roman(word))]
    entry = Entry.of(word, profile)
    found = [*skeleton.of_sounds(entry.row), *skeleton.of_roman(entry.own)]
    return list(dict.fromkeys(one.key for one in found))


def closeness(roman: str, word: str, *, profile: Profile = HINDI) -> float:
    """Return how close a Roman spelling is to a Hindi word, from 1 to 0 for another word.

    >>> closeness("kaam", "काम") > closeness("kaam", "कम") > closeness("kaam", "कर्म")
    True
    >>> closeness("ram", "रिम"), closeness("police", "पुलिस") > 0.9
    (0.0, True)
    """
    plain = plain_roman(roman)
    cost = Entry.of(word, profile).cost(plain, spelling(plain), limit(plain)) if plain else FAR
    return as_closeness(cost)


def plain_roman(text: str) -> str:
    """Return the Roman letters of a text, small and without accents, as many as a word has.

    >>> plain_roman("Rājnāth!")
    'rajnath'
    """
    plain = unicodedata.normalize("NFKD", text[: 2 * LONGEST_WORD]).casefold()
    return _NOT_ROMAN.sub("", plain)[:LONGEST_WORD]


def limit(plain: str) -> int:
    """Return the cost over which a spelling means another word: the longer it is, the higher."""
    return 20 + 7 * len(plain)


def as_closeness(cost: int) -> float:
    """Return a cost as a closeness: half for every twenty tenths."""
    return 0.0 if cost >= FAR else float(2 ** (-cost / _HALF_AS_CLOSE))
