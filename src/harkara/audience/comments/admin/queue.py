"""The queue: what waits for the desk, and what is done about it."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin.ui.components import Component

from harkara.audience.comments import actions
from harkara.audience.comments.admin.rights import MODERATING
from harkara.audience.comments.models import Comment, Decision
from harkara.audience.comments.queries import desk
from harkara.audience.comments.queries.desk import COUNTED, ROWS, View
from harkara.audience.rights import login_of

DEEPEST = 999
NAMES = {
    View.WAITING: gettext_lazy("Waiting"),
    View.FINE: gettext_lazy("Nothing against them"),
    View.DOUBTFUL: gettext_lazy("Doubtful"),
    View.REPORTED: gettext_lazy("Complained of"),
    View.ACCEPTED: gettext_lazy("Accepted"),
    View.REJECTED: gettext_lazy("Rejected"),
    View.SPAM: gettext_lazy("Spam"),
}
COUNTED_VIEWS = (View.WAITING, View.REPORTED)


@require_http_methods(["GET", "HEAD", "POST"])
@MODERATING.needed
def queue_page(request: HttpRequest) -> HttpResponse:
    """Show one list of comments; decide about those that were chosen."""
    if request.method == "POST":
        return redirect(_with(request, batch=_decide(request)))
    view = _view_of(request)
    page = _page_of(request)
    rows = desk.queue(view, page)
    batch = request.GET.get("batch", "")
    context = {
        "rows": rows.shown,
        "view": view,
        "views": list(_views(view)),
        "earlier": page - 1,
        "later": page + 1 if rows.has_more and page < DEEPEST else None,
        "reasons": Decision.Reason.choices[1:],
        "batch": batch,
        "batch_size": desk.batch_size(batch),
        "here": _with(request),
        "page_title": _("Comments"),
        "header_icon": "comment",
    }
    return render(request, "audience/admin/queue.html", context)


class CommentsPanel(Component):
    """How many comments wait, on the newsroom's first screen."""

    name = "comments"
    order = 57
    template_name = "audience/admin/panel.html"

    def __init__(self, waiting: int, reported: int) -> None:
        self._waiting = waiting
        self._reported = reported

    def get_context_data(self, _parent_context: dict[str, object]) -> dict[str, object]:
        """Return what the panel shows."""
        return {
            "waiting": min(self._waiting, COUNTED),
            "is_more": self._waiting > COUNTED,
            "reported": self._reported,
        }


def panels() -> list[CommentsPanel]:
    """Return the panel if anything waits. Two queries."""
    waiting, reported = desk.how_many(View.WAITING), desk.how_many(View.REPORTED)
    return [CommentsPanel(waiting, reported)] if waiting or reported else []


def _decide(request: HttpRequest) -> str:
    """Do what was asked for; return by what name it can be undone."""
    by, at = login_of(request), timezone.now()
    if batch := request.POST.get("undo", ""):
        actions.undo(batch, by=by, at=at)
        return ""
    # A button beside one comment says which one; the others speak of those that were chosen.
    wanted, _dash, one = request.POST.get("do", "").partition("-")
    chosen = [one] if one else request.POST.getlist("comment")
    ids = [int(pk) for pk in chosen if pk.isdecimal() and len(pk) < 19][:ROWS]
    if wanted == "clear":
        actions.clear_reports(ids, by=by, at=at)
        return ""
    if wanted not in DECIDABLE:
        return ""
    reason = request.POST.get("reason", "")
    verdict = actions.Verdict(
        ids=ids,
        status=Comment.Status(wanted),
        by=by,
        at=at,
        reason=reason if reason in Decision.Reason.values else "",
    )
    decided = actions.decide(verdict)
    return decided.batch if decided.count else ""


DECIDABLE = {"accepted", "rejected", "spam", "waiting"}


def _views(current: str) -> Iterator[dict[str, object]]:
    for view in View.ALL:
        count = desk.how_many(view) if view in COUNTED_VIEWS else 0
        yield {
            "address": f"{reverse('audience_comments')}?view={view}",
            "name": NAMES[view],
            "count": f"{COUNTED}+" if count > COUNTED else count or "",
            "is_current": view == current,
        }


def _view_of(request: HttpRequest) -> str:
    view = request.GET.get("view", "")
    return view if view in View.ALL else View.WAITING


def _page_of(request: HttpRequest) -> int:
    page = request.GET.get("page", "")
    return min(max(int(page), 1), DEEPEST) if page.isdecimal() and len(page) < 5 else 1


def _with(request: HttpRequest, batch: str = "") -> str:
    asked = {"view": _view_of(request), "page": _page_of(request)}
    said = {**asked, "batch": batch} if batch else asked
    return f"{reverse('audience_comments')}?{urlencode(said)}"
