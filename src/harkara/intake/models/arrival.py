"""Arrivals: what came by itself and waits for somebody at the desk to look at it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.models import ArticlePage


class Arrival(models.Model):
    """The last thing that happened to a story that came from a feed or a wire.

    `revision_id` is a version that came after the desk had edited the story: it waits among the
    story's revisions and nothing of the desk's was overwritten.
    """

    class State(models.TextChoices):
        NEW = "new", _("new")
        UPDATED = "updated", _("updated")
        WAITING = "waiting", _("newer version to look at")
        KILLED = "killed", _("taken back by its source")
        PHOTO = "photo", _("a photo was taken back by its source")

    article = models.OneToOneField(ArticlePage, on_delete=models.CASCADE, related_name="arrival")
    state = models.CharField(_("state"), max_length=8, choices=State)
    source_kind = models.CharField(max_length=12)
    source_name = models.CharField(_("source"), max_length=120)
    note = models.CharField(_("note"), max_length=600, blank=True)
    revision_id = models.BigIntegerField(null=True)
    came_at = models.DateTimeField(_("came"))
    done_at = models.DateTimeField(null=True)
    # When somebody threw the draft away. It is deleted a little later: until then that is undone.
    thrown_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-came_at", "-pk"]
        indexes = [
            models.Index(
                fields=["-came_at", "-id"],
                condition=models.Q(done_at__isnull=True),
                name="arrivals_that_wait",
            ),
            models.Index(
                fields=["thrown_at"],
                condition=models.Q(thrown_at__isnull=False),
                name="arrivals_thrown_away",
            ),
            models.Index(fields=["done_by", "-done_at"], name="arrivals_of_a_person"),
        ]
        verbose_name = _("arrival")
        verbose_name_plural = _("arrivals")

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.article_id}"
