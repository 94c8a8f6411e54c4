"""Shape: what a line looks like, whatever it says."""

import re
from functools import lru_cache

import regex

SENTENCE_END = re.compile(r"(?:[।॥?!…]|(?<![.])[.])[’”\"')\]»]*\s*$")
DANDA_INSIDE = re.compile("[।॥]")
FULL_STOP_INSIDE = re.compile(r"[a-z0-9)’”]\.(?:\s|$)")
QUESTION = re.compile(r"\?[’”\"')\]]*\s*$")
WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d'’.-]*")
_DEVANAGARI = regex.compile(r"\p{Devanagari}")
_LATIN = regex.compile(r"\p{Latin}")
PROSE_WORDS = 8


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a line in lower case, without the marks between them."""
    return tuple(word.rstrip(".-'’").lower() for word in WORD.findall(text))


def ends_sentence(text: str) -> bool:
    """Say whether a sentence ends where the line ends."""
    return SENTENCE_END.search(text) is not None


def is_prose(text: str) -> bool:
    """Say whether this is running text: whole sentences and enough of them."""
    if len(words(text)) < PROSE_WORDS:
        return False
    inside = DANDA_INSIDE.search(text) or FULL_STOP_INSIDE.search(text)
    return ends_sentence(text) or bool(inside and len(words(text)) >= 2 * PROSE_WORDS)


def is_sentence(text: str) -> bool:
    """Say whether this is at least one short sentence: it has words, and an end."""
    return len(words(text)) >= 3 and ends_sentence(text)


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
