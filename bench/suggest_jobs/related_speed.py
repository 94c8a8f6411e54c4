"""How long it takes to find related stories, by the size of the archive.

Stories are made up of phrases of real ones (`bench.measuring.made_up`), forty a day, each with one
to three of 500 topics, in the site's own kind of index. Times of the processor count this thread
alone; `wall` is what somebody waits on this machine, the index's own threads with it.
"""

import time
from collections.abc import Iterator
from datetime import timedelta
from random import Random

from bench.measuring.clock import percentiles
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.made_up import stories
from bench.measuring.on_site import AT, on_site
from bench.measuring.scratch import empty_scratch

SOURCES = ("news-newspapers-2020-hi", "news-factcheck-hi", "news-bbc-bodies-hi")
SIZES = (1_000, 10_000, 100_000)
RUNS = 200
TOPICS = 500
APART = timedelta(minutes=36)
TARGET = 30.0


def measure(data: Data) -> Iterator[Figure]:
    """Give the times of every size."""
    texts = [row["text"] for name in SOURCES if data.has(name) for row in data.rows(name)]
    for size in SIZES if texts else ():
        yield from _measured(list(stories(texts, size)), size)


def _measured(texts: list[str], size: int) -> Iterator[Figure]:
    home = empty_scratch()
    from harkara.search.backends.tantivy import TantivyIndex
    from harkara.search.related import find_related
    from harkara.search.telling import About

    site, index = on_site(texts, topics=TOPICS, apart=APART), TantivyIndex(home / f"speed-{size}")
    with index.rebuild() as writer:
        for number in site.texts_by_number:
            writer.put(site.document(number))
        writer.commit(1)
    chance, processor, wall, counted = Random(size), [], [], 0
    for _ in range(RUNS):
        number = chance.randint(1, size)
        headline, _, body = site.texts_by_number[number].partition("\n")
        topics = frozenset(site.facts_by_number[number].topics)
        began, worked = time.perf_counter(), time.thread_time()
        about = About(headline=headline, body=body, topic_ids=topics, is_indexed=True)
        found = find_related(about, index, site, at=AT, but_not={number})
        processor.append((time.thread_time() - worked) * 1000)
        wall.append((time.perf_counter() - began) * 1000)
        counted += len(found)
    index.close()
    for name, spent in (("", processor), ("-wall", wall)):
        p50, p99 = percentiles(spent)
        yield Figure(f"related_speed/{size}/p50{name}", p50, "ms")
        yield Figure(f"related_speed/{size}/p99{name}", p99, "ms", target=TARGET)
    yield Figure(f"related_speed/{size}/found", counted / RUNS)
