"""What readers may see: the live copy of each story, and the listings it stands in.

Wagtail's tables hold the desk's work; readers' pages are made from these rows alone. A row exists
if and only if its story is on the site, so nothing else can leak.
"""

from django.db import models

from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models.article import ArticlePage
from harkara.newsroom.models.photo import Photo
from harkara.newsroom.models.section import SectionPage


class LiveStory(models.Model):
    """The public face of a live story: what its card shows."""

    number = models.PositiveBigIntegerField(primary_key=True)
    article = models.OneToOneField(ArticlePage, on_delete=models.CASCADE, related_name="live_story")
    section = models.ForeignKey(SectionPage, on_delete=models.CASCADE, related_name="+")
    revision_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=12)
    slug = models.CharField(max_length=100)
    headline = models.CharField(max_length=255)
    headline_key = models.CharField(max_length=255, db_index=True)
    standfirst = models.TextField()
    picture = models.ForeignKey(Photo, null=True, on_delete=models.SET_NULL, related_name="+")
    corrected = models.BooleanField(default=False)
    published_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    # When it leaves the site by itself; Wagtail's own column has no index.
    expires_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-published_at", "-number"]
        indexes = [
            models.Index(
                fields=["expires_at"],
                condition=models.Q(expires_at__isnull=False),
                name="stories_that_expire",
            )
        ]

    def __str__(self) -> str:
        return self.headline


class Entry(models.Model):
    """A live story's place in a listing: the site's, a section's, a topic's, an author's."""

    kind = models.CharField(
        max_length=8, choices=[(kind.value, kind.value) for kind in ListingKind]
    )
    ref = models.BigIntegerField()
    story = models.ForeignKey(LiveStory, on_delete=models.CASCADE, related_name="entries")
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "kind", "ref"], name="once_in_a_listing")
        ]
        indexes = [
            models.Index(
                fields=["kind", "ref", "-published_at", "-story"], name="newest_in_listing"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.ref}: {self.story_id}"


class AlsoReadChoice(models.Model):
    """Which stories were chosen to be read beside a live one, in a section that wants that.

    The choice is made once for each publication, after it, and kept: pages are made from it. While
    a new one is due, the old one stands.
    """

    story = models.OneToOneField(
        LiveStory, primary_key=True, on_delete=models.CASCADE, related_name="also_read_choice"
    )
    numbers = models.JSONField(default=list)
    due_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(due_at__isnull=False),
                name="also_read_that_is_due",
            )
        ]

    def __str__(self) -> str:
        return f"beside {self.story_id}: {self.numbers}"


class Withdrawal(models.Model):
    """A story that was on the site and is not now.

    Its address answers 410, or leads to the story it was merged into.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    withdrawn_at = models.DateTimeField()
    merged_into = models.PositiveBigIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["-withdrawn_at", "-number"], name="newest_withdrawals")]

    def __str__(self) -> str:
        return str(self.number)
