"""A newsroom of hand-made records behind the real addresses, views, presenters and templates."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from lxml import html as lxml_html
from pytest_django import Settings
from tests.web import samples

from harkara.audience.comments import queries as comments
from harkara.audience.comments.records import Conversation
from harkara.audience.polls import queries as polls
from harkara.audience.polls.queries.pages import Listed
from harkara.audience.polls.records import Shown
from harkara.audience.trending import queries as trending
from harkara.audience.trending.records import Kind, MostRead
from harkara.newsroom import queries
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.records import (
    Breaking,
    CorrectedStory,
    Front,
    InfoPage,
    Listing,
    MonthListing,
    ShareCard,
    Site,
    Story,
)
from harkara.press.recorder import together
from harkara.press.render import Rendered, render

Page = lxml_html.HtmlElement
Open = Callable[[str], Rendered]
Read = Callable[[str], Page]


@dataclass
class Newsroom:
    """What the newsroom would answer; a test changes what it is about."""

    site: Site = samples.SITE
    front: Front = samples.FRONT
    stories: dict[int, Story] = field(
        default_factory=lambda: {story.number: story for story in (samples.STORY, samples.BARE)}
    )
    withdrawn: set[int] = field(default_factory=lambda: {13})
    redirects: dict[str, str] = field(default_factory=dict)
    merged: dict[int, str] = field(default_factory=dict)
    info: InfoPage = samples.INFO
    breaking: Breaking | None = None
    corrections: tuple[CorrectedStory, ...] = samples.CORRECTED
    listing: Listing = field(
        default_factory=lambda: Listing(
            cards=tuple(samples.card(number) for number in range(1, 8)),
            months=(samples.NOVEMBER, samples.OCTOBER),
        )
    )
    month: MonthListing | None = field(
        default_factory=lambda: MonthListing(
            month=samples.NOVEMBER,
            cards=(samples.card(1), samples.card(2), samples.card(30)),
            earlier=samples.OCTOBER,
            later=None,
        )
    )

    talks: dict[int, Conversation] = field(
        default_factory=lambda: {samples.STORY.number: samples.TALK}
    )

    most_read: dict[tuple[Kind, int], tuple[MostRead, ...]] = field(
        default_factory=lambda: samples.MOST_READ
    )
    asked: dict[str, tuple[Shown, ...]] = field(
        default_factory=lambda: {
            "front": (samples.POLLS[1],),
            f"section/{samples.SECTION.id}": (samples.POLLS[2],),
            f"story/{samples.BARE.number}": (samples.POLLS[1], samples.POLLS[2]),
        }
    )
    """Which polls stand where."""

    def answers(self) -> dict[str, Callable[..., Any]]:
        """Return what stands in for each of the newsroom's queries."""
        return {
            "site": lambda: self.site,
            "breaking": lambda: self.breaking,
            "newest_withdrawn": lambda most: sorted(self.withdrawn)[:most],
            "furnished": together,
            "front": lambda: self.front,
            "story": self.stories.get,
            "story_path": lambda number: getattr(self.stories.get(number), "path", None),
            "was_live": lambda number: number in self.withdrawn,
            "redirect_for": self.redirects.get,
            "merged_into": self.merged.get,
            "section": {"desh": samples.SECTION}.get,
            "author": {"meera-chauhan": samples.AUTHOR}.get,
            "topic": {"sohni-pul": samples.TOPIC}.get,
            "info_page": {"hamare-bare-mein": self.info}.get,
            "share_card": self._share_card,
            "corrections": lambda _size: self.corrections,
            "listing": self._listing,
            "month_listing": self._month,
            "site_months": lambda: self.listing.months,
            "newest_stories": lambda _kind, _ref, _size: tuple(self.stories.values()),
            "newest": lambda _kind, _ref, size: self.listing.cards[:size],
            "recent": lambda _kind, _ref, _within, most: self.listing.cards[:most],
        }

    def talk(self, number: int) -> Conversation:
        """Return what readers say of a story."""
        return self.talks.get(number, Conversation(number=number, is_open=True))

    def read(self, kind: Kind, ref: int) -> tuple[MostRead, ...]:
        """Return what is most read of the site, of a section or of the videos."""
        return self.most_read.get((kind, ref), ())

    def polls(self) -> dict[str, Callable[..., Any]]:
        """Return what stands in for each query about polls."""
        return {
            "polls_of_story": lambda number: self.asked.get(f"story/{number}", ()),
            "poll_of_section": lambda pk: next(iter(self.asked.get(f"section/{pk}", ())), None),
            "poll_of_front": lambda: next(iter(self.asked.get("front", ())), None),
            "poll": lambda number: samples.POLLS.get(number),
            "standing": lambda number: samples.POLLS.get(number),
            "newest_polls": lambda: Listed(tuple(samples.POLLS.values()), 2),
            "polls_on_sheet": lambda sheet: tuple(samples.POLLS.values()) if sheet == 1 else (),
        }

    def _share_card(self, number: int) -> ShareCard | None:
        story = self.stories.get(number)
        if story is None:
            return None
        return ShareCard(
            headline=story.headline, section=story.section, paper=self.site.name, picture=None
        )

    def _listing(self, _kind: ListingKind, _ref: int, size: int) -> Listing:
        return Listing(cards=self.listing.cards[:size], months=self.listing.months)

    def _month(self, _kind: ListingKind, _ref: int, year: int, month: int) -> MonthListing | None:
        asked = (year, month) == (samples.NOVEMBER.year, samples.NOVEMBER.month)
        return self.month if asked else None


@pytest.fixture
def newsroom(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Newsroom:
    settings.PUBLIC_URL = "https://parakh.example"
    made = Newsroom()
    for name in made.answers():
        # Asked anew each time, so that what a test changes afterwards is answered too.
        monkeypatch.setattr(queries, name, lambda *args, name=name: made.answers()[name](*args))
    monkeypatch.setattr(comments, "conversation", lambda number, *_: made.talk(number))
    for module in (trending, trending.pages):
        monkeypatch.setattr(module, "both_spans", lambda kind, ref, _size: made.read(kind, ref))
    for name, answer in made.polls().items():
        monkeypatch.setattr(polls, name, answer)
    return made


@pytest.fixture
def open_page(newsroom: Newsroom) -> Open:
    """Open a path as the press does."""
    return render


@pytest.fixture
def read_page(open_page: Open) -> Read:
    """Open a path that must be a page, and return it parsed."""

    def read(path: str) -> Page:
        rendered = open_page(path)
        assert rendered.status == 200, path
        return lxml_html.document_fromstring(rendered.body.decode())

    return read


PAGES = (
    "/",
    "/desh/",
    "/desh/2026/11/",
    "/desh/sohni-pul-par-bas-42/",
    "/desh/chhoti-khabar-50/",
    "/lekhak/meera-chauhan/",
    "/lekhak/meera-chauhan/2026/11/",
    "/vishay/sohni-pul/",
    "/vishay/sohni-pul/2026/11/",
    "/bhool-sudhar/",
    "/hamare-bare-mein/",
    "/404.html",
    "/410.html",
    "/500.html",
    "/tippani/niyam/",
    "/sabse-zyada-padhi/",
    "/taaza/",
    "/matdan/",
    "/matdan/suchi/1/",
    "/matdan/1/",
    "/matdan/2/",
    "/matdan/3/",
    "/bina-network/",
)


def value(element: Page, name: str) -> str:
    """Return an attribute that must be there."""
    found = element.get(name)
    assert found is not None, name
    return found


def text_of(element: Page | None) -> str:
    """Return the text of an element that must be there, its spaces made single."""
    assert element is not None
    return " ".join(element.text_content().split())
