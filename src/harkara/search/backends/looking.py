"""Looking at every story, one by one: what the backend in memory finds, and in what order."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from itertools import chain, product
from math import log

from harkara.search.analysis import terms
from harkara.search.backends.scoring import FIELDS, FRESH, TIE, B, K, texts_of
from harkara.search.documents import Document, Hit, Order, Query
from harkara.search.planning import Plan, Wanted
from harkara.text.fold import fold
from harkara.text.tokens import words

_Found = tuple[Hit, "Story"]


class Story:
    """A story and the terms of its fields, text by text."""

    def __init__(self, document: Document) -> None:
        """Take in a story."""
        texts = texts_of(document)
        self.document = document
        self.texts = {field: [terms(text) for text in found] for field, found in texts.items()}
        self.fields = {field: list(chain(*found)) for field, found in self.texts.items()}
        self.words = {fold(word) for text in chain(*texts.values()) for word in words(text)}

    def has(self, row: Sequence[str]) -> bool:
        """Say whether these terms stand one after another in a text."""
        return bool(row) and any(
            found[at : at + len(row)] == list(row)
            for found in chain(*self.texts.values())
            for at in range(len(found) - len(row) + 1)
        )

    def has_any(self, wanted: Iterable[Wanted]) -> bool:
        """Say whether words stand one after another, each as one of its terms."""
        rows = product(*([term for term, _ in word.terms] for word in wanted))
        return any(map(self.has, rows))

    def passes(self, query: Query) -> bool:
        """Say whether the story passes the filters of a query."""
        story = self.document
        return (
            query.section_id in (None, story.section_id)
            and query.topic_id in (None, *(topic.id for topic in story.topics))
            and (query.author_id is None or query.author_id in {one.id for one in story.authors})
            and (query.since is None or story.published_at >= query.since)
            and (query.until is None or story.published_at < query.until)
        )


class Looking:
    """Some stories, to be looked at one by one."""

    def __init__(self, stories: list[Story]) -> None:
        """Take the stories."""
        self._stories = stories

    def hits(self, query: Query, plan: Plan) -> tuple[list[Hit], bool]:
        """Return all stories a plan finds, in order, and whether they lack some of the words."""
        fit = [
            story
            for story in self._stories
            if story.passes(query)
            and all(map(story.has_any, plan.phrases))
            and not any(map(story.has, plan.without))
        ]
        have = {id(story): sum(story.has_any([word]) for word in plan.words) for story in fit}
        enough = [story for story in fit if have[id(story)] >= plan.needed]
        loosened = bool(plan.needed) and not enough
        if loosened:
            enough = [story for story in fit if have[id(story)]]
        asked = [*plan.words, *chain(*plan.phrases)]
        scored = [
            Hit(number=story.document.number, score=self._score(asked, story, query))
            for story in enough
        ]
        by_score = query.order is Order.RELEVANCE and bool(asked)
        return self._ordered(scored, by_score=by_score), loosened and bool(enough)

    def nearest(self, weights: Mapping[str, float], since: datetime | None) -> list[Hit]:
        """Return the stories that have some of the terms, by the weight of those they have."""
        found = [
            Hit(
                number=story.document.number,
                score=sum(
                    weight * (self._bm25(term, "headline", story) + self._bm25(term, "body", story))
                    for term, weight in weights.items()
                ),
            )
            for story in self._stories
            if story.passes(Query(since=since))
        ]
        return self._ordered([hit for hit in found if hit.score > 0], by_score=True)

    @cached_property
    def _published_at(self) -> dict[int, datetime]:
        return {story.document.number: story.document.published_at for story in self._stories}

    def _ordered(self, hits: list[Hit], *, by_score: bool) -> list[Hit]:
        def key(hit: Hit) -> tuple[float, datetime, int]:
            return hit.score if by_score else 0.0, self._published_at[hit.number], hit.number

        return sorted(hits, key=key, reverse=True)

    def _score(self, asked: list[Wanted], story: Story, query: Query) -> float:
        score = sum(self._worth(word, story) for word in asked)
        if query.at is not None:
            age = query.at - story.document.published_at
            score += sum(bonus for younger, bonus in FRESH if age <= younger)
        return score

    def _worth(self, word: Wanted, story: Story) -> float:
        """Return what a word adds: its likeliest term's worth in the field where it counts most."""
        return max((sure * self._worth_of(term, story) for term, sure in word.terms), default=0.0)

    def _worth_of(self, term: str, story: Story) -> float:
        worth = [weight * self._bm25(term, field, story) for field, weight in FIELDS.items()]
        best = max(worth)
        return best + TIE * (sum(worth) - best)

    def _bm25(self, term: str, field: str, story: Story) -> float:
        """Return what a term is worth in a field (Robertson and Zaragoza, 2009)."""
        often = story.fields[field].count(term)
        if not often:
            return 0.0
        have = sum(term in other.fields[field] for other in self._stories)
        idf = log(1 + (len(self._stories) - have + 0.5) / (have + 0.5))
        usual = sum(len(other.fields[field]) for other in self._stories) / len(self._stories)
        length = len(story.fields[field]) / usual
        return idf * often * (K + 1) / (often + K * (1 - B + B * length))
