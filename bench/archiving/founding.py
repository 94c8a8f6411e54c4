"""Founding a home and filling it with an archive."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from wagtail.search.backends import get_search_backend

from bench.archiving.filing import Filing
from bench.archiving.people import file_people
from bench.archiving.photos import file_photos
from bench.archiving.telling import Teller
from harkara.demo.stories import read
from harkara.newsroom.models import ArticlePage

BATCH = 2000
A_DAY = 40
LONGEST = timedelta(days=3650)
STORIES_A_PHOTO = 5
SEED = 1826


@dataclass(frozen=True, slots=True)
class Filled:
    """How many stories were filed, and in how many seconds."""

    stories: int
    seconds: float


def fill(
    stories: int, at: datetime, progress: Callable[[int], object] = lambda _done: None
) -> Filled:
    """Fill a home that was just founded with so many live stories, the newest published at `at`."""
    random = Random(SEED)
    filing = Filing(
        Teller(read(), random),
        random,
        file_people(),
        file_photos(max(1, stories // STORIES_A_PHOTO)),
    )
    began, done = time.perf_counter(), 0
    for moments in _batches(stories, at, random):
        filing.file(moments)
        done += len(moments)
        progress(done)
    filing.finish()
    # The newsroom's own search weighs a title by its length beside all others'.
    backend = get_search_backend()
    backend.rebuilder_class(backend.get_index_for_model(ArticlePage)).finish()
    return Filled(done, time.perf_counter() - began)


def _batches(stories: int, at: datetime, random: Random) -> Iterator[list[datetime]]:
    """Give the moments of publication, oldest first: so many a day, over ten years at most."""
    step = min(timedelta(days=1) / A_DAY, LONGEST / max(stories, 1))
    first = at - step * (stories - 1)
    moments = (first + step * each - step * random.random() for each in range(stories))
    batch: list[datetime] = []
    for moment in moments:
        batch.append(min(moment, at))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
