"""The desk's polls: all of them, one with its count and its networks, and the form."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin.ui.components import Component

from harkara.audience.polls import actions
from harkara.audience.polls.admin.form import PollForm, as_typed
from harkara.audience.polls.admin.rights import MANAGING
from harkara.audience.polls.models import Crowd
from harkara.audience.polls.queries import desk
from harkara.audience.polls.refusals import CannotMake
from harkara.audience.rights import login_of

DEEPEST = 9999
ICON = "form"
WHOLE = {"close": actions.close_now, "off": actions.take_off, "back": actions.put_back}
OF_A_NETWORK = {"aside": actions.set_aside, "count": actions.count_in}


@require_http_methods(["GET", "HEAD"])
@MANAGING.needed
def polls_page(request: HttpRequest) -> HttpResponse:
    """List all polls, newest first."""
    said = request.GET.get("page", "")
    page = min(max(int(said), 1), DEEPEST) if said.isdecimal() and len(said) < 5 else 1
    rows, has_more = desk.polls(page, timezone.now())
    context = {
        "rows": rows,
        "earlier": page - 1,
        "later": page + 1 if has_more and page < DEEPEST else None,
        "page_title": _("Polls"),
        "header_icon": ICON,
    }
    return render(request, "audience/admin/polls.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@MANAGING.needed
def new_page(request: HttpRequest) -> HttpResponse:
    """Show the form for a poll, and make one."""
    form = PollForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            poll = actions.make(form.poll(by=login_of(request), at=timezone.now()))
        except CannotMake as refusal:
            form.add_error(None, ValidationError(str(refusal)))
        else:
            messages.success(request, _("The poll is kept. Its pages follow."))
            return redirect("audience_poll", poll.pk)
    return _form(request, form, _("New poll"))


@require_http_methods(["GET", "HEAD", "POST"])
@MANAGING.needed
def change_page(request: HttpRequest, poll_id: int) -> HttpResponse:
    """Show the form for a poll that there is, and change it."""
    poll = desk.as_kept(poll_id)
    if poll is None:
        raise Http404
    form = PollForm(request.POST or None, initial=as_typed(poll))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(poll_id, form.poll(by=login_of(request), at=timezone.now()))
        except CannotMake as refusal:
            form.add_error(None, ValidationError(str(refusal)))
        else:
            messages.success(request, _("The poll is kept. Its pages follow."))
            return redirect("audience_poll", poll_id)
    return _form(request, form, _("Change the poll"))


@require_http_methods(["GET", "HEAD", "POST"])
@MANAGING.needed
def poll_page(request: HttpRequest, poll_id: int) -> HttpResponse:
    """Show how a poll stands, which networks stand out and what was done; decide about them."""
    row = desk.one(poll_id, timezone.now())
    if row is None:
        raise Http404
    if request.method == "POST":
        _do(request, poll_id)
        return redirect("audience_poll", poll_id)
    context = {
        "row": row,
        "networks": desk.networks(poll_id),
        "trail": desk.trail(poll_id),
        "page_title": _("Poll"),
        "page_subtitle": row.question,
        "header_icon": ICON,
    }
    return render(request, "audience/admin/poll.html", context)


class PollsPanel(Component):
    """How many polls are open, on the newsroom's first screen."""

    name = "polls"
    order = 58
    template_name = "audience/admin/polls_panel.html"

    def __init__(self, count: int, votes: int) -> None:
        self._count = count
        self._votes = votes

    def get_context_data(self, _parent_context: dict[str, object]) -> dict[str, object]:
        """Return what the panel shows."""
        return {"count": self._count, "votes": self._votes}


def panels() -> list[PollsPanel]:
    """Return the panel if a poll is open. One query."""
    count, votes = desk.open_at(timezone.now())
    return [PollsPanel(count, votes)] if count else []


def _form(request: HttpRequest, form: PollForm, title: str) -> HttpResponse:
    context = {"form": form, "page_title": title, "header_icon": ICON}
    status = 422 if form.errors else 200
    return render(request, "audience/admin/poll_form.html", context, status=status)


def _do(request: HttpRequest, poll_id: int) -> None:
    by, at = login_of(request), timezone.now()
    wanted, _dash, network = request.POST.get("do", "").partition("-")
    if wanted in WHOLE:
        WHOLE[wanted](poll_id, by=by, at=at)
    elif wanted in OF_A_NETWORK and network.isdecimal() and len(network) < 19:
        try:
            OF_A_NETWORK[wanted](poll_id, int(network), by=by, at=at)
        except Crowd.DoesNotExist as error:
            raise Http404 from error
