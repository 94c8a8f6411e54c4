"""Bans: who may not write for a while, known by a token or by a network's name."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.audience.visitors.networks import NAME_LENGTH


class Ban(models.Model):
    """One device or one network that may not write until a time. It says nothing of a person."""

    class Kind(models.TextChoices):
        WRITER = "writer", _("this browser")
        NETWORK = "network", _("this network")

    kind = models.CharField(_("what is shut out"), max_length=7, choices=Kind)
    value = models.CharField(max_length=NAME_LENGTH)
    until = models.DateTimeField(_("until"), db_index=True)
    reason = models.CharField(_("reason"), max_length=8, blank=True)
    by = models.CharField(_("by"), max_length=150)
    at = models.DateTimeField(_("since"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "value"], name="one_ban_each")]
        default_permissions = ()
        verbose_name = _("ban")
        verbose_name_plural = _("bans")

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"
