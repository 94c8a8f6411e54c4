"""What was learned of the archive: how far each student has come, and the parts of what he keeps.

A student is one thing that is learned (`sections`, `names`). He follows the change log; of several
workers the one that holds the lease does his work.
"""

from django.db import models


class Student(models.Model):
    """How far one student has come."""

    name = models.CharField(max_length=20, primary_key=True)
    version = models.PositiveIntegerField(default=0)
    """Another one for each thing that is put in use; 0 while nothing is."""
    followed = models.BigIntegerField(null=True)
    """The last change of the log that was looked at; None before the first reading."""
    news = models.PositiveIntegerField(default=0)
    """How many changes were looked at since the archive was read whole."""
    holder = models.CharField(max_length=40, blank=True)
    held_until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"


class LearnedPart(models.Model):
    """One part of what a student has learned, in use or under way."""

    student = models.CharField(max_length=20)
    shelf = models.CharField(
        max_length=9, choices=[("in_use", "in use"), ("under_way", "under way")]
    )
    name = models.CharField(max_length=30)
    data = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["student", "shelf", "name"], name="search_part_once_on_a_shelf"
            )
        ]

    def __str__(self) -> str:
        return f"{self.student}/{self.shelf}/{self.name}"


class Lesson(models.Model):
    """What the desk said of a story while it was written: it belongs into a section, or not.

    It waits here until the student takes it; saying the opposite replaces it.
    """

    student = models.CharField(max_length=20)
    document = models.PositiveBigIntegerField()
    section = models.BigIntegerField()
    belongs = models.BooleanField()
    headline = models.TextField(blank=True)
    standfirst = models.TextField(blank=True)
    body = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["student", "document", "section"], name="search_one_lesson_of_a_section"
            )
        ]

    def __str__(self) -> str:
        return (
            f"{self.student}: {self.document} {'in' if self.belongs else 'not in'} {self.section}"
        )
