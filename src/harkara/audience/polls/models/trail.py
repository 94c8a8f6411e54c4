"""The trail: what was done to polls, by whom. Rows are added and never changed."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.audience.polls.models.poll import Poll
from harkara.audience.polls.models.vote import Unchangeable


class PollDecision(models.Model):
    """One thing that was done to a poll; `by` is a login, `votes` how many it concerned."""

    class Kind(models.TextChoices):
        MADE = "made", _("made")
        CHANGED = "changed", _("changed")
        CLOSED = "closed", _("closed before its time")
        TAKEN_OFF = "taken_off", _("taken off the site")
        PUT_BACK = "put_back", _("put back on the site")
        COUNTED = "counted", _("a network's votes counted")
        ASIDE = "aside", _("a network's votes set aside")
        RECOUNTED = "recounted", _("counted anew")

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=9, choices=Kind)
    votes = models.PositiveIntegerField(default=0)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()
        verbose_name = _("decision about a poll")
        verbose_name_plural = _("decisions about polls")

    def __str__(self) -> str:
        return f"{self.poll_id}: {self.kind}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the line. Raises Unchangeable for one that stands already."""
        if not self._state.adding:
            raise Unchangeable
        super().save(*args, **kwargs)
