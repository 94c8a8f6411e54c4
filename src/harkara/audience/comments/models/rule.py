"""Rules: what may be said in each section."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.models import SectionPage


class SectionRule(models.Model):
    """When comments in a section are looked at, and after how many days a story is closed.

    A section without a row has the first mode. `closed_before` is how far the clock has closed
    stories: pages are made by it, so that they read no clock.
    """

    class Mode(models.TextChoices):
        BEFORE = "before", _("looked at before they are shown")
        AFTER = "after", _("shown at once, looked at afterwards")
        CLOSED = "closed", _("closed")

    section = models.OneToOneField(
        SectionPage, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    mode = models.CharField(max_length=6, choices=Mode, default=Mode.BEFORE)
    days = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(3650)]
    )
    closed_before = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("rule for comments")
        verbose_name_plural = _("rules for comments")

    def __str__(self) -> str:
        return f"{self.section_id}: {self.mode}"
