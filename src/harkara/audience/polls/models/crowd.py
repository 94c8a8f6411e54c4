"""Crowds: what came to one poll from one network on one day."""

from django.db import models

from harkara.audience.polls.models.poll import Poll
from harkara.audience.visitors.networks import NAME_LENGTH


class Crowd(models.Model):
    """The votes of one network in one poll, and whether they are set aside.

    `network` is its hashed name, None once it is forgotten; the numbers stay. `by_choice` has a
    number for each answer. `plain` came without the page's script, `alike` from a browser that says
    the same of itself as the first one; `busiest` is the most in one minute. `decided_by` is the
    editor's login whose word stands over the score.
    """

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="crowds")
    network = models.CharField(max_length=NAME_LENGTH, null=True)  # noqa: DJ001 (unique if any)
    votes = models.PositiveIntegerField(default=0)
    by_choice = models.JSONField(default=list)
    plain = models.PositiveIntegerField(default=0)
    browser = models.BigIntegerField(default=0)
    alike = models.PositiveIntegerField(default=0)
    minute = models.BigIntegerField(default=0)
    in_minute = models.PositiveIntegerField(default=0)
    busiest = models.PositiveIntegerField(default=0)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    score = models.FloatField(default=0.0)
    reasons = models.JSONField(default=list)
    is_aside = models.BooleanField(default=False)
    decided_by = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "network"], name="one_crowd_of_a_network")
        ]
        indexes = [
            models.Index(fields=["poll", "-score", "-votes"], name="crowds_by_score"),
            models.Index(
                fields=["last_at"],
                condition=models.Q(network__isnull=False),
                name="crowds_with_a_name",
            ),
        ]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.poll_id}: {self.votes}"
