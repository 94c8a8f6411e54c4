"""Complaining of a comment."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from harkara.audience.comments import actions, queries
from harkara.audience.comments.addresses import report_path
from harkara.audience.comments.refusals import NotTaken
from harkara.audience.visitors import tokens
from harkara.newsroom import queries as newsroom
from harkara.web.presenters import comments as presenter
from harkara.web.presenters.comments import COMPLAINT
from harkara.web.views.comments.door import door, shown


@door
def report(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Show the form for a complaint about a comment, and take one."""
    found = queries.accepted(comment_id)
    card = queries.card_of(found.number) if found else None
    if found is None or card is None:
        raise Http404
    said, status, is_done = "", 200, False
    if request.method == "POST":
        said, status = _complained(request, comment_id)
        is_done = status == 200
    context = {
        "frame": presenter.door_frame(
            newsroom.site(), gettext("Complain of a comment"), report_path(comment_id)
        ),
        "card": card,
        "said": presenter.quoted(found),
        "reasons": queries.complaint_reasons(),
        "action": report_path(comment_id),
        "stamp": tokens.stamp(COMPLAINT, str(comment_id)),
        "error": said,
        "is_done": is_done,
    }
    return shown("pages/complaint.html", context, status)


def _complained(request: HttpRequest, comment_id: int) -> tuple[str, int]:
    """Take a complaint; return what is wrong with it and the status that goes with that."""
    if not tokens.is_stamp(request.POST.get("stamp", ""), COMPLAINT, str(comment_id)):
        return gettext("Please send the form once more."), 422
    reasons = dict(queries.complaint_reasons())
    reason = request.POST.get("reason", "")
    if reason not in reasons:
        return gettext("Please choose a reason."), 422
    if request.POST.get("website"):
        return "", 200
    try:
        actions.complain(
            actions.Complaint(
                comment_id=comment_id,
                reason=reason,
                address=request.META.get("REMOTE_ADDR", ""),
                at=timezone.now(),
            )
        )
    except NotTaken as refusal:
        return str(refusal), 422
    return "", 200
