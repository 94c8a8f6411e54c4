"""Feeds and sitemaps at their addresses."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from harkara.newsroom import queries
from harkara.newsroom.addresses import CORRECTIONS
from harkara.newsroom.keys import DESIGN, ListingKind
from harkara.newsroom.records import Author
from harkara.press import priorities
from harkara.press.recorder import read
from harkara.web import assets, feeds, sitemaps
from harkara.web.views import moved
from harkara.web.views.fronts import head_of
from harkara.web.views.reply import Reply

FEED_SIZE = 20
XML = "application/xml; charset=utf-8"

Form = Callable[[feeds.Channel], bytes]
FORMS: dict[str, tuple[Form, str]] = {
    "feed.xml": (feeds.rss, "application/rss+xml; charset=utf-8"),
    "atom.xml": (feeds.atom, "application/atom+xml; charset=utf-8"),
    "feed.json": (feeds.json_feed, "application/feed+json; charset=utf-8"),
}


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed of one kind of listing, in the form its file's name says."""

    kind: ListingKind

    def __call__(self, request: HttpRequest, file: str, slug: str = "") -> HttpResponse:
        """Give the feed, whole stories in it."""
        if self.kind is ListingKind.SITE:
            return _feed(file, self.kind, 0, "", "", "/")
        head = head_of(self.kind, slug)
        if head is None:
            return moved.moved(request)
        about = head.bio if isinstance(head, Author) else head.description
        return _feed(file, self.kind, head.id, head.name, about, head.path)


def _feed(file: str, kind: ListingKind, ref: int, name: str, about: str, path: str) -> HttpResponse:
    # The design shapes a feed too: its icon's address, and the templates of the bodies.
    read(DESIGN)
    form, content_type = FORMS[file]
    made = feeds.channel(
        queries.site(),
        name=name,
        description=about,
        path=path,
        file=file,
        icon=assets.address("icon.png"),
        stories=queries.newest_stories(kind, ref, FEED_SIZE),
    )
    return Reply(form(made), content_type, priorities.FEED)


def sitemap_index(_request: HttpRequest) -> HttpResponse:
    """Name all sitemaps: one of pages, and one for each month that has stories."""
    months = (sitemaps.month_path(month) for month in queries.site_months())
    return Reply(sitemaps.index(("/sitemaps/pages.xml", *months)), XML, priorities.SITEMAP)


def sitemap_pages(_request: HttpRequest) -> HttpResponse:
    """List the front, the sections and the pages about the paper."""
    site = queries.site()
    paths = ["/", *(section.path for section in site.sections)]
    paths += [page.path for page in site.info_pages] + [f"/{CORRECTIONS}/"]
    entries = (sitemaps.Entry(path) for path in paths)
    return Reply(sitemaps.urls(entries), XML, priorities.SITEMAP)


def sitemap_month(_request: HttpRequest, year: str, month: str) -> HttpResponse:
    """List the stories of one month; raise Http404 if it has none."""
    found = queries.month_listing(ListingKind.SITE, 0, int(year), int(month))
    if found is None:
        raise Http404
    return Reply(sitemaps.urls(sitemaps.story_entries(found.cards)), XML, priorities.SITEMAP)


def news_sitemap(_request: HttpRequest) -> HttpResponse:
    """List the newest stories for search engines that follow the news."""
    found = queries.recent(ListingKind.SITE, 0, sitemaps.NEWS_DAYS, sitemaps.NEWS_MOST)
    return Reply(sitemaps.news(queries.site(), found), XML, priorities.SITEMAP)
