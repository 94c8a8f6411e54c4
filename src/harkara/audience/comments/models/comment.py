"""Comments of readers."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from harkara.audience.visitors.networks import NAME_LENGTH
from harkara.newsroom.models import ArticlePage

MOST_NAME = 60
TOKEN_LENGTH = 32


class Comment(models.Model):
    """What a reader said of a story, or in answer to another comment: one level of answers.

    What is `removed` by its writer, or erased at a reader's wish, keeps its row, not its words.
    `sheet` is where it stands on the pages, given when it is accepted. `weight` is how likely the
    desk is to reject it, from 0 to 1, and `reasons` are why. `origin` is what it was called on the
    site it moved in from.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")
        SPAM = "spam", _("spam")
        REMOVED = "removed", _("removed by its writer")

    story = models.ForeignKey(
        ArticlePage,
        verbose_name=_("story"),
        to_field="number",
        db_column="story",
        on_delete=models.CASCADE,
        related_name="+",
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="replies"
    )
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.WAITING)
    name = models.CharField(_("name"), max_length=MOST_NAME)
    text = models.TextField(_("comment"))
    written_at = models.DateTimeField(_("written"))
    edited_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    sheet = models.PositiveIntegerField(null=True)
    writer = models.CharField(max_length=TOKEN_LENGTH, blank=True)
    network = models.CharField(max_length=NAME_LENGTH, blank=True)
    likeness = models.CharField(max_length=32, blank=True)
    weight = models.FloatField(default=0.0)
    reasons = models.JSONField(default=list)
    reports = models.PositiveIntegerField(_("complaints"), default=0)
    origin = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 (unique if any)

    class Meta:
        indexes = [
            models.Index(
                fields=["story", "sheet", "id"],
                condition=Q(status="accepted"),
                name="comments_on_a_sheet",
            ),
            models.Index(fields=["status", "written_at", "id"], name="comments_by_status"),
            models.Index(
                fields=["network", "written_at"],
                condition=~Q(network=""),
                name="comments_of_a_network",
            ),
            models.Index(
                fields=["writer", "written_at"],
                condition=~Q(writer=""),
                name="comments_of_a_writer",
            ),
            models.Index(
                fields=["likeness", "written_at"],
                condition=~Q(likeness=""),
                name="comments_alike",
            ),
            models.Index(
                fields=["-reports", "id"],
                condition=Q(status="accepted", reports__gt=0),
                name="comments_complained_of",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="accepted", sheet__isnull=False)
                | (~Q(status="accepted") & Q(sheet__isnull=True)),
                name="accepted_stands_on_a_sheet",
            )
        ]
        permissions = [("moderate_comment", "Can decide about comments")]
        default_permissions = ()
        verbose_name = _("comment")
        verbose_name_plural = _("comments")

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:40]}"
