"""Shape: what a line looks like, whatever it says."""

import re
from collections.abc import Iterator
from functools import lru_cache

import regex

_ENDS, _CLOSERS = ("।", "॥", "?", "!", "…"), "’”\"')]»"
DANDA_INSIDE = re.compile("[।॥]")
FULL_STOP_INSIDE = re.compile(r"[a-z0-9)’”]\.(?:\s|$)")
QUESTION = re.compile(r"\?[’”\"')\]]*\s*$")
ASKS_OR_CRIES = re.compile(r"[?!…][’”\"')\]]*\s*$")
WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d'’.-]*")
_DEVANAGARI = regex.compile(r"\p{Devanagari}")
_LATIN = regex.compile(r"\p{Latin}")
PROSE_WORDS = 8
SPOKEN = regex.compile(r"[.,;!—@:]\s|[.!]$|@\w")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a line in lower case, without the marks between them."""
    return tuple(each_word(text))


def each_word(text: str) -> Iterator[str]:
    """Give the words of a line one by one, for who may not want them all."""
    return (found[0].rstrip(".-'’").lower() for found in WORD.finditer(text))


def ends_sentence(text: str) -> bool:
    """Say whether a sentence ends where the line ends."""
    said = text.rstrip().rstrip(_CLOSERS)
    return said.endswith(_ENDS) or (said.endswith(".") and not said.endswith(".."))


def is_prose(text: str) -> bool:
    """Say whether this is running text: whole sentences and enough of them.

    A question or a cry alone may as well be a headline, however long it is.
    """
    count = len(words(text))
    if count < PROSE_WORDS:
        return False
    inside = DANDA_INSIDE.search(text) or FULL_STOP_INSIDE.search(text)
    if ends_sentence(text) and (inside or not ASKS_OR_CRIES.search(text)):
        return True
    return inside is not None and count >= 2 * PROSE_WORDS


def is_sentence(text: str) -> bool:
    """Say whether this is at least one short sentence: it has words, and an end."""
    return len(words(text)) >= 3 and ends_sentence(text)


def is_spoken(text: str) -> bool:
    """Say whether somebody may be saying this: a title and a vendor's line have no such marks."""
    return SPOKEN.search(text) is not None or len(words(text)) > 2 * PROSE_WORDS


def is_question(text: str) -> bool:
    """Say whether the line asks something."""
    return QUESTION.search(text) is not None


def is_headline(text: str) -> bool:
    """Say whether this could stand over a story: some words, and no full sentence's end."""
    return 3 <= len(words(text)) <= 32 and not text.rstrip().endswith(("।", "॥", ".", ":", ","))


def devanagari(text: str) -> int:
    """Return how many characters are Devanagari."""
    return len(_DEVANAGARI.findall(text))


def latin(text: str) -> int:
    """Return how many characters are Latin letters."""
    return len(_LATIN.findall(text))


def is_foreign(text: str) -> bool:
    """Say whether a line has Latin words and not one Devanagari letter."""
    return latin(text) > 1 and devanagari(text) == 0
