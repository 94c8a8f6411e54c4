"""Loans: words and names whose Roman spelling is their own, read back from hand-made tables."""

import re
from functools import lru_cache
from importlib.resources import files

from harkara.text.chars import ANUSVARA, CANDRABINDU, NUKTA

TABLES = ("loans.tsv", "names.tsv")
_HALF_NASAL = re.compile("न्(?=[क-ध])|म्(?=[प-भ])|ण्(?=[ट-ढ])")
# Hindi endings that English words take, what the word ended in, and the ending in Roman.
_ENDINGS = (
    ("ियों", "ी", "iyon"),
    ("ियां", "ी", "iyan"),
    ("ों", "", "on"),
    ("ें", "", "en"),
    ("्स", "", "s"),
    ("ंस", "न", "s"),
    ("ज", "", "s"),
)


def read_back(word: str) -> str | None:
    """Return the word's own Roman spelling, or None if the tables do not know the word.

    >>> read_back("क्रिकेट"), read_back("मिसाइलों"), read_back("राजनाथ")
    ('cricket', 'missileon', None)
    """
    table = _table()
    key = _key(word)
    if key in table:
        return table[key]
    for ending, was, roman in _ENDINGS:
        if key.endswith(ending):
            spelling = table.get(key[: -len(ending)] + was)
            if spelling is not None:
                return spelling.removesuffix("y" if was == "ी" else "") + roman
    return None


def _key(word: str) -> str:
    plain = word.replace(NUKTA, "").replace(CANDRABINDU, ANUSVARA)
    return _HALF_NASAL.sub(ANUSVARA, plain)


def lines(name: str) -> list[str]:
    """Return the entries of a table: a Roman spelling, a tab, and the Hindi ones."""
    whole = files(__package__).joinpath(name).read_text("utf-8").splitlines()
    return [line for line in whole if not line.startswith("#")]


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return {
        _key(word): spelling
        for name in TABLES
        for spelling, _, words in (line.partition("\t") for line in lines(name))
        for word in words.split()
    }
