"""Snapshot: an index as one commit left it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

import tantivy

from harkara.search.backends.scoring import FIELDS
from harkara.search.backends.tantivy.asking import Asking
from harkara.search.backends.tantivy.schema import NUMBER, PUBLISHED
from harkara.search.backends.tantivy.words import WordTable
from harkara.search.documents import DEEPEST, Hit, Order, Query
from harkara.search.planning import Plan

_MOST_COUNTED = 2**14
_AT_ONCE = 10_000
_WINDOW = 100
"""Hits with the same score are put in order among so many."""


class Snapshot:
    """What can be asked of an index; it does not change while others write."""

    def __init__(self, engine: tantivy.Index, words: WordTable) -> None:
        """Take the engine's index as it is now, and its table of words."""
        self._searcher = engine.searcher()
        self._words = words
        self._frequency = lru_cache(maxsize=_MOST_COUNTED)(self._searcher.doc_freq)
        self._stories_with = lru_cache(maxsize=_MOST_COUNTED)(self._count)
        self._asking = Asking(engine.schema, self._frequency)

    @property
    def stories(self) -> int:
        """How many stories there are."""
        return self._searcher.num_docs

    def count(self, term: str) -> int:
        """Return in how many stories a term stands: in the field where it is in most."""
        return self._stories_with(term)

    def _count(self, term: str) -> int:
        return max([self._frequency(field, term) for field in FIELDS])

    def heard(self, typed: str) -> Mapping[str, int]:
        """Return the words that a spelling may stand for, and what each costs."""
        return self._words.heard(typed)

    def owning(self, roman: str) -> Sequence[str]:
        """Return the words that have this Roman spelling by custom, or are it."""
        return self._words.owning(roman)

    def beginning(self, typed: str, most: int) -> list[str]:
        """Return words of headlines that begin so, those in most headlines first."""
        return self._words.beginning(typed, most)

    def sounding_like(self, typed: str, most: int) -> list[str]:
        """Return Hindi words of headlines whose beginning is typed so."""
        return self._words.sounding_like(typed, most)

    def hits(self, query: Query, plan: Plan) -> tuple[list[Hit], int, bool]:
        """Return the hits of a query's page, of how many, and whether they lack some words."""
        found, total = self._page(query, plan, plan.needed)
        if total or plan.needed < 2:
            return found, total, False
        found, total = self._page(query, plan, 1)
        return found, total, total > 0

    def nearest(self, weights: Mapping[str, float], most: int, since: datetime | None) -> list[Hit]:
        """Return the stories that have the terms, by their weights."""
        if not weights or most < 1:
            return []
        return self._ordered(self._asking.near(weights, since), most, by_score=True)[0]

    def numbers(self) -> Iterator[int]:
        """Give the numbers of all stories, reading some thousands of them at a time."""
        offset, everything = 0, tantivy.Query.all_query()
        while True:
            found = self._searcher.search(everything, _AT_ONCE, count=False, offset=offset)
            yield from self._values(NUMBER, [address for _, address in found.hits])
            if len(found.hits) < _AT_ONCE:
                return
            offset += _AT_ONCE

    def _page(self, query: Query, plan: Plan, needed: int) -> tuple[list[Hit], int]:
        size = max(query.page_size, 1)
        start = (max(query.page, 1) - 1) * size
        by_score = query.order is Order.RELEVANCE and plan.is_scored
        end = min(start + size, DEEPEST)
        asked = self._asking.found_by(query, plan, needed)
        hits, total = self._ordered(asked, end, by_score=by_score)
        return hits[start:end], total

    def _ordered(self, asked: tantivy.Query, end: int, *, by_score: bool) -> tuple[list[Hit], int]:
        """Return the first hits: the best or newest; of like ones the newest, or the last filed."""
        limit = -(-max(end, 1) // _WINDOW) * _WINDOW
        order = None if by_score else PUBLISHED
        found = self._searcher.search(asked, limit, count=True, order_by_field=order)
        addresses = [address for _, address in found.hits]
        numbers, times = self._values(NUMBER, addresses), self._values(PUBLISHED, addresses)
        scores = [float(score) if by_score else 0.0 for score, _ in found.hits]
        rows = sorted(zip(scores, times, numbers, strict=True), reverse=True)
        return [Hit(number=number, score=score) for score, _, number in rows], found.count or 0  # type: ignore[attr-defined]  # its stub lacks it

    def _values(self, field: str, addresses: list[tantivy.DocAddress]) -> list[int]:
        values = self._searcher.fast_field_values(field, addresses)
        return [int(value) for value in values if value is not None]
