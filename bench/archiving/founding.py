"""Founding a home and filling it with an archive."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.db.models import Avg, F
from django.db.models.functions import Length
from wagtail.search.models import IndexEntry

from bench.archiving.filing import Filing
from bench.archiving.people import file_people
from bench.archiving.photos import file_photos
from bench.archiving.telling import Teller
from harkara.demo.stories import read

BATCH = 2000
A_DAY = 40
LONGEST = timedelta(days=3650)
STORIES_A_PHOTO = 5
SEED = 1826


@dataclass(frozen=True, slots=True)
class Filled:
    """How many stories were filed, in how many seconds, and for how many of them at work."""

    stories: int
    seconds: float
    processor: float


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
    began, worked, done = time.perf_counter(), time.process_time(), 0
    for moments in _batches(stories, at, random):
        filing.file(moments)
        done += len(moments)
        progress(done)
    filing.finish()
    _weigh_titles()
    return Filled(done, time.perf_counter() - began, time.process_time() - worked)


def _weigh_titles() -> None:
    """Weigh each title by its length beside all others', as the newsroom's search does."""
    titled = IndexEntry.objects.annotate(length=Length("title")).filter(length__gt=0)
    mean = titled.aggregate(mean=Avg("length"))["mean"] or 1.0
    titled.update(title_norm=mean / F("length"))


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
