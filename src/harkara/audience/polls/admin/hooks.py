"""What polls add to the newsroom's menu, addresses and first screen."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from harkara.audience.polls.admin import screens
from harkara.audience.polls.admin.rights import MANAGING


@hooks.register("register_admin_urls")
def poll_addresses() -> list[URLPattern]:
    """Give each screen its address."""
    return [
        path("polls/", screens.polls_page, name="audience_polls"),
        path("polls/new/", screens.new_page, name="audience_new_poll"),
        path("polls/<int:poll_id>/", screens.poll_page, name="audience_poll"),
        path("polls/<int:poll_id>/change/", screens.change_page, name="audience_change_poll"),
    ]


class PollsItem(MenuItem):
    """The way to the polls, for those who may make them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether the person may make polls."""
        return MANAGING.is_held(request)


@hooks.register("register_admin_menu_item")
def polls_item() -> MenuItem:
    """Offer the polls from every screen."""
    return PollsItem(
        _("Polls"), reverse("audience_polls"), name="polls", icon_name="form", order=66
    )


@hooks.register("construct_homepage_panels")
def show_open_polls(request: HttpRequest, shown: list[Any]) -> None:
    """Show on the first screen how many polls are open, to those who may make them."""
    if MANAGING.is_held(request):
        shown += screens.panels()
