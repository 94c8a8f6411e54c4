"""The desk's dashboard: what waits, what is due, what is held back."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from harkara.newsroom.models import ArticlePage, DeskPage

ROWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A story that is not on the site yet."""

    article_id: int
    headline: str
    at: datetime | None


class DeskPanel(Component):
    """Stories in the tray, scheduled ones and embargoed ones, soonest first."""

    name = "desk"
    order = 50
    template_name = "newsroom/admin/desk_panel.html"

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, _parent_context: dict[str, object]) -> dict[str, object]:
        """Return the three lists, each in one query."""
        now = timezone.now()
        return {
            "tray": in_the_tray(),
            "embargoed": held_back(now),
            "scheduled": due_later(now),
        }


def in_the_tray() -> list[Waiting]:
    """Return the newest stories that have no section."""
    tray = DeskPage.objects.first()
    if tray is None:
        return []
    stories = ArticlePage.objects.child_of(tray).order_by("-latest_revision_created_at", "-pk")
    return [Waiting(article_id=s.pk, headline=s.draft_title, at=None) for s in stories[:ROWS]]


def held_back(at: datetime) -> list[Waiting]:
    """Return the stories under embargo, the first to be free first."""
    stories = ArticlePage.objects.not_live().filter(embargo_until__gt=at).order_by("embargo_until")
    return [
        Waiting(article_id=s.pk, headline=s.draft_title, at=s.embargo_until) for s in stories[:ROWS]
    ]


def due_later(at: datetime) -> list[Waiting]:
    """Return the scheduled stories that no embargo holds, soonest first."""
    free = Q(embargo_until__isnull=True) | Q(embargo_until__lte=at)
    stories = ArticlePage.objects.not_live().filter(free, go_live_at__gt=at).order_by("go_live_at")
    return [
        Waiting(article_id=s.pk, headline=s.draft_title, at=s.go_live_at) for s in stories[:ROWS]
    ]
