"""What makes networks nameless, and which one-time tokens were spent."""

from django.db import models


class DailySecret(models.Model):
    """What the addresses of one day are hashed with. When it is gone, no hash leads back."""

    day = models.DateField(primary_key=True)
    secret = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"


class SpentToken(models.Model):
    """A one-time token that was used, until it would be too old in any case."""

    digest = models.CharField(max_length=64, primary_key=True)
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.digest
