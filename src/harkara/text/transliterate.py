"""Transliterating: Roman letters as Hindi is typed in them, turned into Devanagari.

A word's candidates come from the caller's lexicon, from the tables of words with a spelling of
their own, and from rules that spell any letters and look at the shapes of the lexicon's words;
all are ranked on one scale.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log

import regex

from harkara.text.languages import HINDI, Profile
from harkara.text.lexicon import Lexicon
from harkara.text.phonetic import plain_roman
from harkara.text.roman.loans import EVERYDAY, TABLES, lines
from harkara.text.roman.spelling import spellings
from harkara.text.roman.typed import FAR
from harkara.text.tokens import ADDRESS

# On the scale of the tables of costs: what is subtracted from the cost of a word of the lexicon
# for each time it is used nearly three times as often, and added to other candidates.
_WEIGHT = 2.0
_BY_TABLE = 4
_BY_TABLE_NEXT = 6
_BY_LETTERS = 6
_BY_LETTERS_OF_VOWELS = 25
_BY_RULES = 25
_BY_SHAPES = -30
_TRIED = 12
_MOST_LETTERS = 6
_PIECE = regex.compile(rf"(?P<address>{ADDRESS})|(?P<word>[a-zA-Z\u00c0-\u017f]+)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to write a typed word in Devanagari."""

    word: str
    cost: float
    """How unlikely it is, in tenths: 10 more is about a third as likely."""
    by: str
    """`lexicon`, `table`, `letter names` or `rules`."""


def candidates(
    roman: str, lexicon: Lexicon | None = None, *, most: int = 5, profile: Profile = HINDI
) -> list[Candidate]:
    """Return ways to write a typed word in Devanagari, at most so many, the likeliest first.

    Only the Latin letters of the word are read. It may be the beginning of a word.

    >>> [found.word for found in candidates("namaste", most=1) + candidates("bjp", most=1)]
    ['नमस्ते', 'बीजेपी']
    >>> archive = Lexicon({"शिकायत": 40, "शिकायतें": 3})
    >>> [found.word for found in candidates("shikayat", archive, most=1)]
    ['शिकायत']
    """
    plain = plain_roman(roman)
    if not plain:
        return []
    found: dict[str, Candidate] = {}
    _keep(found, _known(plain, lexicon, profile))
    known = sorted(one.cost for one in found.values())
    dearest = known[most - 1] if 0 < most <= len(known) else FAR
    _keep(found, _spelled(plain, lexicon, dearest))
    return sorted(found.values(), key=lambda one: (one.cost, one.word))[:most]


def _keep(found: dict[str, Candidate], candidates: Iterable[Candidate]) -> None:
    """Add candidates, of those with the same word the likeliest."""
    for candidate in candidates:
        known = found.get(candidate.word)
        if known is None or candidate.cost < known.cost:
            found[candidate.word] = candidate


def _known(plain: str, lexicon: Lexicon | None, profile: Profile) -> Iterable[Candidate]:
    if lexicon is not None:
        for word, cost in lexicon.costs(plain).items():
            often = _WEIGHT * log(1 + max(lexicon.frequency(word), 0))
            yield Candidate(word, cost - often, "lexicon")
    for place, word in enumerate(_own_words().get(plain, ())):
        yield Candidate(word, _BY_TABLE + _BY_TABLE_NEXT * place, "table")
    if len(plain) <= _MOST_LETTERS:
        names = [_letter_names(profile).get(letter, "") for letter in plain]
        if all(names):
            vowels = sum(letter in "aeiou" for letter in plain)
            yield Candidate(
                "".join(names), _BY_LETTERS + _BY_LETTERS_OF_VOWELS * vowels, "letter names"
            )


def _spelled(plain: str, lexicon: Lexicon | None, dearest: float) -> Iterable[Candidate]:
    shapes = lexicon.shapes() if lexicon is not None else None
    more = _BY_RULES if shapes is None else _BY_SHAPES
    for cost, word in spellings(plain, _TRIED, shapes, dearest=dearest - more):
        yield Candidate(word, cost + more, "rules")


def transliterate(
    text: str,
    lexicon: Lexicon | None = None,
    *,
    keep: Collection[str] = (),
    profile: Profile = HINDI,
) -> str:
    """Return the text with its Roman words in Devanagari, the likeliest candidate of each.

    Numbers, marks, addresses of mail and web, and what is in another script stay as they are,
    and so do the words to `keep`, given in small letters.

    >>> transliterate("namaste, Live TV 24 par! likhen: desk@akhbar.in", keep={"live", "tv"})
    'नमस्ते, Live TV 24 पर! लिखें: desk@akhbar.in'
    """

    def read(found: regex.Match[str]) -> str:
        word = found["word"]
        if word is None or word.lower() in keep:
            return found[0]
        best = candidates(word, lexicon, most=1, profile=profile)
        return best[0].word if best else word

    return _PIECE.sub(read, text)


def typed_words(text: str, *, keep: Collection[str] = ()) -> list[str]:
    """Return the words of a text that `transliterate` writes in Devanagari, in order.

    >>> typed_words("namaste, Live TV 24 par! desk@akhbar.in", keep={"live", "tv"})
    ['namaste', 'par']
    """
    found = (piece["word"] for piece in _PIECE.finditer(text))
    return [word for word in found if word is not None and word.lower() not in keep]


@lru_cache(maxsize=1)
def _own_words() -> dict[str, list[str]]:
    """Return the Hindi words of the tables by their own Roman spelling."""
    found: dict[str, list[str]] = {}
    for name in (EVERYDAY, *TABLES):
        for line in lines(name):
            roman, _, words = line.partition("\t")
            known = found.setdefault(plain_roman(roman), [])
            known += [word for word in words.split() if word not in known]
    return found


@lru_cache(maxsize=8)
def _letter_names(profile: Profile) -> dict[str, str]:
    """Return the name of each Roman letter, the first one of those it has."""
    return {letter: name for name, letter in reversed(list(profile.letter_names.items()))}
