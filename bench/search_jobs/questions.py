"""How well a paragraph is found by a question that it answers."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.postgres import postgres
from bench.measuring.searching import (
    FTS5_AS_IT_COMES,
    FTS5_WHOLE_WORDS,
    Asked,
    document,
    fill,
    fts5,
    ours,
    quality,
)
from harkara.search.backends.tantivy import TantivyIndex

SET = "search-xquad-hi"


def measure(data: Data, _stories: int) -> Iterator[Figure]:
    """Give the quality of ours and of rivals; a paragraph has no headline."""
    rows = list(enumerate(data.rows(SET), start=1))
    stories = [document(number, "", str(row["text"])) for number, row in rows]
    asked = [
        Asked(str(query["query"]), frozenset({number}))
        for number, row in rows
        for query in row["queries"]
    ]
    with TemporaryDirectory() as folder:
        index = TantivyIndex(Path(folder) / "index")
        fill(index, stories)
        yield from quality(f"questions/{SET}", asked, ours(index))
    yield from quality(f"questions/{SET}", asked, fts5(stories, FTS5_AS_IT_COMES), "@fts5-wagtail")
    yield from quality(f"questions/{SET}", asked, fts5(stories, FTS5_WHOLE_WORDS), "@bm25-plain")
    with postgres(stories) as server:
        if server:
            key = f"questions/{SET}"
            yield from quality(key, asked, server, "@postgres-hindi", perf_counter)
