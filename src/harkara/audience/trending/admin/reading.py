"""What is read now, and what was searched and not found: one screen for everybody at the desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from harkara.audience.trending.queries import desk
from harkara.audience.trending.records import Hour

STEP, WIDTH, HEIGHT = 10, 8, 40
"""The bars of an hour each, in the units of their picture."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One hour in a picture of several; an hour without views has no height."""

    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Bars:
    """The hours of a day as a picture, and its words for those who do not see it."""

    bars: tuple[Bar, ...]
    width: int
    most: int
    last: int


@require_safe
def reading_page(request: HttpRequest) -> HttpResponse:
    """Show what is read, and what was searched in vain; eight queries and the frame's."""
    found = desk.live(timezone.now())
    context = {
        "live": found,
        "bars": bars(found.hours),
        "stories": [(one, bars(one.hours)) for one in found.stories],
        "missed": desk.missed(),
        "page_title": _("What is read"),
        "header_icon": "view",
    }
    return render(request, "audience/admin/reading.html", context)


def bars(hours: Sequence[Hour]) -> Bars:
    """Return hours as bars, the highest as high as the picture; what was read at all is seen."""
    most = max((one.views for one in hours), default=0)
    heights = [-(-HEIGHT * one.views // most) if most else 0 for one in hours]
    return Bars(
        bars=tuple(Bar(STEP * n, HEIGHT - high, high) for n, high in enumerate(heights)),
        width=STEP * len(hours),
        most=most,
        last=hours[-1].views if hours else 0,
    )
