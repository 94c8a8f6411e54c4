"""Looking at every story, one by one: what the backend in memory finds, and in what order."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from itertools import chain
from math import log

from harkara.search.analysis import terms
from harkara.search.backends.scoring import FIELDS, FRESH, TIE, TITLES, B, K, texts_of
from harkara.search.documents import DEEPEST, Document, Hit, Order, Query
from harkara.search.planning import Plan, Row, Terms
from harkara.search.vocabulary import beginning_key, entry_of, is_hindi, words_of
from harkara.text.fold import fold
from harkara.text.lexicon import Lexicon
from harkara.text.phonetic import plain_roman
from harkara.text.romanise import romanise


class Story:
    """A story and the terms of its fields, text by text."""

    def __init__(self, document: Document) -> None:
        """Take in a story."""
        texts = texts_of(document)
        self.document = document
        self.texts = {field: [terms(text) for text in found] for field, found in texts.items()}
        self.fields = {field: list(chain(*found)) for field, found in self.texts.items()}
        self.words = set(words_of(chain(*texts.values())))
        self.headline_words = set(words_of(chain(*(texts[field] for field in TITLES))))

    def has(self, row: Sequence[str]) -> bool:
        """Say whether these terms stand one after another in a text."""
        return bool(row) and any(
            found[at : at + len(row)] == list(row)
            for found in chain(*self.texts.values())
            for at in range(len(found) - len(row) + 1)
        )

    def has_any(self, rows: Iterable[Row]) -> bool:
        """Say whether one of these rows of terms stands in a text."""
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

    def count(self, term: str) -> int:
        """Return in how many stories a term stands: in the field where it is in most."""
        return max(sum(term in story.fields[field] for story in self._stories) for field in FIELDS)

    def heard(self, typed: str) -> Mapping[str, int]:
        """Return the words that a spelling may stand for, and what each costs."""
        hindi = {word for story in self._stories for word in story.words if is_hindi(word)}
        latin = [word for word in self.owning(plain_roman(romanise(typed))) if not is_hindi(word)]
        return Lexicon(dict.fromkeys(hindi, 1)).costs(typed) | dict.fromkeys(latin, 0)

    def owning(self, roman: str) -> Sequence[str]:
        """Return the words that have this Roman spelling by custom, or are it."""
        every = {word for story in self._stories for word in story.words}
        return [word for word in every if roman and entry_of(word).own == roman]

    def beginning(self, typed: str, most: int) -> list[str]:
        """Return words of headlines that begin so, those in most headlines first."""
        start = fold(typed)
        return self._headline_words(lambda word: bool(start) and fold(word).startswith(start), most)

    def sounding_like(self, typed: str, most: int) -> list[str]:
        """Return Hindi words of headlines whose beginning is typed so."""
        key = beginning_key(typed)
        return self._headline_words(
            lambda word: bool(key) and is_hindi(word) and beginning_key(word).startswith(key), most
        )

    def _headline_words(self, fits: Callable[[str], bool], most: int) -> list[str]:
        often = Counter(chain(*(story.headline_words for story in self._stories)))
        return sorted(filter(fits, often), key=lambda word: (-often[word], word))[:most]

    def hits(self, query: Query, plan: Plan) -> tuple[list[Hit], int, bool]:
        """Return the hits of a query's page, of how many, and whether they lack some words."""
        fit = [
            story
            for story in self._stories
            if story.passes(query)
            and all(map(story.has_any, plan.phrases))
            and not any(map(story.has, plan.without))
        ]
        have = {
            story.document.number: sum(
                story.has_any([(term,) for term, _ in word]) for word in plan.words
            )
            for story in fit
        }
        enough = [story for story in fit if have[story.document.number] >= plan.needed]
        loosened = not enough
        if loosened:
            enough = [story for story in fit if have[story.document.number]]
        asked = [*plan.words, *plan.phrase_words]
        by_score = query.order is Order.RELEVANCE and plan.is_scored
        scored = [
            Hit(
                number=story.document.number,
                score=self._score(asked, story, query) if by_score else 0.0,
            )
            for story in enough
        ]
        hits = self._ordered(scored, by_score=by_score)
        size = max(query.page_size, 1)
        start = (max(query.page, 1) - 1) * size
        return hits[:DEEPEST][start : start + size], len(hits), loosened and bool(enough)

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

    def _score(self, asked: list[Terms], story: Story, query: Query) -> float:
        score = sum(self._worth(word, story) for word in asked)
        if query.at is not None:
            age = query.at - story.document.published_at
            score += sum(bonus for younger, bonus in FRESH if age <= younger)
        return score

    def _worth(self, word: Terms, story: Story) -> float:
        """Return what a word adds: its best term where it counts most, and a share of the rest."""
        worth = [
            sure * weight * self._bm25(term, field, story)
            for term, sure in word
            for field, weight in FIELDS.items()
        ]
        best = max(worth, default=0.0)
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
