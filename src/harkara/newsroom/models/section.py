"""Sections: where stories belong."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from harkara.newsroom.models.whole import WholePage, refuse_reserved


class SectionPage(WholePage):
    """A section: its Hindi name is the title, its Roman address the slug, its order the tree's."""

    class Colour(models.TextChoices):
        INDIGO = "indigo", _("indigo")
        TEAL = "teal", _("teal")
        OLIVE = "olive", _("olive")
        OCHRE = "ochre", _("ochre")
        RUST = "rust", _("rust")
        MAROON = "maroon", _("maroon")
        PLUM = "plum", _("plum")
        SLATE = "slate", _("slate")

    colour = models.CharField(_("colour"), max_length=8, choices=Colour, default=Colour.SLATE)
    description = models.CharField(_("description"), max_length=300, blank=True)

    chooses_also_read = models.BooleanField(
        _("choose “also read” by itself"),
        default=False,
        help_text=_(
            "Stories published in this section that refer to no other are given related ones."
        ),
    )

    content_panels = [
        *WholePage.content_panels,
        FieldPanel("colour"),
        FieldPanel("description"),
        FieldPanel("chooses_also_read"),
    ]
    promote_panels = [FieldPanel("slug")]
    parent_page_types = ["newsroom.FrontPage"]
    subpage_types = ["newsroom.ArticlePage"]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def clean(self) -> None:
        """Refuse an address that another kind of page already uses."""
        super().clean()
        refuse_reserved(self.slug)
