"""Foreign ids: which story of which source is which story of ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.models import ArticlePage


class ForeignId(models.Model):
    """What a source calls one story of ours, and how its newest version looked.

    `source_key` tells sources of one kind apart: the address of a WordPress site, of a feed, the
    name of a wire. A second delivery of the same version has the same `fingerprint` and changes
    nothing; another one updates the story. It goes when the story goes.
    """

    source_kind = models.CharField(_("source"), max_length=12)
    source_key = models.CharField(max_length=200)
    foreign_id = models.CharField(max_length=255)
    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="foreign_ids")
    fingerprint = models.CharField(max_length=40)
    # The revision the version became. None after an import in bulk, which makes no revisions.
    revision_id = models.BigIntegerField(null=True)
    # What tells the text from other texts: two deliveries of one text are one story.
    text_print = models.BigIntegerField(null=True, db_index=True)
    received_at = models.DateTimeField(_("received"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_kind", "source_key", "foreign_id"], name="one_story_a_foreign_id"
            )
        ]
        verbose_name = _("foreign id")
        verbose_name_plural = _("foreign ids")

    def __str__(self) -> str:
        return f"{self.source_kind} {self.source_key}: {self.foreign_id}"
