"""The pressed pages of polls: each poll's own, how it stands for who has voted, and the list."""

from django.http import Http404, HttpRequest, HttpResponse

from harkara.audience.polls import queries
from harkara.audience.polls.addresses import RESULT
from harkara.audience.polls.records import Shown
from harkara.audience.visitors.tokens import is_stamp
from harkara.newsroom import queries as newsroom
from harkara.newsroom.records import Card
from harkara.press import priorities
from harkara.web.presenters import polls as presenter
from harkara.web.views.reply import page


def poll(_request: HttpRequest, number: str) -> HttpResponse:
    """Show a poll: before it opens, as a form, or its result. Raises Http404 if there is none."""
    found = queries.poll(int(number))
    if found is None:
        raise Http404
    context = {
        "frame": presenter.poll_frame(newsroom.site(), found),
        "poll": presenter.poll(found),
        "card": _card(found),
    }
    return page("pages/poll.html", context, priorities.SECTION)


def result(_request: HttpRequest, number: str, stamp: str) -> HttpResponse:
    """Show how a poll stands, to who has voted. Raises Http404 for a forged address."""
    if not is_stamp(stamp, RESULT, number):
        raise Http404
    found = queries.standing(int(number))
    if found is None:
        raise Http404
    context = {
        "frame": presenter.result_frame(newsroom.site(), found),
        "poll": presenter.poll(found, is_shown=True),
        "card": _card(found),
    }
    return page("pages/poll_result.html", context, priorities.SECTION)


def index(_request: HttpRequest) -> HttpResponse:
    """List the newest polls."""
    found = queries.newest_polls()
    context = {
        "frame": presenter.index_frame(newsroom.site()),
        "polls": tuple(presenter.line(one) for one in found.shown),
        "sheets": presenter.sheet_links(found.sheets),
    }
    return page("pages/polls.html", context, priorities.REST)


def sheet(_request: HttpRequest, sheet: str) -> HttpResponse:
    """List the polls of one sheet; raise Http404 if there is none on it."""
    found = queries.polls_on_sheet(int(sheet))
    if not found:
        raise Http404
    context = {
        "frame": presenter.index_frame(newsroom.site(), int(sheet)),
        "polls": tuple(presenter.line(one) for one in found),
        "sheets": (),
    }
    return page("pages/polls.html", context, priorities.REST)


def _card(found: Shown) -> Card | None:
    """Return the story that a poll belongs to, if it is on the site."""
    if found.story is None:
        return None
    return next(iter(newsroom.cards([found.story], pictured=False)), None)
