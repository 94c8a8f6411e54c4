"""Romanising: Hindi in Roman letters, as its readers write it and not as scholars do."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

from harkara.text.chars import (
    ABBREVIATION,
    DANDA,
    DEVANAGARI_DIGITS,
    DOUBLE_DANDA,
    JOINERS,
    LATIN_DIGITS,
    LETTER,
    SIGN,
    VISARGA,
)
from harkara.text.languages import HINDI, Profile
from harkara.text.roman.acronyms import letters
from harkara.text.roman.compounds import spell_parts
from harkara.text.roman.forms import formed
from harkara.text.roman.loans import read_back
from harkara.text.roman.parts_table import HYPHENATED

LONGEST_WORD = 60
"""No Hindi word is longer: a longer row of letters is read in pieces, to keep the cost flat."""
_WORD = regex.compile(
    rf"(?<![{LETTER}{SIGN}])(?:{'|'.join(HYPHENATED)})(?![{LETTER}{SIGN}])"
    f"|[{LETTER}{SIGN}{JOINERS}]{{1,{LONGEST_WORD}}}"
)
# The name of a letter alone means the letter beside a number (एस-400), a full stop (ए. के.)
# or as the first part of a word (ई-मेल).
_LETTER_AFTER = regex.compile(rf"\.|-?[\p{{Nd}}]|-(?=[{LETTER}])")
_LETTER_BEFORE = regex.compile(r"(?:\p{Nd}-?|[\p{L}\p{M}]\. ?)\Z")
# A word that ends sentences is a letter only before another: आई. के. गुजराल, but वह आई.
_INITIAL_AFTER = regex.compile(rf"\. ?[{LETTER}{SIGN}]{{1,8}}\.|-?[\p{{Nd}}]")
# A visarga that is no colon in disguise: अतः, क्रमशः and short words such as छः.
_VISARGA_KEPT = regex.compile(f"(?:[तश]|\\A[{LETTER}]{{1,2}}){VISARGA}\\Z")
_JOINERS = regex.compile(f"[{JOINERS}]")
_MARKS = str.maketrans(
    dict(zip(DEVANAGARI_DIGITS, LATIN_DIGITS, strict=True))
    | {DANDA: ".", DOUBLE_DANDA: ".", ABBREVIATION: "."}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How one word was read, and what the reading rests on."""

    word: str
    roman: str
    by: str
    """`table`, `letter names`, `English guess` or `sounds`."""
    at: int
    """Where the word begins in the text."""


def romanise(text: str, *, profile: Profile = HINDI) -> str:
    """Return the text in Roman letters; what is not of the script stays as it is.

    >>> romanise("राजनाथ सिंह ने एस-400 की डिलीवरी पर बात की।")
    'rajnath singh ne s-400 ki delivery par baat ki.'
    >>> romanise("सीबीआई, एसयू-30 एमकेआई और टी20 क्रिकेट")
    'cbi, su-30 mki aur t20 cricket'
    """
    read = _WORD.sub(lambda match: _read(text, match, profile)[0], text)
    return read.translate(_MARKS)


def readings(text: str, *, profile: Profile = HINDI) -> list[Reading]:
    """Return how each word of the script in a text is read, in order.

    >>> [(reading.roman, reading.by) for reading in readings("नाटो की बैठक")]
    [('nato', 'table'), ('ki', 'sounds'), ('baithak', 'sounds')]
    """
    return [
        Reading(match[0], *_read(text, match, profile), match.start())
        for match in _WORD.finditer(text)
    ]


def _read(text: str, match: regex.Match[str], profile: Profile) -> tuple[str, str]:
    """Return the reading of a word in its text, and what it rests on."""
    word = match[0]
    letter = profile.letter_names.get(word)
    if letter is not None and _is_letter(text, *match.span(), profile):
        return letter, "letter names"
    return _word(word, profile)


def _is_letter(text: str, start: int, end: int, profile: Profile) -> bool:
    ends_sentences = text[start:end] in profile.final_words
    after = (_INITIAL_AFTER if ends_sentences else _LETTER_AFTER).match(text, end)
    return bool(after or _LETTER_BEFORE.search(text[max(start - 3, 0) : start]))


def customary(word: str, *, profile: Profile = HINDI) -> tuple[str, str]:
    """Return the Roman spelling that a word has by custom, and what that rests on.

    Both are empty for a word that is spelled by its sounds.

    >>> customary("नाटो"), customary("बैठक")
    (('nato', 'table'), ('', ''))
    """
    return _customary(_plain(word, profile), HYPHENATED.get(word), profile)


@lru_cache(maxsize=50_000)
def _word(word: str, profile: Profile) -> tuple[str, str]:
    """Return the reading of a word by itself and what it rests on."""
    plain = _plain(word, profile)
    custom = _customary(plain, HYPHENATED.get(word), profile)
    if custom[0]:
        return custom
    for letters_there, spoken_as in profile.clusters.items():
        plain = plain.replace(letters_there, spoken_as)
    return spell_parts(plain, profile), "sounds"


def _plain(word: str, profile: Profile) -> str:
    """Return a word composed, without joiners and without a visarga that is none."""
    plain = unicodedata.normalize("NFC", _JOINERS.sub("", word))  # क़ as one character or two
    base = plain.removesuffix(VISARGA)
    if base not in profile.visarga_words and not _VISARGA_KEPT.search(plain):
        return base
    return plain


def _customary(plain: str, hyphenated: str | None, profile: Profile) -> tuple[str, str]:
    known = hyphenated or profile.romans.get(plain) or read_back(plain)
    if known is not None:
        return known, "table"
    named = letters(plain, profile)
    if named is not None:
        return named, "letter names"
    learned = formed(plain)
    return (learned, "English guess") if learned is not None else ("", "")
