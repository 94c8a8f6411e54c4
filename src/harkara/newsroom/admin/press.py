"""The press on the desk's dashboard: how far it is while much of the site is made anew."""

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from harkara.press.queries import Backlog, backlog

# Fewer pages than these are pressed before anybody could read of it.
MUCH = 200


class PressPanel(Component):
    """What share of the pages shows the paper as it is now, and how long the rest will take."""

    name = "press"
    order = 60
    template_name = "newsroom/admin/press_panel.html"

    def __init__(self, request: HttpRequest, found: Backlog) -> None:
        self.request = request
        self._backlog = found

    def get_context_data(self, _parent_context: dict[str, object]) -> dict[str, object]:
        """Return the numbers of the panel."""
        found = self._backlog
        return {
            "percent": int(found.share * 100),
            "waiting": found.waiting,
            "minutes": max(1, round(found.left.total_seconds() / 60)) if found.left else None,
        }


def press_panels(request: HttpRequest) -> list[PressPanel]:
    """Return the panel if much waits at the press, and nothing on every other day."""
    found = backlog(timezone.now())
    return [PressPanel(request, found)] if found.waiting > MUCH else []
