"""Pages that somebody pasted and has not yet made drafts of."""

from django.conf import settings
from django.db import models


class Pasted(models.Model):
    """A page that somebody pasted and has not yet made a draft of."""

    raw = models.BinaryField()
    file_name = models.CharField(max_length=255, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    pasted_at = models.DateTimeField()

    class Meta:
        ordering = ["-pasted_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.by}: {self.pasted_at:%Y-%m-%d %H:%M}"
