"""Standings: how each story is read, with its views growing old; and the lists pages show."""

from django.db import models


class Standing(models.Model):
    """The scores of a story that is read (see `scores`); its row goes when they have faded."""

    story = models.PositiveBigIntegerField(primary_key=True)
    section = models.BigIntegerField()
    is_video = models.BooleanField()
    now = models.FloatField()
    today = models.FloatField()
    week = models.FloatField()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["-now"], name="read_now"),
            models.Index(fields=["-today"], name="read_today"),
            models.Index(fields=["-week"], name="read_this_week"),
            models.Index(fields=["section", "-today"], name="read_today_in_section"),
            models.Index(fields=["section", "-week"], name="read_in_section_this_week"),
            models.Index(
                fields=["-today"],
                condition=models.Q(is_video=True),
                name="watched_today",
            ),
            models.Index(
                fields=["-week"],
                condition=models.Q(is_video=True),
                name="watched_this_week",
            ),
        ]

    def __str__(self) -> str:
        return str(self.story)


class TopList(models.Model):
    """The numbers of the most read stories in their order, as pages show them until it changes."""

    name = models.CharField(max_length=40, primary_key=True)
    numbers = models.JSONField(default=list)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name}: {self.numbers}"
