"""Suggestions: the query that was perhaps meant where the archive lacks a word of it."""

from collections.abc import Iterable
from itertools import islice
from math import log

from harkara.search.analysis import term_of
from harkara.search.documents import WordRead
from harkara.search.vocabulary import Vocabulary, is_hindi

MOST = 4
"""So many words of a query are looked for a better one."""
FARTHEST = 60
"""What costs more to read a word as, in tenths, is not suggested."""
_WEIGHT = 3.0
"""How many tenths of cost a word gains when nearly three times as many stories have it."""


def suggestion(text: str, words: Iterable[WordRead], vocabulary: Vocabulary) -> str:
    """Return a query with words of the archive for those that it lacks, or nothing.

    Hindi words are weighed by how they would be typed: सरकर is a slip for सरकार.
    """
    lacking = (word.typed for word in words if not word.found and word.typed.strip("0123456789."))
    better = text
    for typed in islice(lacking, MOST):
        word = _nearest(typed, vocabulary)
        if word:
            better = better.replace(typed, word, 1)
    return better if better != text else ""


def _nearest(typed: str, vocabulary: Vocabulary) -> str:
    """Return the word of the archive that is closest to one that it lacks, or nothing."""
    near = {
        word: cost - _WEIGHT * log(stories)
        for word, cost in vocabulary.heard(typed).items()
        if cost <= FARTHEST and is_hindi(word) and (stories := vocabulary.count(term_of(word)))
    }
    return min(near, key=lambda word: (near[word], word), default="")
