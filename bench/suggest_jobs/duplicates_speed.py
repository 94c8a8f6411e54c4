"""How long a look-up and a save take, by the size of the archive.

Stories are made up of phrases of real ones (`bench.measuring.made_up`). A copy that shares a third
with a story is looked up; a new story is saved, and an old one is saved with a new paragraph. Times
of the processor count this thread alone; `wall` is what somebody waits on this machine.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from bench.measuring.clock import percentiles
from bench.measuring.copies import copy
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.made_up import stories
from bench.measuring.scratch import bytes_of, empty_scratch

SOURCES = ("news-newspapers-2020-hi", "news-factcheck-hi", "news-bbc-bodies-hi")
SIZES = (1_000, 10_000, 100_000)
BATCH = 500
RUNS = 200
LOOK_UP_TARGET = 20.0


def measure(data: Data) -> Iterator[Figure]:
    """Give the times of every size."""
    texts = [row["text"] for name in SOURCES if data.has(name) for row in data.rows(name)]
    for size in SIZES if texts else ():
        yield from _measured(texts, size)


def _measured(texts: list[str], size: int) -> Iterator[Figure]:
    home = empty_scratch()
    from harkara.search.actions.sketches import remember
    from harkara.search.twins import find_twins

    kept = dict(enumerate(stories(texts, size), 1))
    began = time.process_time()
    for start in range(1, size + 1, BATCH):
        remember({story: kept[story] for story in range(start, min(start + BATCH, size + 1))})
    yield Figure(_key(size, "stories-a-second"), size / (time.process_time() - began), "stories/s")
    chance = Random(size)
    asked = [_copy(kept, chance) for _ in range(RUNS)]

    def archive(numbers: Sequence[int]) -> Mapping[int, str]:
        return {number: kept[number] for number in numbers}

    found: list[bool] = []

    def look_up(at: int) -> None:
        of, text = asked[at]
        found.append(any(twin.story == of for twin in find_twins(text, archive)))

    yield from _times(size, "look-up", look_up, target=LOOK_UP_TARGET)
    yield Figure(_key(size, "recall"), sum(found) / len(found), target=0.9)
    new = list(stories(texts, RUNS, seed=size + 1))
    yield from _times(size, "save", lambda at: remember({size + 1 + at: new[at]}))
    edited = [f"{kept[at + 1]}\n{new[at].partition(chr(10))[0]}" for at in range(RUNS)]
    yield from _times(size, "edit", lambda at: remember({at + 1: edited[at]}))
    yield Figure(_key(size, "bytes-a-story"), bytes_of(home) / (size + RUNS), "bytes")


def _copy(kept: Mapping[int, str], chance: Random) -> tuple[int, str]:
    of, foreign = chance.randint(1, len(kept)), chance.randint(1, len(kept))
    made = copy(of, "", kept[of], kept[foreign], 1 / 3, chance)
    return of, made.text


def _times(
    size: int, what: str, work: Callable[[int], object], target: float | None = None
) -> Iterator[Figure]:
    processor, wall = [], []
    for at in range(RUNS):
        began, worked = time.perf_counter(), time.thread_time()
        work(at)
        processor.append((time.thread_time() - worked) * 1000)
        wall.append((time.perf_counter() - began) * 1000)
    for name, spent in (("", processor), ("-wall", wall)):
        p50, p99 = percentiles(spent)
        yield Figure(_key(size, f"{what}-p50{name}"), p50, "ms")
        yield Figure(_key(size, f"{what}-p99{name}"), p99, "ms", target=target)


def _key(size: int, measure_name: str) -> str:
    return f"duplicates_speed/{size}/{measure_name}"
