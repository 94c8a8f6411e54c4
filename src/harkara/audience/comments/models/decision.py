"""The trail: what was done to comments, by whom and why. Rows are added and never changed.

The database itself refuses to change one (`audience.for_good`).
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.audience.comments.models.comment import Comment


class Unchangeable(Exception):
    """A line of the trail can be added, and not be changed."""


class Decision(models.Model):
    """One thing that was done to a comment.

    `by` is the login of whoever did it, "" for the writer, a reader or the rules. What was done
    together has one `batch` and can be undone together.
    """

    class Kind(models.TextChoices):
        WRITTEN = "written", _("written")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")
        SPAM = "spam", _("marked as spam")
        WAITING = "waiting", _("put back into the queue")
        UNDONE = "undone", _("undone")
        EDITED = "edited", _("changed by its writer")
        REMOVED = "removed", _("removed by its writer")
        ERASED = "erased", _("erased at a reader's wish")
        REPORTED = "reported", _("complained of")
        CLEARED = "cleared", _("complaints looked at")
        BANNED = "banned", _("its writer shut out")
        MOVED_IN = "moved_in", _("moved in")

    class Reason(models.TextChoices):
        NONE = "", _("no reason given")
        ABUSE = "abuse", _("abuse")
        HATE = "hate", _("hatred of a group")
        ADVERT = "advert", _("advertising or spam")
        FALSE = "false", _("false or misleading")
        PRIVATE = "private", _("somebody's private data")
        COURT = "court", _("a matter before the court")
        BESIDE = "beside", _("beside the subject")
        AGAIN = "again", _("said before")

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=8, choices=Kind)
    reason = models.CharField(max_length=8, choices=Reason, blank=True)
    before = models.CharField(max_length=8, choices=Comment.Status, blank=True)
    by = models.CharField(max_length=150, blank=True)
    batch = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["batch"], condition=~models.Q(batch=""), name="done_together"),
            models.Index(fields=["-at", "-id"], name="newest_decisions"),
        ]
        default_permissions = ()
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.kind}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the line. Raises Unchangeable for one that stands already."""
        if not self._state.adding:
            raise Unchangeable
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raise Unchangeable: a line goes with its comment and never alone."""
        raise Unchangeable
