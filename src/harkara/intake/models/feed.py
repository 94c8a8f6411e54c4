"""Feeds the paper takes, and which of their items it has seen."""

from urllib.parse import urlsplit

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from harkara.intake.models.supplier import Supplier

LEAST_MINUTES = 5
MOST_MINUTES = 7 * 24 * 60


class FeedSubscription(Supplier):
    """A feed that is asked for news again and again."""

    url = models.URLField(_("address of the feed"), max_length=500, unique=True)
    every_minutes = models.PositiveIntegerField(
        _("asked every so many minutes"),
        default=15,
        validators=[MinValueValidator(LEAST_MINUTES), MaxValueValidator(MOST_MINUTES)],
    )
    full_text = models.BooleanField(
        _("whole stories may be fetched"),
        default=False,
        help_text=_("Only if the owner of the feed allows it: the stories' own pages are read."),
    )
    active = models.BooleanField(_("is asked"), default=True)
    # What the poller remembers.
    host = models.CharField(max_length=255, editable=False)
    etag = models.CharField(max_length=250, blank=True, editable=False)
    last_modified = models.CharField(max_length=250, blank=True, editable=False)
    next_poll_at = models.DateTimeField(default=timezone.now, editable=False)
    asked_at = models.DateTimeField(_("last asked"), null=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)
    said = models.CharField(_("what was wrong"), max_length=300, blank=True, editable=False)

    panels = [
        FieldPanel("name"),
        FieldPanel("url"),
        FieldPanel("said", read_only=True),
        FieldPanel("credit"),
        FieldPanel("section"),
        MultiFieldPanel(
            [FieldPanel("every_minutes"), FieldPanel("full_text"), FieldPanel("active")],
            heading=_("How it is asked"),
        ),
    ]

    class Meta(Supplier.Meta):
        indexes = [
            models.Index(
                fields=["next_poll_at"], condition=models.Q(active=True), name="feeds_that_are_due"
            ),
            models.Index(fields=["host", "-asked_at"], name="feeds_of_a_host"),
        ]
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")

    def clean(self) -> None:
        """Know the host; what was changed is asked at once, as if for the first time."""
        super().clean()
        self.etag = self.last_modified = self.said = ""
        self.failures = 0
        self.host = (urlsplit(self.url).hostname or "")[:255]
        self.next_poll_at = timezone.now()


class SeenItem(models.Model):
    """An item of a feed that was looked at, whatever became of it: it is not looked at again.

    It stays when the desk throws the story away, so that the story does not come back.
    """

    feed = models.ForeignKey(FeedSubscription, on_delete=models.CASCADE, related_name="seen")
    foreign_id = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=40)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["feed", "foreign_id"], name="one_look_at_an_item")
        ]
        indexes = [models.Index(fields=["feed", "seen_at"], name="items_not_seen_lately")]

    def __str__(self) -> str:
        return f"{self.feed_id}: {self.foreign_id}"
