"""The most read stories: on fronts, at the foot of stories, and on a page of their own."""

from dataclasses import dataclass

from django.utils.translation import gettext

from harkara.audience.trending import queries
from harkara.audience.trending.addresses import MOST_READ_PATH
from harkara.audience.trending.records import Kind, Span
from harkara.newsroom import queries as newsroom
from harkara.newsroom.addresses import fragment_path
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.records import Section, Site
from harkara.web import jsonld
from harkara.web.presenters.cards import CardView, cards
from harkara.web.presenters.frame import Frame, Page, frame, trail

FRAGMENT = "padhi-gai"
ON_FRONTS = 5
ON_THE_PAGE = 10


@dataclass(frozen=True, slots=True)
class Way:
    """The way from a story to what is most read: the fragment, and the page."""

    fragment: str
    path: str


@dataclass(frozen=True, slots=True)
class MostReadView:
    """One list under its heading; `name` tells it from others on the page."""

    name: str
    heading: str
    cards: tuple[CardView, ...]
    path: str = MOST_READ_PATH


WAY = Way(fragment_path(FRAGMENT), MOST_READ_PATH)


def lists_on_the_front() -> tuple[MostReadView, ...]:
    """Return what the front page shows: stories, then videos; nothing where there is too little."""
    lists = (
        _one(Kind.SITE, 0, gettext("Most read")),
        _one(Kind.VIDEO, 0, gettext("Most watched videos")),
    )
    return tuple(one for one in lists if one)


def lists_of_a_section(of: Section) -> tuple[MostReadView, ...]:
    """Return what the front of a section shows."""
    found = _one(Kind.SECTION, of.id, gettext("Most read in %(section)s") % {"section": of.name})
    return (found,) if found else ()


def piece() -> dict[str, object]:
    """Return what stands at the foot of stories: where too little is read, the newest stories.

    So there is always something in the room that the style sheet keeps for it.
    """
    found = _one(Kind.SITE, 0, gettext("Most read"))
    if found is None:
        latest = newsroom.newest(ListingKind.SITE, 0, ON_FRONTS)
        found = MostReadView("latest", gettext("Latest news"), cards(latest), path="/")
    return {"list": found}


def whole_page() -> tuple[MostReadView, ...]:
    """Return the lists of the page: stories of the day and of the week, then videos."""
    headings = {
        (Kind.SITE, Span.TODAY): gettext("Today"),
        (Kind.SITE, Span.WEEK): gettext("This week"),
        (Kind.VIDEO, Span.TODAY): gettext("Videos, today"),
        (Kind.VIDEO, Span.WEEK): gettext("Videos, this week"),
    }
    return tuple(
        MostReadView(f"{kind}-{one.span}", headings[kind, one.span], cards(one.cards))
        for kind in (Kind.SITE, Kind.VIDEO)
        for one in queries.both_spans(kind, 0, ON_THE_PAGE)
    )


def page_frame(site: Site) -> Frame:
    """Return the frame of the page."""
    title = gettext("Most read")
    crumbs = trail((title, MOST_READ_PATH))
    return frame(
        site,
        Page(
            title=title,
            description=gettext("What readers of %(paper)s read most.") % {"paper": site.name},
            path=MOST_READ_PATH,
            crumbs=crumbs,
            data=(jsonld.script(jsonld.breadcrumbs(crumbs)),),
        ),
    )


def _one(kind: Kind, ref: int, heading: str) -> MostReadView | None:
    found = queries.most_read(kind, ref, ON_FRONTS)
    return MostReadView(str(kind), heading, cards(found.cards)) if found else None
