"""The press's tables: a clock, keys, targets, and which target read which key."""

from django.db import models
from django.db.models import F, Q

from harkara.press.priorities import REST

STALE = Q(marked__gt=F("pressed"))


class Clock(models.Model):
    """One row that orders everything: each mark ticks it, each store locks it."""

    now = models.BigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="press_one_clock")]

    def __str__(self) -> str:
        return str(self.now)


class Key(models.Model):
    """A name for something a page can read."""

    name = models.CharField(max_length=255, unique=True)
    # When it was last marked. Kept for keys nobody has read too: a page may be reading one now.
    changed = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """A page that stands, or shall stand, in the store. It is stale if marked after pressed."""

    path = models.CharField(max_length=1000, unique=True)
    priority = models.PositiveSmallIntegerField(default=REST)
    # Clock values: of the last change it must show, and of what the stored bytes have seen.
    marked = models.BigIntegerField(default=0)
    pressed = models.BigIntegerField(default=0)
    # Marked with very many others: whatever else is stale comes first.
    patient = models.BooleanField(default=False)
    digest = models.CharField(max_length=64, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    stored_at = models.DateTimeField(null=True)
    stale_at = models.DateTimeField(null=True)
    claimed_until = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)

    class Meta:
        # Of pages that one change touched, those first known came first and are pressed last.
        indexes = [
            models.Index(
                "patient",
                "priority",
                F("marked").desc(),
                F("id").desc(),
                condition=STALE,
                name="press_stale_in_turn",
            ),
            models.Index(fields=["priority"], name="press_by_priority"),
        ]

    def __str__(self) -> str:
        return self.path


class Reading(models.Model):
    """A target read a key when it was last pressed."""

    pk = models.CompositePrimaryKey("target_id", "key_id")
    target = models.ForeignKey(Target, models.CASCADE, db_index=False)
    # The index below finds readers by their key, and in the order of their ids.
    key = models.ForeignKey(Key, models.CASCADE, db_index=False)

    class Meta:
        indexes = [models.Index(fields=["key", "target"], name="press_reading_by_key")]

    def __str__(self) -> str:
        return f"{self.target} read {self.key}"


class Spread(models.Model):
    """A change that so many pages read that they are marked bit by bit, the newest first."""

    key = models.OneToOneField(Key, models.CASCADE, primary_key=True)
    # The clock at the change, and the target below which nobody is marked yet (None: nobody is).
    changed = models.BigIntegerField()
    below = models.BigIntegerField(null=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.key} at {self.changed}"


class Purge(models.Model):
    """A path that a CDN in front of the site must drop, until it has promised to."""

    path = models.CharField(max_length=1000, unique=True)
    asked_at = models.DateTimeField()
    failures = models.PositiveIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.path
