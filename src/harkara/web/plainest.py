"""The plainest page: a refusal that asks nothing of the newsroom, its database or the press."""

from django.conf import settings
from django.utils import translation

from harkara.web.jinja import render
from harkara.web.presenters.refusals import refusal

HTML = "text/html; charset=utf-8"


def plainest(status: int) -> bytes:
    """Return the page of a refusal."""
    with translation.override(settings.LANGUAGE_CODE):
        page = render(
            "pages/plainest.html",
            {"refusal": refusal(status), "language": settings.LANGUAGE_CODE},
        )
    return page.encode()
