"""Provenance: what came in, byte for byte, and what was done to it on the way to the desk."""

import zlib

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.models import ArticlePage


class Provenance(models.Model):
    """Where one story came from; it goes when the story goes."""

    article = models.OneToOneField(ArticlePage, on_delete=models.CASCADE, related_name="provenance")
    source_kind = models.CharField(_("source"), max_length=12)
    file_name = models.CharField(_("file"), max_length=255, blank=True)
    raw = models.BinaryField(_("what came in"))
    # An archive comes in by the hundred thousand, and markup packs to a fifth.
    is_packed = models.BooleanField(default=False)
    published_at = models.DateTimeField(_("published there"), null=True)
    removed = models.JSONField(_("lines taken out"), default=list)
    repairs = models.JSONField(_("repairs"), default=list)
    notices = models.JSONField(_("notices"), default=list)
    pictures = models.JSONField(_("pictures that stood there"), default=list)
    topics = models.JSONField(_("proposed topics"), default=list)
    received_at = models.DateTimeField(_("received"))
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("received by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("provenance")
        verbose_name_plural = _("provenances")

    def __str__(self) -> str:
        return f"{self.source_kind}: {self.article}"

    @property
    def came_in(self) -> bytes:
        """What came in, byte for byte."""
        raw = bytes(self.raw)
        return zlib.decompress(raw) if self.is_packed else raw
