"""From a publish to a hit, and from a withdrawal to none: how long the index stays behind.

Every other process of the site works meanwhile as it does on any day: the worker presses the pages
of the same story.
"""

import time
from collections.abc import Callable, Iterator
from statistics import median

from bench.measuring.figures import Figure
from bench.press_jobs.running import Site
from harkara.newsroom.actions import Publish, StoryDraft, Withdraw, file_story, publish, withdraw
from harkara.newsroom.models import SectionPage
from harkara.search import index
from harkara.search.documents import Query

MOST_RUNS = 20
TARGET = 1.0
PATIENCE = 60.0
BETWEEN_LOOKS = 0.005


def measure(_site: Site, runs: int) -> Iterator[Figure]:
    """Give the seconds from the commit until every process would find the story, or would not."""
    current = index.current()
    stories, first = current.count(), int(time.time())
    found, gone = [], []
    for number in range(first, first + min(runs, MOST_RUNS)):
        article_id = _file(number)
        publish(Publish(article_id=article_id))
        found.append(_seconds_until(lambda at=number: _is_found(at)))  # type: ignore[misc]
        withdraw(Withdraw(article_id=article_id))
        gone.append(_seconds_until(lambda at=number: not _is_found(at)))  # type: ignore[misc]
    for name, seconds in (("found", found), ("gone", gone)):
        yield Figure(f"found/{stories}/{name}-p50", median(seconds), "s")
        yield Figure(f"found/{stories}/{name}-max", max(seconds), "s", target=TARGET)


def _is_found(number: int) -> bool:
    return index.current().search(Query(text=str(number))).total == 1


def _seconds_until(so: Callable[[], bool]) -> float:
    began = time.perf_counter()
    while not so():
        assert time.perf_counter() - began < PATIENCE
        time.sleep(BETWEEN_LOOKS)
    return time.perf_counter() - began


def _file(number: int) -> int:
    section = SectionPage.objects.live().order_by("path")[0]
    draft = StoryDraft(
        headline=f"नापने की खबर क्रमांक {number}",
        standfirst="नापने के लिए लिखी गई खबर।",
        body=tuple(
            {"type": "paragraph", "value": f"<p>{'नदी पर नया पुल बना। ' * 12}</p>"} for _ in range(6)
        ),
        section_id=section.pk,
    )
    return file_story(draft).article_id
