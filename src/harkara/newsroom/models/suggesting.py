"""What an editor rejected of the suggestions for a story: it is not shown again."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from harkara.newsroom.models.article import ArticlePage


class Suggested(models.TextChoices):
    """What is suggested for a story, and what its `ref` names."""

    SECTION = "section", "section"
    """A section, by its id."""
    TOPIC = "topic", "topic"
    """A topic of the desk, by its id."""
    NEW_TOPIC = "new_topic", "new topic"
    """A name that could become a topic, as the story writes it."""
    ALSO_READ = "also_read", "also read"
    """A live story, by its number."""
    REPEAT = "repeat", "repeat"
    """A story of the desk that this one repeats, by its number."""
    ADDRESS = "address", "address"
    """The words of an address."""


class Rejection(models.Model):
    """One suggestion for one story that somebody at the desk does not want to see again."""

    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="rejections")
    kind = models.CharField(max_length=10, choices=Suggested)
    ref = models.CharField(max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    rejected_at = models.DateTimeField(default=timezone.now)

    # Wagtail would count each one as a use of the story.
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "kind", "ref"], name="rejected_once")
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.kind} {self.ref}"
