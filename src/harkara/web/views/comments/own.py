"""A reader's own comment: seen, changed for two minutes, and removed whenever she wants."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from harkara.audience.comments import actions, queries
from harkara.audience.comments.addresses import NOTICE, own_path
from harkara.audience.comments.queries.readers import Own
from harkara.audience.comments.refusals import NotTaken
from harkara.audience.visitors import tokens
from harkara.newsroom import queries as newsroom
from harkara.newsroom.records import Card
from harkara.web.presenters import comments as presenter
from harkara.web.views.comments.door import door, sent_to, shown

OWN = "own-comment"


@door
def own(request: HttpRequest, token: str) -> HttpResponse:
    """Show a reader her own comment; change or remove it if she says so."""
    try:
        comment_id = int(tokens.read_lasting(token, OWN))
    except (tokens.BadToken, ValueError) as error:
        raise Http404 from error
    now = timezone.now()
    found = queries.own_comment(comment_id)
    card = queries.card_of(found.number) if found else None
    if request.method != "POST" or found is None:
        return _own(token, found, card, now)
    try:
        if request.POST.get("do") == "remove":
            actions.remove_own(comment_id, at=now)
        else:
            name, text = request.POST.get("name", ""), request.POST.get("text", "")
            actions.change_own(comment_id, name=name, text=text, at=now)
    except NotTaken as refusal:
        return _own(token, found, card, now, str(refusal), status=422)
    return sent_to(own_path(token))


def _own(
    token: str,
    found: Own | None,
    card: Card | None,
    now: datetime,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    title = gettext("Your comment")
    changeable = found is not None and found.changes_until >= now and found.status != "rejected"
    context = {
        "frame": presenter.door_frame(newsroom.site(), title, own_path(token)),
        "card": card,
        "own": found,
        "said": presenter.own_said(found) if found else gettext("This comment has been removed."),
        "action": own_path(token),
        "is_changeable": changeable,
        "error": error,
        "notice": NOTICE,
    }
    return shown("pages/own_comment.html", context, status)
