"""Publish to visible: from the commit of a change at the desk to its new bytes on every page."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from statistics import median, quantiles

from django.utils import timezone

from bench.measuring.figures import Figure
from bench.press_jobs.running import Shows, Site, wait_for
from harkara.newsroom import queries
from harkara.newsroom.actions import (
    Correct,
    Publish,
    StoryDraft,
    Withdraw,
    correct,
    file_story,
    publish,
    withdraw,
)
from harkara.newsroom.models import ArticlePage, LiveStory, SectionPage, Topic
from harkara.press import clock
from harkara.press.models import Target

TARGETS = {"p50": 0.15, "p95": 0.5}
SETTLE = 120.0


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed at the desk, and by which page each of its readers sees it."""

    wanted: Mapping[str, tuple[str, Shows]]
    """By what the page is to the story (its own, its section's …): the path, and what it shows."""


class Desk:
    """Stories of the bench's own on a live site, and what a desk does to them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._count = int(time.time())
        self._section: SectionPage = SectionPage.objects.live().order_by("path")[0]
        self._topic = Topic.objects.order_by("pk")[0]
        self._pages = {
            "section": f"/{self._section.slug}/",
            "front": "/",
            "topic": f"/vishay/{self._topic.slug}/",
            "feed": "/feed.xml",
            "section feed": f"/{self._section.slug}/feed.xml",
        }
        self._article = self._file()
        publish(Publish(article_id=self._article))
        self._other = self._file(also_read=self._article)
        publish(Publish(article_id=self._other))
        # Feeds are made when somebody first asks.
        wait_for(site, dict.fromkeys((*self._pages.values(), "/sitemap.xml"), answers))

    def publish(self) -> Change:
        """Publish a new story; the one before it in its section leads to it from now on."""
        before = LiveStory.objects.get(article=self._other)
        article = self._file()
        publish(Publish(article_id=article))
        neighbour, self._article = _address(before.article_id), article
        return self._shows(self._article, neighbour={"neighbour": neighbour})

    def edit(self) -> Change:
        """Change a live story's headline; a story that refers to it shows the new one."""
        referring = self._refer()
        wait_for(self._site, {referring: answers})
        latest = ArticlePage.objects.get(pk=self._article).get_latest_revision_as_object()
        latest.title = self._headline()
        latest.save_revision().publish()
        return self._shows(self._article, neighbour={"also read": referring})

    def correct(self) -> Change:
        """Correct a live story."""
        text = f"भूल सुधार {self._next()}"
        correct(Correct(article_id=self._article, text=text, at=timezone.now()))
        shows = holds(text)
        return Change(
            {
                "story": (_address(self._article), shows),
                "feed": ("/feed.xml", shows),
                "log": ("/bhool-sudhar/", shows),
            }
        )

    def readdress(self) -> Change:
        """Give a live story another address; the old one leads to the new one."""
        old = _address(self._article)
        latest = ArticlePage.objects.get(pk=self._article).get_latest_revision_as_object()
        latest.address_words = f"naya pata {self._next()}"
        latest.save_revision().publish()
        new = _address(self._article)
        moved = {"old address": (old, lambda status, _text: status == 301)}
        pages = {name: (path, holds(new)) for name, path in self._pages.items()}
        return Change({"story": (new, answers), **moved, **pages})

    def withdraw(self) -> Change:
        """Take a live story off the site."""
        path, headline = _address(self._article), ArticlePage.objects.get(pk=self._article).title
        withdraw(Withdraw(article_id=self._article))
        self._article = self._other
        gone = {"story": (path, lambda status, _text: status == 410)}
        pages = {name: (page, lacks(headline)) for name, page in self._pages.items()}
        return Change({**gone, **pages})

    def _shows(self, article: int, neighbour: Mapping[str, str]) -> Change:
        shows = holds(ArticlePage.objects.get(pk=article).title)
        pages = {"story": _address(article), **self._pages, **neighbour}
        return Change({name: (path, shows) for name, path in pages.items()})

    def _file(self, also_read: int | None = None) -> int:
        body: list[dict[str, object]] = [
            {"type": "paragraph", "value": f"<p>{'नदी पर नया पुल बना। ' * 12}</p>"} for _ in range(6)
        ]
        if also_read:
            body.append({"type": "also_read", "value": {"story": also_read, "text": ""}})
        draft = StoryDraft(
            headline=self._headline(),
            standfirst="नापने के लिए लिखी गई खबर।",
            body=tuple(body),
            section_id=self._section.pk,
            topic_ids=(self._topic.pk,),
        )
        return file_story(draft).article_id

    def _refer(self) -> str:
        """Publish a story that refers to the one at hand, and return its address."""
        self._other = self._file(also_read=self._article)
        publish(Publish(article_id=self._other))
        return _address(self._other)

    def _headline(self) -> str:
        return f"नापने की खबर क्रमांक {self._next()}"

    def _next(self) -> int:
        self._count += 1
        return self._count


CHANGES: dict[str, Callable[[Desk], Change]] = {
    "publish": Desk.publish,
    "edit": Desk.edit,
    "correct": Desk.correct,
    "address": Desk.readdress,
    "withdraw": Desk.withdraw,
}


def measure(site: Site, label: str, runs: int, *, settled: bool = True) -> Iterator[Figure]:
    """Make each change so often and give, for each page, the seconds from commit to bytes."""
    desk = Desk(site)
    changes = {name: partial(change, desk) for name, change in CHANGES.items()}
    yield from timed(site, label, changes, runs, settled=settled)


def timed(
    site: Site,
    label: str,
    changes: Mapping[str, Callable[[], Change]],
    runs: int,
    *,
    settled: bool = True,
) -> Iterator[Figure]:
    """Make each of the changes so often, in turn, and give what each of its pages took."""
    seen: dict[str, list[float]] = {}
    for _ in range(runs):
        for name, change in changes.items():
            if settled:
                _settle()
            before, began = clock.now(), time.perf_counter()
            worked = site.processor_seconds()
            wanted = change().wanted
            committed = time.perf_counter()
            moments = wait_for(site, dict(wanted.values()))
            touched = Target.objects.filter(marked__gt=before).count()
            seen.setdefault(f"{name}/desk", []).append(committed - began)
            seen.setdefault(f"{name}/pages", []).append(touched)
            for page, (path, _shows) in wanted.items():
                seen.setdefault(f"{name}/{page}", []).append(moments[path].at - committed)
                spent = moments[path].processor - worked
                seen.setdefault(f"{name}/{page}/processor", []).append(spent)
    for what, values in seen.items():
        yield from _figures(f"{label}/{what}", values)


def _figures(key: str, values: list[float]) -> Iterator[Figure]:
    if key.endswith(("/pages", "/processor")):
        yield Figure(key, median(values), "s" if key.endswith("/processor") else "")
        return
    targets = {} if key.endswith("/desk") else TARGETS
    p95 = quantiles(values, n=20)[-1] if len(values) > 1 else values[0]
    measures = {"min": min(values), "p50": median(values), "p95": p95, "max": max(values)}
    for name, value in measures.items():
        yield Figure(f"{key}/{name}", value, "s", target=targets.get(name))


def _settle() -> None:
    end = time.monotonic() + SETTLE
    while queries_waiting() and time.monotonic() < end:
        time.sleep(0.05)


def queries_waiting() -> bool:
    """Say whether a page waits to be pressed."""
    from harkara.press.queries import stale_count

    return bool(stale_count())


def _address(article_id: int) -> str:
    row = LiveStory.objects.get(article=article_id)
    path = queries.story_path(row.number)
    assert path is not None
    return path


def answers(status: int, _text: str) -> bool:
    """Say whether a page is there."""
    return status == 200


def holds(text: str) -> Shows:
    """Return whether a page shows a text."""
    return lambda status, page: status == 200 and text in page


def lacks(text: str) -> Shows:
    """Return whether a page is there and does not show a text."""
    return lambda status, page: status == 200 and text not in page
