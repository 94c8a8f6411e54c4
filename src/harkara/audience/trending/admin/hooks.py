"""What counting adds to the newsroom's menu and addresses."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from harkara.audience.trending.admin import reading


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the screen its address."""
    return [path("reading/", reading.reading_page, name="audience_reading")]


@hooks.register("register_admin_menu_item")
def reading_item() -> MenuItem:
    """Offer what is read from every screen, to everybody in the newsroom."""
    return MenuItem(
        _("What is read"), reverse("audience_reading"), name="reading", icon_name="view", order=66
    )
