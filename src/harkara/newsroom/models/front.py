"""The front page: what the desk puts on top, and what the paper says of itself."""

from django.core.validators import EmailValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable

from harkara.newsroom.models.whole import WholePage


class FrontPage(WholePage):
    """The front page; its title is the paper's name."""

    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    publisher = models.CharField(_("publisher"), max_length=160, blank=True)
    email = models.CharField(_("e-mail"), max_length=160, blank=True, validators=[EmailValidator()])
    address = models.TextField(_("postal address"), blank=True)
    ads_txt = models.TextField(_("ads.txt"), blank=True)

    content_panels = [
        InlinePanel("placements", label=_("Story on top"), max_num=5),
        MultiFieldPanel(
            [*WholePage.content_panels]
            + [
                FieldPanel(name) for name in ("tagline", "publisher", "email", "address", "ads_txt")
            ],
            heading=_("The paper"),
        ),
    ]
    promote_panels = [FieldPanel("slug")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["newsroom.SectionPage", "newsroom.InfoPage"]
    max_count = 1

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")


class Placement(Orderable):
    """A story the desk placed on the front; the first is the lead."""

    front = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="placements")
    article = models.ForeignKey(
        "newsroom.ArticlePage", verbose_name=_("story"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("article", "newsroom.ArticlePage")]

    class Meta:
        ordering = ("sort_order", "pk")
        verbose_name = _("placement")
        verbose_name_plural = _("placements")

    def __str__(self) -> str:
        return str(self.article)
