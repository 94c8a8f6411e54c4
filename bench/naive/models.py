"""The one model of the site: a story with its HTML as it came."""

from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page


class PlainStory(Page):
    """A story whose body is one block of rich text."""

    standfirst = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True)
    body = StreamField([("html", blocks.RichTextBlock())])

    def __str__(self) -> str:
        return str(self.title)
