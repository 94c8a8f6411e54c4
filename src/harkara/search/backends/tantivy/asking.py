"""Asking: a plan as a query of the engine."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

import tantivy
from tantivy import FieldType, Occur

from harkara.search.backends.scoring import FIELDS, FRESH, TIE
from harkara.search.backends.tantivy.schema import AUTHOR, PUBLISHED, SECTION, TOPIC, instant
from harkara.search.documents import Query
from harkara.search.planning import Plan, Row, Terms

_Asked = tuple[Occur, tantivy.Query]
Frequency = Callable[[str, str], int]
"""In how many stories a term stands in a field."""


class Asking:
    """Makes queries for one state of the index."""

    def __init__(self, schema: tantivy.Schema, frequency: Frequency) -> None:
        """Take the schema and what counts terms: where a term is not is not looked."""
        self._schema = schema
        self._frequency = frequency

    def found_by(self, query: Query, plan: Plan, needed: int) -> tantivy.Query:
        """Return the query for the stories with so many of a plan's words, scored."""
        asked = [(Occur.Must, _silent(one)) for one in self._filters(query)]
        asked += [(Occur.Must, _silent(self._any(rows))) for rows in plan.phrases]
        asked += self._words(plan, needed)
        asked += [(Occur.Should, self._worth(word)) for word in plan.phrase_words]
        if not any(occur is Occur.Must for occur, _ in asked):
            asked.append((Occur.Must, _silent(tantivy.Query.all_query())))
        if query.at is not None and plan.is_scored:
            asked += [(Occur.Should, fresh) for fresh in self._fresh(query.at)]
        asked += [(Occur.MustNot, self._any([row])) for row in plan.without]
        return tantivy.Query.boolean_query(asked)

    def near(self, weights: Mapping[str, float], since: datetime | None) -> tantivy.Query:
        """Return the query for the stories that have some of the terms in headline or body."""
        terms = [
            (Occur.Should, tantivy.Query.boost_query(self._term(field, term), weight))
            for term, weight in weights.items()
            for field in ("headline", "body")
            if weight > 0 and self._frequency(field, term)
        ]
        if not terms:
            return tantivy.Query.empty_query()
        asked = [(Occur.Must, tantivy.Query.boolean_query(terms))]
        asked += [(Occur.Must, _silent(one)) for one in self._filters(Query(since=since))]
        return tantivy.Query.boolean_query(asked)

    def _words(self, plan: Plan, needed: int) -> list[_Asked]:
        words = [self._worth(word) for word in plan.words]
        if needed == len(words):
            return [(Occur.Must, word) for word in words]
        some = tantivy.Query.boolean_query([(Occur.Should, word) for word in words], needed)
        return [(Occur.Must, some)]

    def _worth(self, word: Terms) -> tantivy.Query:
        """Return a word's worth: its best term's in its best field, and a share of all others."""
        places = [
            tantivy.Query.boost_query(self._term(field, term), sure * weight)
            for term, sure in word
            for field, weight in FIELDS.items()
            if self._frequency(field, term)
        ]
        return tantivy.Query.disjunction_max_query(places, TIE)

    def _any(self, rows: "tuple[Row, ...] | list[Row]") -> tantivy.Query:
        """Return the query for stories that have one of these rows of terms in a text."""
        found = [
            self._term(field, row[0])
            if len(row) == 1
            else tantivy.Query.phrase_query(self._schema, field, list(row))
            for row in rows
            for field in FIELDS
            if all(self._frequency(field, term) for term in row)
        ]
        return tantivy.Query.boolean_query([(Occur.Should, one) for one in found])

    def _filters(self, query: Query) -> Iterator[tantivy.Query]:
        ids = {SECTION: query.section_id, TOPIC: query.topic_id, AUTHOR: query.author_id}
        for field, one in ids.items():
            if one is not None:
                yield self._term(field, str(one))
        if query.since is not None or query.until is not None:
            yield self._published(query.since, query.until)

    def _fresh(self, at: datetime) -> Iterator[tantivy.Query]:
        for younger, bonus in FRESH:
            yield tantivy.Query.const_score_query(self._published(at - younger, None), bonus)

    def _published(self, since: datetime | None, until: datetime | None) -> tantivy.Query:
        return tantivy.Query.range_query(
            self._schema,
            PUBLISHED,
            FieldType.Integer,
            None if since is None else instant(since),
            None if until is None else instant(until) - 1,
        )

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, term)


def _silent(query: tantivy.Query) -> tantivy.Query:
    """Return a query that finds the same and adds nothing to the score."""
    return tantivy.Query.const_score_query(query, 0.0)
