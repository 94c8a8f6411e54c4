"""Replies that carry word for the press: how soon the page is wanted again when it is stale."""

from collections.abc import Mapping

from django.http import HttpResponse

from harkara.newsroom import keys
from harkara.press.recorder import read
from harkara.web.jinja import render


class Reply(HttpResponse):
    """A page, a feed or a file; `press_priority` is its place in the press's queue."""

    def __init__(self, body: str | bytes, content_type: str, priority: int) -> None:
        super().__init__(body, content_type=content_type)
        self.press_priority = priority


def page(template: str, context: Mapping[str, object], priority: int) -> Reply:
    """Return an HTML page; every one of them reads the site's design."""
    read(keys.DESIGN)
    return Reply(render(template, context), "text/html; charset=utf-8", priority)
