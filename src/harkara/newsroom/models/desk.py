"""The desk's tray: where stories wait that have no section yet."""

from django.utils.translation import gettext_lazy as _

from harkara.newsroom.models.whole import WholePage


class DeskPage(WholePage):
    """A tray beside the front page, never shown to readers; nothing goes live from here."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["newsroom.ArticlePage"]
    max_count = 1

    class Meta:
        verbose_name = _("desk tray")
        verbose_name_plural = _("desk trays")
