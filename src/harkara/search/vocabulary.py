"""Vocabulary: the words of an archive as a backend keeps them, and what is kept of each.

Every distinct word that a story has is kept once, as it was written: with the keys of its sound,
so that Roman spellings find it, and with what a completion begins with. How many stories have a
word is not kept with it but asked of the index, by its term.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

import regex

from harkara.search.analysis import LONGEST_WORD, parts
from harkara.text.chars import JOINERS, LETTER
from harkara.text.phonetic import Entry, plain_roman
from harkara.text.romanise import romanise
from harkara.text.sounding import rows_of
from harkara.text.tokens import words

_JOINERS = regex.compile(f"[{JOINERS}]")
_HINDI = regex.compile(f"[{LETTER}]")
_LATIN = regex.compile(r"\p{Latin}\p{Latin}++\Z")
_ALIKE = regex.compile(r"(?P<twice>.)(?P=twice)+|ee|oo|ph|w|z|q|chh|(?<=[bcdgjkpst])h")
_HEARD = {"ee": "i", "oo": "u", "ph": "f", "w": "v", "z": "j", "q": "k", "chh": "c", "h": ""}


class Vocabulary(Protocol):
    """The words of an archive. Some that it tells of may stand in no story any more."""

    def count(self, term: str) -> int:
        """Return in how many stories a term stands, about; 0 if and only if in none."""

    def heard(self, typed: str) -> Mapping[str, int]:
        """Return the words that a spelling may stand for, and what each costs: `sounding.costs`."""

    def owning(self, roman: str) -> Sequence[str]:
        """Return the words that have this Roman spelling by custom, or are it."""

    def beginning(self, typed: str, most: int) -> list[str]:
        """Return words of headlines that begin so, those in most headlines first."""

    def sounding_like(self, typed: str, most: int) -> list[str]:
        """Return Hindi words of headlines whose `beginning_key` begins so."""


class Kept(NamedTuple):
    """What is kept of a word."""

    entry: Entry
    """The word, ready to be compared: making it so again would cost more than keeping it."""
    sounds: tuple[tuple[str, tuple[str, ...]], ...]
    """Its phonetic keys, each with its parts."""


def words_of(texts: Iterable[str]) -> Iterator[str]:
    """Give the words of some texts that a vocabulary keeps, as it keeps them: not numbers.

    >>> list(words_of(["मोदी ने PM-2 कहा"]))
    ['मोदी', 'ने', 'PM', 'कहा']
    """
    for text in texts:
        for word in words(text):
            for part in parts(word):
                plain = unicodedata.normalize("NFC", _JOINERS.sub("", part))
                if _HINDI.match(plain) or _LATIN.match(plain):
                    yield plain


def kept(word: str) -> Kept:
    """Return what is kept of a word."""
    entry = entry_of(word)
    return Kept(entry, tuple(rows_of(entry)))


def entry_of(word: str) -> Entry:
    """Return a word of the vocabulary ready to be compared; a Latin word is its own spelling."""
    if is_hindi(word):
        return Entry.of(word)
    return Entry(word, (), plain_roman(word), 0)


def is_hindi(word: str) -> bool:
    """Say whether a word is written in Devanagari."""
    return _HINDI.match(word) is not None


@lru_cache(maxsize=2**15)
def beginning_key(text: str) -> str:
    """Return what the beginning of a word has in common however it is typed in Roman letters.

    >>> beginning_key("sarkaar"), beginning_key("सरकार"), beginning_key("फोटो")
    ('sarkar', 'sarkar', 'foto')
    """
    roman = plain_roman(romanise(text[:LONGEST_WORD]))
    return _ALIKE.sub(lambda found: _HEARD.get(found[0], found[0][0]), roman)
