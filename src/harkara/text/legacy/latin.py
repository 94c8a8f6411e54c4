"""Latin: how much a word looks like one of a language written in Latin letters.

The keys of an old font are Latin letters too, but in an order that no mouth can say: `Hkkjr`,
`dks`, `gSA`. Rules and weights are made by hand; nothing here was counted from a corpus.
"""

import re

from harkara.text.languages.base import listed
from harkara.text.legacy.latin_table import ENGLISH, PAIRS, ROMAN

KNOWN = -3.5
"""The weight of a word in the lists."""
CAPITALS = -6.0
"""The weight of a word all in capitals: old fonts write almost no word so."""

_WORDS = listed(ENGLISH) | listed(ROMAN)
_PAIRS = listed(PAIRS)
_LETTERS = re.compile("[A-Za-z]{2,}")
ACCENTED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
_UNACCENTED = str.maketrans(ACCENTED, "aaaaaaceeeeiiiinooooouuuuyy")
_HUMP = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_VOWEL = re.compile("[aeiouy]")
_TWO_CONSONANTS = re.compile("(?=([b-df-hj-np-tv-z]{2}))")
_INNER_KS = re.compile("ks(?=.)")
_LOOSE_Q = re.compile("q(?=[eio])")
_UP_INSIDE = re.compile("[a-z](?=[A-Z])")
# Keys for letters and signs where Latin writing has no such mark.
_KEYS = re.compile(
    r"[;\[{}<>|=~`^](?=[A-Za-z])|(?<=[A-Za-z])[;\]{}<>|=~`^+](?![\])])"
    r"|(?<![A-Za-z])[/'\".?](?=k)|(?<=[a-z])[/\".?](?=k[A-Za-z])"
    r"|(?<![A-Za-z0-9]),(?=[a-z])|(?<=[a-z])[,#](?=[a-z])"
)
# The surest of them: no Latin word has one inside.
_SURE_KEY = re.compile(r"(?<=[A-Za-z])[;\[\]{}|~`^](?=[A-Za-z])")
_EDGES = ".,:!?()'\"‘’“”-"


def is_known(word: str) -> bool:
    """Say whether a word is one of the most written in Latin letters."""
    bare = word.strip(_EDGES)
    return bare.lower() in _WORDS and (bare[1:].islower() or len(bare) == 1 or bare.isupper())


def unlike_latin(word: str) -> float:
    """Return the weight against a word being Latin writing; below zero, it looks like some.

    >>> unlike_latin("minister") < 0 < unlike_latin("ea=h")
    True
    """
    if is_known(word):
        return KNOWN
    weight = sum(_of_letters(found[0]) for found in _LETTERS.finditer(word.translate(_UNACCENTED)))
    if weight < 0 and _SURE_KEY.search(word):
        weight /= 2
    return weight + 1.5 * sum(1 for _ in _KEYS.finditer(word))


def _of_letters(letters: str) -> float:
    if letters.isupper():
        return CAPITALS
    humps = _HUMP.findall(letters)
    if max(map(len, humps)) > 2 and all(_sayable(hump) for hump in humps):
        # A name in capitals and small letters; a single hump of any length is a word.
        sure = 0.7 if len(letters) >= 5 and letters[0].isupper() else 0.35
        return -sure * len(letters) - 0.3
    if letters.islower() and _sayable(letters):
        return -0.35 * len(letters) - 0.3
    weight = 1.2 * min(_clashes(letters), 3) + 1.2 * min(len(_UP_INSIDE.findall(letters)), 2)
    if not _VOWEL.search(letters.lower()):
        weight += 1.5
    if letters[-1] == "A" and letters[-2].islower():  # the danda's key
        weight += 2
    return weight


def _sayable(letters: str) -> bool:
    if len(letters) == 1:
        return True
    return bool(_VOWEL.search(letters.lower())) and not _clashes(letters)


def _clashes(letters: str) -> float:
    """Return how many pairs of letters no word has; `ks` is rare but at a word's end."""
    small = letters.lower()
    clashes = sum(pair not in _PAIRS for pair in _TWO_CONSONANTS.findall(small))
    return clashes + 0.7 * len(_INNER_KS.findall(small)) + len(_LOOSE_Q.findall(small))
