"""What may be kept of a search that found nothing: a few plain words, and nobody's data."""

import regex

from harkara.text.fold import fold
from harkara.text.tokens import words

LONGEST = 60
MOST_WORDS = 6
FEWEST_LETTERS = 2
MOST_DIGITS = 4
"""A year has four digits; telephone, card and account numbers, and Aadhaar, have more."""
_LETTER = regex.compile(r"\p{L}")
_DIGIT = regex.compile(r"\p{Nd}")
_NOT_WORDS = regex.compile(r"[@/\\<>{}=]|www\.")


def kept_words(query: str) -> str:
    """Return the words of a search as they may be kept, "" if they may not.

    >>> kept_words("  सोहनी   पुल "), kept_words("मेरा नंबर 98765 43210"), kept_words("a@b.in")
    ('सोहनी पुल', '', '')
    """
    said = " ".join(query.split()).lower()
    few = len(said) <= LONGEST and len(said.split()) <= MOST_WORDS
    plain = not _NOT_WORDS.search(said) and len(_DIGIT.findall(said)) <= MOST_DIGITS
    return said if few and plain and len(_LETTER.findall(said)) >= FEWEST_LETTERS else ""


def key_of(said: str) -> str:
    """Return the key under which the spellings of the same words meet."""
    return " ".join(fold(word) for word in words(said))
