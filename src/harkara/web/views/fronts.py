"""The front page and the pages that list stories."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from harkara.audience.polls import queries as polls
from harkara.newsroom import queries
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.records import Author, Section, Topic
from harkara.press import priorities
from harkara.web.presenters import fronts, listings, most_read, pages
from harkara.web.presenters.cards import cards, label
from harkara.web.presenters.cards import picture as picture_view
from harkara.web.presenters.polls import at_most_one as polls_shown
from harkara.web.presenters.story import kinds
from harkara.web.views import moved
from harkara.web.views.reply import page

# What a page shows before its months take over.
SECTION_SIZE = 25
LATEST_SIZE = 20
AUTHOR_SIZE = 20
TOPIC_SIZE = 40
# A month of more stories is an index: headlines and times, so that it still fits a phone.
MONTH_WITH_PICTURES = 80


def front(_request: HttpRequest) -> HttpResponse:
    """Show the front page."""
    found = queries.front()
    context = {
        "frame": fronts.front_frame(queries.site(), found, queries.breaking()),
        "front": fronts.front(found),
        "most_read": most_read.lists_on_the_front(),
        "polls": polls_shown(polls.poll_of_front()),
    }
    return page("pages/front.html", context, priorities.FRONT)


def latest(_request: HttpRequest) -> HttpResponse:
    """Show the breaking line and the newest stories of the whole paper."""
    context = {
        "frame": pages.latest_frame(queries.site(), queries.breaking()),
        "cards": cards(queries.newest(ListingKind.SITE, 0, LATEST_SIZE)),
    }
    return page("pages/latest.html", context, priorities.FRONT)


def one_word(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a one-word address names: a section's front or a page about the paper."""
    found = queries.section(slug)
    if found:
        return _section(found)
    info = queries.info_page(slug)
    if info:
        context = {
            "frame": pages.info_frame(queries.site(), info),
            "info": listings.info(info),
        }
        return page("pages/info.html", context, priorities.REST)
    return moved.moved(request)


def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a topic with its timeline."""
    found = queries.topic(slug)
    if found is None:
        return moved.moved(request)
    shown = queries.listing(ListingKind.TOPIC, found.id, TOPIC_SIZE)
    context = {
        "frame": pages.head_frame(queries.site(), found),
        "topic": found,
        "kind": kinds().get(found.kind, ""),
        "timeline": listings.timeline(shown.cards),
        "years": listings.years(found.path, shown.months),
    }
    return page("pages/topic.html", context, priorities.TOPIC)


def author(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an author and the stories under that name."""
    found = queries.author(slug)
    if found is None:
        return moved.moved(request)
    shown = queries.listing(ListingKind.AUTHOR, found.id, AUTHOR_SIZE)
    context = {
        "frame": pages.head_frame(queries.site(), found),
        "author": found,
        "picture": picture_view(found.picture),
        "cards": cards(shown.cards),
        "years": listings.years(found.path, shown.months),
    }
    return page("pages/author.html", context, priorities.REST)


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of one kind of listing: `/<slug>/2026/11/`, `/vishay/<slug>/2026/11/` and so on."""

    kind: ListingKind

    def __call__(self, request: HttpRequest, slug: str, year: str, month: str) -> HttpResponse:
        """Show all stories of the month; raise Http404 if it has none."""
        head = head_of(self.kind, slug)
        if head is None:
            return moved.moved(request)
        found = queries.month_listing(self.kind, head.id, int(year), int(month))
        if found is None:
            raise Http404
        context = {
            "frame": pages.month_frame(queries.site(), head, found),
            "heading": listings.month_heading(head.name, found),
            "timeline": listings.timeline(found.cards),
            "compact": len(found.cards) > MONTH_WITH_PICTURES,
            "earlier": listings.month_link(head.path, found.earlier),
            "later": listings.month_link(head.path, found.later),
            "colour": label(head).colour if isinstance(head, Section) else "",
        }
        return page("pages/month.html", context, priorities.REST)


def head_of(kind: ListingKind, slug: str) -> Section | Topic | Author | None:
    """Return the section, topic or author that a listing belongs to."""
    if kind is ListingKind.SECTION:
        return queries.section(slug)
    if kind is ListingKind.TOPIC:
        return queries.topic(slug)
    return queries.author(slug)


def _section(found: Section) -> HttpResponse:
    shown = queries.listing(ListingKind.SECTION, found.id, SECTION_SIZE)
    context = {
        "frame": pages.head_frame(queries.site(), found, queries.breaking()),
        "section": label(found),
        "description": found.description,
        "cards": cards(shown.cards),
        "most_read": most_read.lists_of_a_section(found),
        "years": listings.years(found.path, shown.months),
        "polls": polls_shown(polls.poll_of_section(found.id)),
    }
    return page("pages/section.html", context, priorities.SECTION)
