"""Complaints of readers about comments."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.audience.comments.models.comment import Comment
from harkara.audience.visitors.networks import NAME_LENGTH


class Report(models.Model):
    """One reader's word that a comment should not stand; one from each network on a day."""

    class Reason(models.TextChoices):
        ABUSE = "abuse", _("abuse or threat")
        HATE = "hate", _("hatred of a community or caste")
        ADVERT = "advert", _("advertising or fraud")
        FALSE = "false", _("false information")
        PRIVATE = "private", _("somebody's private data")
        OTHER = "other", _("something else")

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="complaints")
    reason = models.CharField(_("reason"), max_length=8, choices=Reason)
    network = models.CharField(max_length=NAME_LENGTH)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "network"],
                condition=~models.Q(network=""),
                name="one_complaint_a_network",
            )
        ]
        indexes = [models.Index(fields=["at"], name="complaints_by_time")]
        default_permissions = ()
        verbose_name = _("complaint")
        verbose_name_plural = _("complaints")

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.reason}"
