"""The ledger: every vote, once. Rows are added and never changed."""

from typing import Any

from django.db import models

from harkara.audience.polls.models.crowd import Crowd

DIGEST_LENGTH = 32


class Unchangeable(Exception):
    """A vote can be added, and not be changed or taken out."""


class Vote(models.Model):
    """One vote. Its token's digest is the one thing that makes it one: sent again it is the same.

    Where it came from is told by its crowd alone.
    """

    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    crowd = models.ForeignKey(Crowd, on_delete=models.PROTECT, related_name="+")
    choice = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.crowd_id}: {self.choice}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the vote. Raises Unchangeable for one that stands already."""
        if not self._state.adding:
            raise Unchangeable
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raise Unchangeable."""
        raise Unchangeable


class Seal(models.Model):
    """What binds the votes that were added together to all that were added before them.

    `seal` is a hash of the one before and of each vote from the id `first` to `last`; a vote that
    is changed, taken out or put between afterwards no longer fits it.
    """

    first = models.BigIntegerField(unique=True)
    last = models.BigIntegerField(unique=True)
    seal = models.CharField(max_length=64)

    class Meta:
        ordering = ["first"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.seal


class JournalRead(models.Model):
    """How far a journal was read: kept in the transaction that adds its votes."""

    name = models.CharField(max_length=80, primary_key=True)
    offset = models.PositiveBigIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name}: {self.offset}"
