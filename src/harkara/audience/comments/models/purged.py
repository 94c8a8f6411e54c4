"""Purged origins: comments that moved in once, were not taken, and are deleted by now."""

from django.db import models


class PurgedOrigin(models.Model):
    """What a comment that moved in was called (`actions.origin_key`): it does not return."""

    origin = models.CharField(max_length=64, primary_key=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.origin
