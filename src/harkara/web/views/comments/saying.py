"""Saying something of a story, or in answer to a comment."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from harkara.audience.comments import actions, queries
from harkara.audience.comments.addresses import NOTICE, form_path, own_path
from harkara.audience.comments.refusals import NotTaken
from harkara.audience.comments.scoring import Doubt
from harkara.audience.visitors import tokens
from harkara.newsroom import queries as newsroom
from harkara.newsroom.addresses import COMMENTS
from harkara.newsroom.records import Card
from harkara.web.presenters import comments as presenter
from harkara.web.presenters.comments import PURPOSE, SayForm
from harkara.web.senders import Sender, sender_of
from harkara.web.views.comments.door import door, sent_to, shown
from harkara.web.views.comments.own import OWN

LONGEST = timedelta(hours=12)
"""So long a form that was made for one reader may lie open."""
QUICKEST = timedelta(seconds=3)
COOKIE = "lekhan"
COOKIE_AGE = 30 * 24 * 3600
WRITER = "writer"


@door
def say(request: HttpRequest, number: int) -> HttpResponse:
    """Take a comment, or show the form for one."""
    card = queries.card_of(number)
    if card is None:
        raise Http404
    if request.method != "POST":
        return _form(request, card, SayForm())
    now = timezone.now()
    filled = _filled(request)
    vouched, doubts, said = _vouched(request, number, now)
    if not vouched:
        return _form(request, card, filled, said, status=422)
    writer = _writer(request) or secrets.token_hex(16)
    try:
        comment = actions.write(_new(request, number, writer, now, doubts))
    except NotTaken as refusal:
        return _form(request, card, filled, str(refusal), status=422)
    answer = sent_to(own_path(tokens.lasting_token(OWN, str(comment.pk))))
    answer.set_cookie(
        COOKIE,
        tokens.lasting_token(WRITER, writer),
        max_age=COOKIE_AGE,
        path=f"/{COMMENTS}/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return answer


@door
def reply(request: HttpRequest, number: int, comment_id: int) -> HttpResponse:
    """Show the form for an answer to a comment."""
    card, answered = queries.card_of(number), queries.accepted(comment_id)
    if card is None or answered is None or answered.number != number:
        raise Http404
    return _form(request, card, SayForm(parent=str(comment_id)))


def _vouched(
    request: HttpRequest, number: int, now: datetime
) -> tuple[bool, tuple[Doubt, ...], str]:
    """Say whether a comment comes from a form of ours, what is doubtful of it, and what to say.

    A browser that names no page is given a form of its own, whose token is bound to its address.
    """
    once = request.POST.get("once", "")
    if once:
        try:
            ticket = tokens.read_token(once, PURPOSE, _bound(request, number), now, LONGEST)
            tokens.spend(ticket, LONGEST)
        except tokens.BadToken:
            return False, (), gettext("This form was sent before or lay open too long. Send again.")
        hurried = (Doubt.HURRIED,) if now - ticket.made_at < QUICKEST else ()
        unknown = (Doubt.UNVOUCHED,) if sender_of(request) is Sender.UNKNOWN else ()
        return True, (*hurried, *unknown), ""
    is_ours = sender_of(request) is Sender.OURS
    if is_ours and tokens.is_stamp(request.POST.get("stamp", ""), PURPOSE, str(number)):
        return True, (), ""
    return False, (), gettext("Please look at your comment and send it once more.")


def _bound(request: HttpRequest, number: int) -> str:
    return f"{number}/{request.META.get('REMOTE_ADDR', '')}"


def _new(
    request: HttpRequest, number: int, writer: str, now: datetime, doubts: tuple[Doubt, ...]
) -> actions.NewComment:
    parent = request.POST.get("parent", "")
    is_trapped = bool(request.POST.get("website"))
    return actions.NewComment(
        number=number,
        name=request.POST.get("name", ""),
        text=request.POST.get("text", ""),
        address=request.META.get("REMOTE_ADDR", ""),
        writer=writer,
        at=now,
        parent_id=int(parent) if parent.isdecimal() and len(parent) < 18 else None,
        doubts=(*doubts, Doubt.TRAPPED) if is_trapped else doubts,
        is_trapped=is_trapped,
    )


def _filled(request: HttpRequest) -> SayForm:
    return SayForm(
        parent=request.POST.get("parent", ""),
        name=request.POST.get("name", ""),
        text=request.POST.get("text", ""),
    )


def _writer(request: HttpRequest) -> str:
    """Return the token by which a browser is known again, "" if it has none of ours."""
    try:
        return tokens.read_lasting(request.COOKIES.get(COOKIE, ""), WRITER)
    except tokens.BadToken:
        return ""


def _form(
    request: HttpRequest, card: Card, filled: SayForm, error: str = "", status: int = 200
) -> HttpResponse:
    now = timezone.now()
    number = card.number
    parent = filled.parent if filled.parent.isdecimal() and len(filled.parent) < 18 else ""
    answered = queries.accepted(int(parent)) if parent else None
    form = SayForm(
        action=form_path(number),
        stamp="",
        once=tokens.one_time_token(PURPOSE, _bound(request, number), now),
        parent=parent,
        name=filled.name,
        text=filled.text,
        error=error,
    )
    title = gettext("Answer a comment") if answered else gettext("Write a comment")
    context = {
        "frame": presenter.door_frame(newsroom.site(), title, form_path(number)),
        "card": card,
        "answered": presenter.quoted(answered) if answered else None,
        "form": form if queries.is_open(card, now) else None,
        "notice": NOTICE,
    }
    return shown("pages/say.html", context, status)
