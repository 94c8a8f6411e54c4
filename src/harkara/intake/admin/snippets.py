"""Feeds and wires in the newsroom's menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from harkara.intake.models import FeedSubscription, WireService


class FeedViewSet(SnippetViewSet):
    """The feeds the paper takes."""

    model = FeedSubscription
    icon = "site"
    menu_label = _("Feeds")
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["name", "url", "active", "asked_at", "said"]
    list_filter = ["active"]
    search_fields = ["name", "url"]
    ordering = ["name"]


class WireViewSet(SnippetViewSet):
    """The wires the paper takes."""

    model = WireService
    icon = "download"
    menu_label = _("Wires")
    menu_order = 330
    add_to_admin_menu = True
    list_display = ["name", "slug", "active"]
    ordering = ["name"]


register_snippet(FeedViewSet)
register_snippet(WireViewSet)
