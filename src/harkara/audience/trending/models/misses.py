"""Misses: words that readers searched for and that no story has."""

from django.db import models


class Miss(models.Model):
    """Words that found nothing, and how many networks searched for them, each once a day."""

    key = models.CharField(max_length=200, primary_key=True)
    words = models.CharField(max_length=60)
    times = models.PositiveIntegerField()
    last_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["-times", "-last_at"], name="missed_most"),
            models.Index(fields=["last_at"], name="misses_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.words}: {self.times}"
