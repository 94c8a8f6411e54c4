"""Whatever the stories and the query, the backends find the same; and no query is refused."""

import os
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.search.backends.samples import NOON, fill, story

from harkara.search.backends.base import Backend
from harkara.search.backends.memory import MemoryIndex
from harkara.search.backends.tantivy import TantivyIndex
from harkara.search.documents import AuthorName, Document, Order, Query, TopicNames
from harkara.search.parsing import MOST_WORDS, parse

# The same few in every run. Others on demand:
# HARKARA_AGREEMENTS=200 pytest tests/search/backends/test_agreement.py
ON_DEMAND = "HARKARA_AGREEMENTS" in os.environ
EXAMPLES = int(os.environ.get("HARKARA_AGREEMENTS", "10"))
WORDS = [
    "राम", "राजनाथ", "मंत्री", "मंत्रियों", "की", "में", "बजट", "बाजार", "बिहार", "BJP", "बीजेपी",
    "एस-400", "हिंदी", "हिन्दी",
]  # fmt: skip
TYPED = [*WORDS, "rajnath", "bajat", "bazaar", "s400", "hindi", "xyz", "ज़्यूरिख", "mein"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
TOPIC = st.builds(TopicNames, id=st.integers(1, 2), names=st.tuples(TEXT))
AUTHOR = st.builds(AuthorName, id=st.none() | st.integers(1, 2), name=TEXT)
PHRASE = st.lists(st.sampled_from(TYPED), min_size=1, max_size=3).map(" ".join).map('"{}"'.format)
STORY = st.builds(
    Document,
    number=st.integers(1, 12),
    headline=TEXT,
    standfirst=TEXT,
    body=st.lists(TEXT, max_size=3).map(tuple),
    section_id=st.none() | st.integers(1, 2),
    topics=st.lists(TOPIC, max_size=2).map(tuple),
    authors=st.lists(AUTHOR, max_size=1).map(tuple),
    published_at=st.integers(0, 200).map(lambda days: NOON - timedelta(days=days)),
)  # fmt: skip
ASKED = st.lists(
    st.sampled_from(TYPED)
    | st.sampled_from(TYPED).map("-{}".format)
    | st.lists(st.sampled_from(TYPED), min_size=1, max_size=3).map(
        lambda few: f'"{" ".join(few)}"'
    ),
    max_size=6,
).map(" ".join)
QUERY = st.builds(
    Query,
    text=ASKED,
    section_id=st.none() | st.integers(1, 3),
    topic_id=st.none() | st.integers(1, 3),
    author_id=st.none() | st.integers(1, 3),
    since=st.none() | st.integers(0, 200).map(lambda days: NOON - timedelta(days=days)),
    until=st.none() | st.integers(0, 200).map(lambda days: NOON - timedelta(days=days)),
    order=st.sampled_from(Order),
    page_size=st.integers(1, 5),
    at=st.none() | st.just(NOON),
)
ENGINE_SYNTAX = st.sampled_from(
    [
        '"', "“", "„", "-", "+", "AND", "OR NOT", "(", ")", "*", "^2", "~", "headline:", "[a TO b]",
        "'; DROP TABLE--", "%", "\\", "\x00", "\ud800", "\u200d", "{", "/.*/", "राम",
        "rajnath", " ",
    ]
)  # fmt: skip
ANYTHING = st.lists(
    ENGINE_SYNTAX | st.text(st.characters(exclude_categories=()), max_size=8), max_size=12
).map("".join)


@pytest.fixture(scope="module")
def filled() -> Iterator[list[Backend]]:
    """Return both backends with a few stories."""
    with tempfile.TemporaryDirectory() as folder:
        both: list[Backend] = [MemoryIndex(), TantivyIndex(Path(folder) / "index")]
        yield [fill(one, story(1, *WORDS), story(2, "राजनाथ -की (बजट)", "x")) for one in both]


@settings(max_examples=EXAMPLES, deadline=None, derandomize=not ON_DEMAND)
@given(st.lists(STORY, max_size=8), st.lists(QUERY, min_size=3, max_size=8))
def test_the_backends_find_the_same(stories: list[Document], queries: list[Query]) -> None:
    kept = {one.number: one for one in stories}
    with tempfile.TemporaryDirectory() as folder:
        plain = fill(MemoryIndex(), *kept.values())
        engine = fill(TantivyIndex(Path(folder) / "index"), *kept.values())
        for query in queries:
            one, other = plain.search(query), engine.search(query)

            assert one.total == other.total
            assert (one.loosened, one.suggestion) == (other.loosened, other.suggestion)
            assert [word.typed for word in one.words] == [word.typed for word in other.words]
            assert [{*word.found} for word in one.words] == [{*word.found} for word in other.words]
            assert [hit.score for hit in one.hits] == pytest.approx(
                [hit.score for hit in other.hits], rel=1e-3, abs=1e-4
            )
            if query.order is Order.NEWEST:
                assert [hit.number for hit in one.hits] == [hit.number for hit in other.hits]


@settings(max_examples=10 * EXAMPLES, deadline=None, derandomize=not ON_DEMAND)
@given(ANYTHING)
def test_no_query_is_refused(filled: list[Backend], text: str) -> None:
    one, other = (backend.search(Query(text=text)) for backend in filled)

    assert one.total == other.total
    assert filled[0].complete(text) == filled[1].complete(text)
    assert len(one.words) <= MOST_WORDS


@pytest.mark.parametrize(
    "piece", ["राम ", "-राम ", '"', '"राम मंत्री" ', "क", "(", "x\x00", "rajnath "]
)
def test_a_query_of_ten_thousand_characters_is_bounded(filled: list[Backend], piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    parsed = parse(text)

    for backend in filled:
        backend.search(Query(text=text))

    asked = [*parsed.words, *(word for few in (*parsed.phrases, *parsed.without) for word in few)]
    assert len(asked) <= MOST_WORDS
    assert parsed.left_out or len(text.split()) <= MOST_WORDS or not asked
