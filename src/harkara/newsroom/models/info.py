"""Pages about the paper itself: about, contact, policies."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from harkara.newsroom.models.whole import WholePage, refuse_reserved


class InfoPage(WholePage):
    """A page of plain text, linked from every page's foot."""

    body = RichTextField(
        _("text"), features=["h2", "h3", "bold", "italic", "link", "ol", "ul"], blank=True
    )

    content_panels = [*WholePage.content_panels, FieldPanel("body")]
    promote_panels = [FieldPanel("slug")]
    parent_page_types = ["newsroom.FrontPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page about the paper")
        verbose_name_plural = _("pages about the paper")

    def clean(self) -> None:
        """Refuse an address that another kind of page already uses."""
        super().clean()
        refuse_reserved(self.slug)
