"""The search: a page that works without a script, and beside it two doors for programs."""

import logging
from collections.abc import Callable, Mapping
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.utils.translation import gettext

from harkara.newsroom import queries
from harkara.newsroom.keys import ListingKind
from harkara.press.recorder import recording
from harkara.search import index
from harkara.search.backends.base import Unavailable
from harkara.web.asked import Asked
from harkara.web.counting import note_miss
from harkara.web.headers import READER_HEADERS
from harkara.web.jinja import render
from harkara.web.limits import Limit
from harkara.web.presenters import search as presenter
from harkara.web.presenters.cards import cards
from harkara.web.searching import find
from harkara.web.views import away

logger = logging.getLogger(__name__)

HTML = "text/html; charset=utf-8"
# A reader who goes back finds the page; nobody between us and the reader keeps it.
CACHING = "private, max-age=60"
HEADERS = {**READER_HEADERS, "Cache-Control": CACHING, "X-Robots-Tag": "noindex"}
LATEST = 6
SHORTEST_TYPED = 2
LONGEST_TYPED = 100
# A minute, from one place.
STORIES = Limit("search-stories", 60)
WORDS = Limit("search-words", 240)

View = Callable[[HttpRequest], HttpResponse]


def door(view: View) -> View:
    """Answer reading requests alone, and answer in a sentence while the database is away."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        try:
            return view(request)
        except Exception as error:
            if not away.is_away(error):
                raise
            logger.error("cannot search, the database is away: %s", error)
            return away.answer()

    return answer


@door
def page(request: HttpRequest) -> HttpResponse:
    """Show the form, and what was found."""
    # What is read here is kept by nobody, but pictures are those that readers may see.
    with queries.furnished(), recording():
        return _page(request, Asked.of(request.GET))


@door
def stories(request: HttpRequest) -> HttpResponse:
    """Give what the page shows as JSON."""
    if wait := STORIES.wait(request):
        return _too_often(wait)
    with queries.furnished(), recording():
        return _stories(Asked.of(request.GET))


@door
def words(request: HttpRequest) -> HttpResponse:
    """Give the words that go on from what is being typed, as JSON."""
    if wait := WORDS.wait(request):
        return _too_often(wait)
    typed = request.GET.get("q", "")[:LONGEST_TYPED]
    if len(typed.strip()) < SHORTEST_TYPED:
        return _json({"words": []})
    try:
        found = index.current().complete(typed)
    except Unavailable:
        return _unavailable()
    return _json({"words": [one.text for one in found]})


def _page(request: HttpRequest, asked: Asked) -> HttpResponse:
    site = queries.site()
    filled = presenter.form(asked, site.sections, _names(asked))
    context = {"frame": presenter.search_frame(site, asked)}
    try:
        results, found = find(asked)
    except Unavailable as lost:
        logger.error("cannot search: %s", lost)
        return _reply({**context, "search": None, "form": filled}, away.STATUS)
    if not found and asked.page == 1 and not asked.is_narrowed:
        note_miss(request.META, asked.q)
    latest = () if found else cards(queries.newest(ListingKind.SITE, 0, LATEST))
    shown = presenter.search(asked, filled, results, found, latest)
    return _reply({**context, "search": shown, "form": filled})


def _stories(asked: Asked) -> HttpResponse:
    try:
        results, found = find(asked, pictured=False)
    except Unavailable as lost:
        logger.error("cannot search: %s", lost)
        return _unavailable()
    return _json(presenter.as_json(asked, results, found))


def _names(asked: Asked) -> dict[str, str]:
    """Return what the topic and the author that the search keeps to are called."""
    topic = queries.topic(asked.topic) if asked.topic else None
    author = queries.author(asked.author) if asked.author else None
    found = {"topic": topic, "author": author}
    return {name: one.name for name, one in found.items() if one}


def _reply(context: dict[str, object], status: int = 200) -> HttpResponse:
    body = render("pages/search.html", context)
    headers = HEADERS if status == 200 else {**HEADERS, **away.HEADERS}
    return HttpResponse(body, status=status, content_type=HTML, headers=headers)


def _json(data: Mapping[str, object], status: int = 200, **headers: str) -> JsonResponse:
    given = {**HEADERS, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return JsonResponse(
        data, status=status, headers=given, json_dumps_params={"ensure_ascii": False}
    )


def _too_often(wait: int) -> JsonResponse:
    said = {"error": gettext("Too many searches. Please wait a minute.")}
    return _json(said, 429, Retry_After=str(wait), Cache_Control="no-store")


def _unavailable() -> JsonResponse:
    said = {"error": gettext("The search cannot be used just now. Please try again in a minute.")}
    again = str(away.RETRY_AFTER)
    return _json(said, away.STATUS, Retry_After=again, Cache_Control="no-store")
