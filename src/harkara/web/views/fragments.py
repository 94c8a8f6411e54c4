"""Fragments: small pressed pieces of pages that change by the minute.

A page names one in an `hk-fragment` and the browser takes it in, so that a change presses the
fragment and not the archive. What stands in the `hk-fragment` is for those without a script.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from harkara.newsroom import queries
from harkara.newsroom.addresses import LATEST, WITHDRAWN
from harkara.press import priorities
from harkara.web.presenters import most_read
from harkara.web.presenters.breaking import breaking
from harkara.web.views.reply import page


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A template, and what gives its plain values from queries, which record what they read."""

    template: str
    values: Callable[[], Mapping[str, object]]
    priority: int = priorities.REST


# So many numbers a browser that keeps stories is told; one that knows none of them forgets all.
WITHDRAWN_LISTED = 200

# By the name in its address, `/tukda/<name>/`.
FRAGMENTS: dict[str, Fragment] = {
    most_read.FRAGMENT: Fragment(
        template="parts/most_read_piece.html",
        values=most_read.piece,
        priority=priorities.SECTION,
    ),
    LATEST: Fragment(
        template="parts/breaking_piece.html",
        values=lambda: {"breaking": breaking(queries.breaking())},
        priority=priorities.FRAGMENT,
    ),
    WITHDRAWN: Fragment(
        template="parts/withdrawn_piece.html",
        values=lambda: {"numbers": queries.newest_withdrawn(WITHDRAWN_LISTED)},
        priority=priorities.FRAGMENT,
    ),
}


def fragment(_request: HttpRequest, name: str) -> HttpResponse:
    """Give a fragment; raise Http404 if none has this name."""
    found = FRAGMENTS.get(name)
    if found is None:
        raise Http404
    return page(found.template, found.values(), found.priority)
