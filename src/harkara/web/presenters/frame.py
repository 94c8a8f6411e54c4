"""The frame: what stands around the matter of every page, and what its head says to machines."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext
from markupsafe import Markup

from harkara.newsroom.addresses import CORRECTIONS, LATEST, fragment_path
from harkara.newsroom.records import MenuLink, Site
from harkara.web.addresses import absolute
from harkara.web.offline import MANIFEST, WORKER
from harkara.web.presenters.breaking import BreakingView
from harkara.web.presenters.cards import Label, label
from harkara.web.presenters.times import Moment


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the front to the page."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that carries what the page shows."""

    title: str
    path: str
    type: str


@dataclass(frozen=True, slots=True)
class ShareImage:
    """The picture other sites show beside a link to the page."""

    address: str
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one page says of itself; `frame` adds what the site says on every page."""

    title: str
    description: str
    path: str
    canonical: str = ""
    indexed: bool = True
    type: str = "website"
    image: ShareImage | None = None
    crumbs: tuple[Crumb, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    data: tuple[Markup, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    section: str = ""
    edition: Moment | None = None
    breaking: BreakingView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All that the base template asks for."""

    language: str
    name: str
    tagline: str
    publisher: str
    email: str
    address: str
    title: str
    heading: str
    description: str
    path: str
    locale: str
    url: str
    canonical: str
    indexed: bool
    type: str
    image: ShareImage | None
    crumbs: tuple[Crumb, ...]
    feeds: tuple[FeedLink, ...]
    data: tuple[Markup, ...]
    properties: tuple[tuple[str, str], ...]
    section: str
    edition: Moment | None
    breaking: BreakingView | None
    fresh: str
    worker: str
    manifest: str
    is_front: bool
    sections: tuple[Label, ...]
    menu: tuple[MenuLink, ...]


def frame(site: Site, page: Page) -> Frame:
    """Return the frame of one page."""
    own = absolute(page.path)
    return Frame(
        language=site.language,
        name=site.name,
        tagline=site.tagline,
        publisher=site.publisher,
        email=site.email,
        address=site.address,
        title=page.title if page.path == "/" else f"{page.title} – {site.name}",
        heading=page.title,
        description=page.description or site.tagline,
        path=page.path,
        locale=LOCALES.get(site.language, site.language),
        url=own,
        canonical=page.canonical or own,
        indexed=page.indexed,
        type=page.type,
        image=page.image,
        crumbs=page.crumbs,
        feeds=page.feeds,
        data=page.data,
        properties=page.properties,
        section=page.section,
        edition=page.edition,
        breaking=page.breaking,
        fresh=fragment_path(LATEST),
        worker=WORKER if settings.WEB_OFFLINE else "",
        manifest=MANIFEST,
        is_front=page.path == "/",
        sections=tuple(label(section) for section in site.sections),
        menu=_menu(site),
    )


def trail(*steps: tuple[str, str]) -> tuple[Crumb, ...]:
    """Return the way from the front to a page, the front first."""
    return (Crumb(gettext("Home"), "/"), *(Crumb(name, path) for name, path in steps))


def feed_links(path: str, title: str) -> tuple[FeedLink, ...]:
    """Return the three feeds below an address."""
    return tuple(
        FeedLink(f"{title} ({name})", f"{path}{file}", type_) for file, name, type_ in FEEDS
    )


FEEDS: Sequence[tuple[str, str, str]] = (
    ("feed.xml", "RSS", "application/rss+xml"),
    ("atom.xml", "Atom", "application/atom+xml"),
    ("feed.json", "JSON Feed", "application/feed+json"),
)


LOCALES = {"hi": "hi_IN", "mr": "mr_IN", "ne": "ne_NP"}


def _menu(site: Site) -> tuple[MenuLink, ...]:
    log = MenuLink(title=gettext("Corrections"), path=f"/{CORRECTIONS}/")
    return (*site.info_pages, log)
