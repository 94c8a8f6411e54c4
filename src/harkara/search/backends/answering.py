"""Answering: from what was typed to results, for any backend that can be asked for a plan."""

from collections.abc import Callable

from harkara.search.documents import Hit, Query, Results
from harkara.search.parsing import parse
from harkara.search.planning import Plan, plan
from harkara.search.suggestions import suggestion
from harkara.search.vocabulary import Vocabulary

Find = Callable[[Query, Plan], tuple[list[Hit], int, bool]]
"""Returns the hits of a query's page, of how many, and whether they lack some of the words."""


def answer(query: Query, vocabulary: Vocabulary, find: Find) -> Results:
    """Return what a query finds."""
    parsed = parse(query.text)
    planned, words = plan(parsed, vocabulary)
    hits, total, loosened = find(query, planned)
    return Results(
        hits=tuple(hits),
        total=total,
        page=query.page,
        page_size=query.page_size,
        words=words,
        suggestion=suggestion(query.text, words, vocabulary),
        loosened=loosened,
        left_out=parsed.left_out,
    )
