"""What the audience adds to the newsroom's menu, addresses and first screen."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from harkara.audience.comments.admin import queue, single
from harkara.audience.comments.admin.rights import MODERATING


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give each screen its address."""
    return [
        path("comments/", queue.queue_page, name="audience_comments"),
        path("comments/<int:comment_id>/", single.comment_page, name="audience_comment"),
        path("comments/bans/", single.bans_page, name="audience_bans"),
        path("comments/trail/", single.trail_page, name="audience_trail"),
        path("comments/rules/", single.rules_page, name="audience_rules"),
    ]


class CommentsItem(MenuItem):
    """The way to the comments, for those who may decide about them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether the person may decide about comments."""
        return MODERATING.is_held(request)


@hooks.register("register_admin_menu_item")
def comments_item() -> MenuItem:
    """Offer the comments from every screen."""
    return CommentsItem(
        _("Comments"), reverse("audience_comments"), name="comments", icon_name="comment", order=65
    )


@hooks.register("construct_homepage_panels")
def show_what_waits(request: HttpRequest, shown: list[Any]) -> None:
    """Show on the first screen how many comments wait, to those who may decide about them."""
    if MODERATING.is_held(request):
        shown += queue.panels()
