"""The change log: which documents are not as they were, and since when.

It says that a document changed, never how: whoever follows the log asks for the document and puts
it into his index, or takes it out if there is none. A document has one row, however often it
changes. Rows are not taken away, so any number of indexes can follow, each at its own pace.
"""

from django.db import models
from django.db.models import Q


class LogClock(models.Model):
    """One row that orders the log: each note ticks it and keeps its lock until the commit."""

    now = models.BigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="search_one_clock")]

    def __str__(self) -> str:
        return str(self.now)


class Change(models.Model):
    """A document changed at this time of the log's clock."""

    document = models.BigIntegerField(primary_key=True)
    at = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.document} at {self.at}"


class Walk(models.Model):
    """A group of documents that are to be noted one after the other, and how far that has come.

    What a group is, and the form of its bookmark, is known to the room that asked for the walk.
    """

    group = models.CharField(max_length=100, unique=True)
    bookmark = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return f"{self.group} after {self.bookmark or 'nothing'}"
