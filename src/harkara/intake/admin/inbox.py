"""The inbox: what came from feeds and wires and waits for somebody to look at it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from harkara.intake import queries
from harkara.intake.actions.arriving import bring_back, last_done, settle, throw_away
from harkara.intake.admin.views import for_those_who_file, person
from harkara.intake.models import Arrival

ROWS = 50
ROWS_OF_PANEL = 6


@for_those_who_file
def inbox_page(request: HttpRequest) -> HttpResponse:
    """Show what waits; settle or throw away what was ticked."""
    if request.method == "POST":
        _decide(request)
        return redirect(request.get_full_path())
    source = request.GET.get("source", "")
    pages = Paginator(queries.waiting(source), ROWS)
    context = {
        "page": pages.get_page(request.GET.get("page")),
        "source": source,
        "sources": queries.waiting_sources(),
        "undoable": _undoable(request),
        "page_title": _("Inbox"),
        "header_icon": "download",
    }
    return render(request, "intake/admin/inbox.html", context)


class InboxPanel(Component):
    """What came by itself, the most urgent first: what its source has taken back."""

    name = "inbox"
    order = 55
    template_name = "intake/admin/inbox_panel.html"

    def __init__(self, arrivals: list[Arrival]) -> None:
        self._arrivals = arrivals

    def get_context_data(self, _parent_context: dict[str, object]) -> dict[str, object]:
        """Return what the panel shows."""
        return {
            "killed": [one for one in self._arrivals if one.state == Arrival.State.KILLED],
            "others": [one for one in self._arrivals if one.state != Arrival.State.KILLED],
        }


def inbox_panels() -> list[InboxPanel]:
    """Return the panel if anything waits. One query."""
    arrivals = list(queries.most_urgent(ROWS_OF_PANEL))
    return [InboxPanel(arrivals)] if arrivals else []


def _undoable(request: HttpRequest) -> int:
    """Return how many arrivals the person settled or threw away last. Two queries."""
    last = last_done(person(request), timezone.now())
    return last.count() if last is not None else 0


def _decide(request: HttpRequest) -> None:
    ids = [int(i) for i in request.POST.getlist("arrival") if i.isdecimal()][:ROWS]
    if request.POST.get("do") == "undo":
        count = bring_back(by=person(request), at=timezone.now())
        said = ngettext("%(count)d arrival waits again.", "%(count)d arrivals wait again.", count)
    elif request.POST.get("do") == "throw-away":
        count = throw_away(ids, by=person(request), at=timezone.now())
        said = ngettext(
            "%(count)d draft was thrown away.", "%(count)d drafts were thrown away.", count
        )
    else:
        count = settle(ids, by=person(request), at=timezone.now())
        said = ngettext(
            "%(count)d story was looked at.", "%(count)d stories were looked at.", count
        )
    messages.success(request, said % {"count": count})
