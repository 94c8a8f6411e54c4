"""Counts: how often each story was shown within an hour and on a day. Nobody is in them."""

from django.db import models


class Count(models.Model):
    """The views of a story within an hour or a day of the site's clock; story 0 is the whole site.

    `aside` are views that were more than one network's share: they move no story up.
    """

    class Span(models.TextChoices):
        HOUR = "hour", "hour"
        DAY = "day", "day"

    story = models.PositiveBigIntegerField()
    span = models.CharField(max_length=4, choices=Span)
    begins_at = models.DateTimeField()
    views = models.PositiveBigIntegerField(default=0)
    aside = models.PositiveBigIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["story", "span", "begins_at"], name="counted_once")
        ]
        indexes = [models.Index(fields=["span", "begins_at"], name="counts_by_age")]

    def __str__(self) -> str:
        return f"{self.story} {self.span} {self.begins_at}: {self.views}"


class Slip(models.Model):
    """A slip that is in the tables, until its file is gone: it is never counted twice."""

    name = models.CharField(max_length=80, primary_key=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Reckoning(models.Model):
    """The one row that whoever counts holds: how often that was, and when lists were made."""

    version = models.PositiveBigIntegerField(default=0)
    listed_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"lists made at {self.listed_at}"
