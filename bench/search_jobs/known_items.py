"""How well a story is found by telling words of its headline, typed in either script."""

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
    KNOWN_ITEMS,
    archive,
    fill,
    fts5,
    known_items,
    ours,
    quality,
)
from harkara.search.backends.tantivy import TantivyIndex


def measure(data: Data, _stories: int) -> Iterator[Figure]:
    """Give the quality of ours and of rivals among the stories of the set's own archive."""
    stories = archive(data)
    with TemporaryDirectory() as folder:
        index = TantivyIndex(Path(folder) / "index")
        fill(index, stories)
        searches = {
            "": ours(index),
            "@fts5-wagtail": fts5(stories, FTS5_AS_IT_COMES),
            "@bm25-plain": fts5(stories, FTS5_WHOLE_WORDS),
        }
        for script in ("roman", "devanagari"):
            asked = known_items(data, script)
            for at, search in searches.items():
                yield from quality(f"known_items/{KNOWN_ITEMS}/{script}", asked, search, at)
    with postgres(stories) as server:
        if server is None:
            return
        for script in ("roman", "devanagari"):
            key, asked = f"known_items/{KNOWN_ITEMS}/{script}", known_items(data, script)
            yield from quality(key, asked, server, "@postgres-hindi", perf_counter)
