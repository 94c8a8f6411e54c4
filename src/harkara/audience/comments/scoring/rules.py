"""Rules: what can be told of any comment, on any desk."""

from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from harkara.audience.comments.scoring.reasons import Doubt, Reason
from harkara.audience.comments.scoring.words_table import ADVERTS, HARSH, INNOCENT, RUDE
from harkara.text.fold import fold
from harkara.text.phonetic import closeness, keys

_LINK = regex.compile(
    r"(?:https?://|www\.)\S+|\b[a-z0-9][a-z0-9-]{1,62}\.(?:com|in|net|org|info|xyz|top|club|site|"
    r"online|link|shop|live|me|io|co|ly|app|biz|ru|cn)\b(?:/\S*)?|\bt\.me/\S+|\bwa\.me/\S+",
    regex.IGNORECASE,
)
_MAIL = regex.compile(r"[\w.+-]{2,64}@[\w-]{2,63}\.[a-z]{2,}", regex.IGNORECASE)
# Ten digits of an Indian mobile number, in either script, however they are parted.
_PHONE = regex.compile(r"(?<!\d)(?:\+?(?:91|९१)[\s-]*|[0०])?[6-9६-९](?:[\s.-]?\d){9}(?!\d)")
_REPEATED = regex.compile(r"(\X)(?:\s*\1){4,}")
_ROMAN = regex.compile(r"[A-Za-z]+")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
# A word with signs in the place of letters, or its letters parted by signs.
_MASKED = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:[*@$#%_]+[\p{L}\p{M}]+)+")
_PARTED = regex.compile(r"(?<![\p{L}\p{M}])(?:\X[.\-_*\s]){3,}\X(?![\p{L}\p{M}])")
_SIGNS = regex.compile(r"[^\p{L}\p{M}]+")
_OURS = regex.compile(r"[\p{Devanagari}\p{Latin}]")
_LETTER = regex.compile(r"\p{L}")
SHOUTING = 20
FOREIGN_SHARE = 0.5
SHOWN = 40
CLOSE, CLOSE_LONG = 0.65, 0.5
"""So close a Roman spelling must be to a word to be taken for it; a long one less close."""
LONG = 8
SHORTEST_ROMAN = 4
_DRAWN_OUT = regex.compile(r"(.)\1{2,}")
LEET = str.maketrans({"@": "a", "0": "o", "1": "i", "3": "e", "$": "s", "5": "s"})


def broken_rules(name: str, text: str) -> list[Reason]:
    """Return what speaks against a comment and its writer's name, each rule once."""
    whole = f"{name}\n{text}"
    found = [*_ways_off(whole), *_manners(whole), *_words(whole)]
    return list({one.doubt: one for one in reversed(found)}.values())[::-1]


def _ways_off(text: str) -> Iterator[Reason]:
    for doubt, pattern in ((Doubt.MAIL, _MAIL), (Doubt.LINK, _LINK), (Doubt.PHONE, _PHONE)):
        if seen := pattern.search(text):
            yield _shown(doubt, seen[0])


def _manners(text: str) -> Iterator[Reason]:
    if seen := _REPEATED.search(text):
        yield _shown(Doubt.REPEATED, seen[0][:8])
    roman = "".join(_ROMAN.findall(text))
    if len(roman) >= SHOUTING and roman.isupper():
        yield Reason(Doubt.SHOUTED)
    letters = _LETTER.findall(text)
    ours = sum(1 for one in letters if _OURS.match(one))
    if letters and ours < FOREIGN_SHARE * len(letters):
        yield Reason(Doubt.FOREIGN)


def _words(text: str) -> Iterator[Reason]:
    """Give the first word of each kind, and those that somebody tried to hide."""
    for word in _WORD.findall(text):
        if doubt := kind_of(word):
            yield _shown(doubt, word)
    yield from _hidden(text)
    folded = f" {' '.join(fold(word) for word in _WORD.findall(text))} "
    for phrase in _adverts():
        if f" {phrase} " in folded:
            yield _shown(Doubt.ADVERT, phrase)


def _hidden(text: str) -> Iterator[Reason]:
    for pattern in (_MASKED, _PARTED):
        for seen in pattern.findall(text):
            for plain in (seen.translate(LEET), seen):
                if kind_of(_SIGNS.sub("", plain)) is Doubt.ABUSE:
                    yield _shown(Doubt.HIDDEN, seen)
                    break


def kind_of(word: str) -> Doubt | None:
    """Say whether a word is abuse or rude, in Devanagari by its fold, in Roman by its sound."""
    return _kind_of_roman(word.lower()) if word.isascii() else _tables().get(fold(word))


@lru_cache(maxsize=4096)
def _kind_of_roman(word: str) -> Doubt | None:
    """Say what kind of word a Roman spelling is heard as."""
    heard = _DRAWN_OUT.sub(r"\1", word)
    if len(heard) < SHORTEST_ROMAN or word in _innocent() or heard in _innocent():
        return None
    for key in keys(heard)[:1]:
        for candidate in _by_sound().get(key, ()):
            if closeness(heard, candidate) >= (CLOSE_LONG if len(heard) >= LONG else CLOSE):
                return _tables()[fold(candidate)]
    return None


@cache
def _tables() -> dict[str, Doubt]:
    rude = {fold(word): Doubt.RUDE for word in RUDE.split()}
    return rude | {fold(word): Doubt.ABUSE for word in HARSH.split()}


@cache
def _by_sound() -> dict[str, list[str]]:
    """Return the words by each key they may be heard under, abuse first."""
    found: dict[str, list[str]] = {}
    for word in [*HARSH.split(), *RUDE.split()]:
        for key in keys(word):
            found.setdefault(key, []).append(word)
    return found


@cache
def _innocent() -> frozenset[str]:
    return frozenset(INNOCENT.split())


@cache
def _adverts() -> tuple[str, ...]:
    return tuple(
        " ".join(fold(word) for word in line.split()) for line in ADVERTS.strip().splitlines()
    )


def _shown(doubt: Doubt, seen: str) -> Reason:
    return Reason(doubt, seen.strip()[:SHOWN])
