"""Completion: what a query that is being typed may become, in words of the archive's headlines."""

import regex

from harkara.search.analysis import term_of
from harkara.search.documents import Completion
from harkara.search.vocabulary import Vocabulary, is_hindi
from harkara.text.chars import JOINERS
from harkara.text.fold import fold

LONGEST = 200
"""A longer query is not completed."""
_WEIGHED = 32
"""So many words that begin right are weighed by how many stories have them."""
_LAST_WORD = regex.compile(rf"[\p{{L}}\p{{M}}{JOINERS}]++\Z")


def complete(typed: str, vocabulary: Vocabulary, most: int) -> tuple[Completion, ...]:
    """Return what a query may become, the most used first; spellings of one word are one."""
    last = _LAST_WORD.search(typed) if len(typed) <= LONGEST else None
    if last is None:
        return ()
    found = vocabulary.beginning(last[0], _WEIGHED)
    if not is_hindi(last[0]):
        found += vocabulary.sounding_like(last[0], _WEIGHED)
    spelled: dict[str, str] = {}
    for word in found:
        spelled.setdefault(fold(word), word)
    weighed = [(vocabulary.count(term_of(word)), word) for word in spelled.values()]
    weighed.sort(key=lambda one: (-one[0], one[1]))
    before = typed[: last.start()]
    return tuple(
        Completion(text=before + word, stories=stories)
        for stories, word in weighed[:most]
        if stories
    )
