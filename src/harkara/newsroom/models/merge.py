"""Merges of topics that are under way."""

from django.db import models
from django.db.models import F, Q

from harkara.newsroom.models.topic import Topic


class TopicMerge(models.Model):
    """A topic whose stories are being given to another, until none is left and it goes."""

    loser = models.OneToOneField(Topic, on_delete=models.CASCADE, related_name="merge")
    keeper = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="merges")
    # Drafts with a lower page id have been looked through.
    draft = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(loser=F("keeper")), name="topic_not_into_itself")
        ]

    def __str__(self) -> str:
        return f"{self.loser} → {self.keeper}"
