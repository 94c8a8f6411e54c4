"""Suppliers: what the paper keeps of whoever sends it stories, by whichever door."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.models import SectionPage


class Supplier(models.Model):
    """Whose stories these are, how they are credited, and where they go."""

    name = models.CharField(
        _("source"),
        max_length=120,
        help_text=_("Whose stories these are. Readers see it as the source."),
    )
    credit = models.CharField(_("credit line"), max_length=200, blank=True)
    section = models.ForeignKey(
        SectionPage,
        verbose_name=_("section"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Leave empty to have it proposed for each story."),
    )

    class Meta:
        abstract = True
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
