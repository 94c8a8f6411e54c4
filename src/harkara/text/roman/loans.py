"""Loans: words and names whose Roman spelling is their own, read back from hand-made tables."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from harkara.text.chars import ANUSVARA, CANDRABINDU, NUKTA
from harkara.text.roman.english import looks_english

NAMES = "names.tsv"
TABLES = ("loans.tsv", NAMES)
EVERYDAY = "words.tsv"
"""Short Hindi words with a spelling by custom, which take no endings."""
# A dot that changes no word of English: not that of ड़ and ढ़.
_SOFT_NUKTA = re.compile(f"(?<![डढ]){NUKTA}")
_HALF_NASAL = re.compile("न्(?=[क-ध])|म्(?=[प-भ])|ण्(?=[ट-ढ])")
# Hindi endings that English words take, what the word ended in, and the ending in Roman.
_ENDINGS = (
    ("ियों", "ी", "iyon"),
    ("ियां", "ी", "iyan"),
    ("ों", "", "on"),
    ("ें", "", "en"),
)
# English endings the tables do not list with every word.
_PLURALS = (("्स", "", "s"), ("ज", "", "s"))
_ENGLISH_ENDINGS = (
    *_PLURALS,
    ("ंस", "न", "s"),
    ("िंग", "", "ing"),
    ("शिप", "", "ship"),
    ("लेस", "", "less"),
    ("नेस", "", "ness"),
    ("फुल", "", "ful"),
    ("मेंट", "", "ment"),
    ("मैन", "", "man"),
    ("र्स", "", "ers"),
    ("र", "", "er"),
    ("ेड", "", "ed"),
    ("्ड", "", "ed"),
)
_DOUBLES = re.compile("[bcdfghjklmnpqrstvwxz]*[aeiou]([bdgmnpt])")
_SHORTEST_PART = 3
_SHORTEST_SURE_PART = 4
_SHORTEST_LOOSE = 6
_LOOSE = (
    (re.compile("([क-ह])्(?=\\1)"), ""),
    (re.compile("([िीेैोौ])य(?=[ाेो])"), "\\1"),
)
_LOOSE_SIGNS = str.maketrans("ीूईऊॉऑॅैऐण", "िुइुाआेेएन")


def read_back(word: str) -> str | None:
    """Return the word's own Roman spelling, or None if the tables do not know the word.

    >>> read_back("क्रिकेट"), read_back("मिसाइलों"), read_back("राजनाथ")
    ('cricket', 'missilon', None)
    >>> read_back("हेडलाइन"), read_back("स्टॉपिंग")
    ('headline', 'stopping')
    """
    key = _key(word)
    table = _table()
    for found in (table.get(key), _everyday().get(key), _inflected(key), _joined(key)):
        if found is not None:
            return found
    loose = len(key) >= _SHORTEST_LOOSE and looks_english(key)
    return _loose_table().get(_loose(key)) if loose else None


def own_spelling(word: str) -> str | None:
    """Return the Roman spelling that a table gives for just this word, or None.

    >>> own_spelling("पुलिस"), own_spelling("काम")
    ('police', None)
    """
    return _table().get(_key(word))


def _inflected(key: str) -> str | None:
    """Return the spelling of a word of the tables with an ending, Hindi or English."""
    if key[:-1] in _names() and key.endswith("ी"):
        return _names()[key[:-1]].rstrip("ae") + "i"  # बिहारी
    if key[:-1] in _table() and key.endswith("ाई"):
        return _table()[key[:-1]] + "i"  # कनाडाई
    for ending, was, roman in _ENDINGS:
        if key.endswith(ending) and (stem := key.removesuffix(ending) + was) in _table():
            return _with_hindi(_table()[stem], roman)
    for ending, was, roman in _ENGLISH_ENDINGS if looks_english(key) else _PLURALS:
        stem = key.removesuffix(ending) + was
        if key.endswith(ending) and len(stem) >= _SHORTEST_PART and stem in _table():
            return _with_english(_table()[stem], roman)
    return None


def _with_hindi(spelling: str, ending: str) -> str:
    """Return an English word with a Hindi ending: vote → voton, party → partiyon."""
    if ending.startswith("iy"):
        return spelling.removesuffix("y").removesuffix("ie").removesuffix("e") + ending
    return (
        spelling[:-1] if spelling[-1] == "e" and spelling[-2] not in "aeiou" else spelling
    ) + ending


def _with_english(spelling: str, ending: str) -> str:
    """Return an English word with an English ending: make → making, stop → stopping."""
    if ending == "s":
        ends_y = spelling[-1] == "y" and spelling[-2] not in "aeiou"
        return spelling[:-1] + "ies" if ends_y else spelling + "s"
    if ending[0] not in "aeiou":
        return spelling + ending
    if ending.startswith("er") and spelling.endswith(("ct", "ate")):
        return spelling.removesuffix("e") + ending.replace("er", "or")
    if spelling.endswith("e"):
        return spelling[:-1] + ending
    double = _DOUBLES.fullmatch(spelling)
    return spelling + (double[1] if double else "") + ending


def _joined(key: str) -> str | None:
    """Return the spelling of two English words written as one: हेडलाइन."""
    table = _table()
    least = _SHORTEST_PART if looks_english(key) else _SHORTEST_SURE_PART
    for cut in range(least, len(key) - least + 1):
        first, second = table.get(key[:cut]), table.get(key[cut:])
        if first is not None and second is not None:
            return first + second
    return None


def _loose(key: str) -> str:
    """Return what the many spellings of an English word share: बिज़नेस, बिजनैस."""
    for pattern, instead in _LOOSE:
        key = pattern.sub(instead, key)
    return key.translate(_LOOSE_SIGNS)


@lru_cache(maxsize=1)
def _loose_table() -> dict[str, str]:
    return {_loose(key): spelling for key, spelling in _table().items()}


def _key(word: str) -> str:
    plain = _SOFT_NUKTA.sub("", word).replace(CANDRABINDU, ANUSVARA)
    return _HALF_NASAL.sub(ANUSVARA, plain)


def lines(name: str) -> list[str]:
    """Return the entries of a table: a Roman spelling, a tab, and the Hindi ones."""
    whole = files(__package__).joinpath(name).read_text("utf-8").splitlines()
    return [line for line in whole if not line.startswith("#")]


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return {key: spelling for name in TABLES for key, spelling in _entries(name)}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return dict(_entries(NAMES))


@lru_cache(maxsize=1)
def _everyday() -> dict[str, str]:
    return dict(_entries(EVERYDAY))


def _entries(name: str) -> Iterator[tuple[str, str]]:
    for spelling, _, words in (line.partition("\t") for line in lines(name)):
        for word in words.split():
            yield _key(word), spelling
