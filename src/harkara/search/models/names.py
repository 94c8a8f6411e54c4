"""Names that the archive mentions, counted story by story: what could become topics."""

from django.db import models


class FoundName(models.Model):
    """A name that stories mention, with what they take it for.

    The table holds so many at most (`actions.names.MOST_NAMES`): names of few stories go first.
    """

    key = models.CharField(max_length=200, unique=True)
    """The folded words of the name."""
    name = models.CharField(max_length=200)
    """As it was written first."""
    persons = models.PositiveIntegerField(default=0)
    places = models.PositiveIntegerField(default=0)
    organisations = models.PositiveIntegerField(default=0)
    """How many stories take it for each."""
    stories = models.PositiveIntegerField(default=0)
    weight = models.PositiveIntegerField(default=0)
    """How surely those stories show it to be a name, in tenths of a point and in all."""
    examples = models.JSONField(default=list)
    """Numbers of stories that mention it, the last that was counted first."""
    rejected = models.BooleanField(default=False)
    """Whether the desk does not want to hear of it again."""

    class Meta:
        indexes = [
            models.Index(
                fields=["rejected", "-stories", "-weight", "id"], name="search_most_named_first"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} in {self.stories}"


class StoryNames(models.Model):
    """The names counted for a story, packed (`actions.names`): taken back when it changes."""

    story = models.BigIntegerField(primary_key=True)
    names = models.BinaryField()

    def __str__(self) -> str:
        return f"names of {self.story}"
