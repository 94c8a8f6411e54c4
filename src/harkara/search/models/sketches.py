"""What the archive remembers of each story's text, to know it again when it comes back changed."""

from django.db import models


class Sketch(models.Model):
    """The prints of a story, packed (`duplicates.sketch`): what is taken back when they change."""

    story = models.BigIntegerField(primary_key=True)
    prints = models.BinaryField()

    def __str__(self) -> str:
        return f"sketch of {self.story}"


class Print(models.Model):
    """One print of a story: the stories that share a print lie side by side.

    A print has so many rows at most (`queries.sketches.MANY`): what stands in more stories than
    that is standing matter, and tells nothing.
    """

    pk = models.CompositePrimaryKey("print", "story")
    print = models.BigIntegerField()
    story = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.print} of {self.story}"
