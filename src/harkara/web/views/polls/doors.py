"""Voting as Django's views see it: every vote, every refusal, with a script and without."""

import logging
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt

from harkara.audience.polls import actions, queries
from harkara.audience.polls.addresses import INDEX, poll_path
from harkara.audience.polls.journal import JournalLost
from harkara.audience.polls.records import Shown, Way
from harkara.audience.polls.refusals import NoChoice, NoPoll, NotOpenYet, NotTaken, Over, TooQuick
from harkara.newsroom import queries as newsroom
from harkara.web.presenters import polls as presenter
from harkara.web.presenters.pages import refusal_frame
from harkara.web.senders import Sender, sender_of
from harkara.web.views import away, miss
from harkara.web.views.entrance import HEADERS, Entrance, sent_to, shown
from harkara.web.views.polls.door import (
    BEFORE,
    HANDED,
    MOST_BYTES,
    TAKEN,
    handed,
    result_of,
    voted,
    was_here,
)

logger = logging.getLogger(__name__)
doors = Entrance(limit=TAKEN, most_bytes=MOST_BYTES, path=INDEX)
tokens = Entrance(limit=HANDED, most_bytes=MOST_BYTES, path=INDEX)


@csrf_exempt
def vote(request: HttpRequest, number: int) -> HttpResponse:
    """Take a vote; show the poll's own page to who only looks."""
    if request.method == "POST":
        return _take(request, number)
    return miss.miss(request)


@tokens
def token(request: HttpRequest, number: int) -> HttpResponse:
    """Hand out what the page's script makes a vote with."""
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST", **HEADERS})
    try:
        body = handed(number, request.META.get("REMOTE_ADDR", ""), timezone.now())
    except NoPoll as error:
        raise Http404 from error
    except NotTaken as refusal:
        return HttpResponse(str(refusal), status=409, content_type="text/plain", headers=HEADERS)
    return HttpResponse(body, content_type="application/json", headers=HEADERS)


@doors
def _take(request: HttpRequest, number: int) -> HttpResponse:
    now = timezone.now()
    poll = queries.poll(number)
    if poll is None:
        raise Http404
    if was_here(request.META, number):
        return sent_to(result_of(number) + BEFORE)
    proof, sent = request.POST.get("proof", ""), request.POST.get("once", "")
    by_script = bool(proof) and sender_of(request) is Sender.OURS
    cast = actions.Cast(
        poll=number,
        choices=request.POST.getlist("choice"),
        token=sent,
        proof=proof,
        address=request.META.get("REMOTE_ADDR", ""),
        browser=browser_of(request),
        way=Way.SCRIPT if by_script else Way.PLAIN,
        at=now,
    )
    try:
        actions.box().cast(cast)
    except (NoPoll, Over, NotOpenYet):
        # Its own page says when it opens, or how it ended.
        return sent_to(poll_path(number))
    except NoChoice as refusal:
        return _again(poll, str(refusal))
    except NotTaken as refusal:
        kept = sent if isinstance(refusal, TooQuick) else ""
        return _confirm(poll, cast, kept, str(refusal) if sent else "", now)
    except JournalLost:
        logger.exception("a vote cannot be written down")
        return away.answer()
    answer = sent_to(result_of(number))
    for name, value in voted(number):
        answer.headers[name] = value
    return answer


def browser_of(request: HttpRequest) -> str:
    """Return what a browser says of itself."""
    said = (request.headers.get(name, "") for name in ("User-Agent", "Accept-Language"))
    return "\n".join(said)


def _again(poll: Shown, error: str) -> HttpResponse:
    """Show the answers once more."""
    context = {
        "frame": refusal_frame(newsroom.site(), poll.question, poll_path(poll.number)),
        "poll": presenter.poll(poll),
        "error": error,
    }
    return shown("pages/vote.html", context, 422)


def _confirm(poll: Shown, cast: actions.Cast, kept: str, error: str, now: datetime) -> HttpResponse:
    """Ask once more whether that is the answer, with a token for one vote from this network."""
    once = kept or actions.box().token(cast.poll, cast.address, Way.PLAIN, now)
    context = {
        "frame": refusal_frame(
            newsroom.site(), gettext("Confirm your vote"), poll_path(poll.number)
        ),
        "poll": presenter.poll(poll),
        "choice": cast.choices[0],
        "words": poll.options[int(cast.choices[0]) - 1].words,
        "once": once,
        "error": error,
    }
    return shown("pages/confirm_vote.html", context, 422 if error else 200)
