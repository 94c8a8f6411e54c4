"""The breaking line that stands now."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry

from harkara.newsroom import keys
from harkara.newsroom.models import STANDING, BreakingLine
from harkara.newsroom.queries.cards import path_of, rows_of
from harkara.newsroom.records import Breaking
from harkara.press.recorder import once, read


def breaking() -> Breaking | None:
    """Return the line that stands, None if there is none or its story is not on the site.

    Pages hold no clock: a line stands until the worker takes it away, in the second it expires.
    """
    return once("breaking", _breaking)


def standing_line() -> BreakingLine | None:
    """Return the row of the line that stands, for the desk."""
    return BreakingLine.objects.filter(standing=STANDING).select_related("article", "by").first()


def line_log(most: int) -> list[ModelLogEntry]:
    """Return what was last done to lines, newest first: an entry tells when, what and by whom."""
    kind = ContentType.objects.get_for_model(BreakingLine)
    found = ModelLogEntry.objects.filter(content_type=kind).select_related("user")
    return list(found.order_by("-timestamp", "-pk")[:most])


def _breaking() -> Breaking | None:
    read(keys.BREAKING)
    line = BreakingLine.objects.filter(standing=STANDING).first()
    if line is None:
        return None
    path = None
    if line.article_id:
        read(keys.page(line.article_id))
        rows = rows_of(articles=[line.article_id])
        if not rows:
            return None
        read(keys.card(rows[0].number))
        path = path_of(rows[0])
    return Breaking(
        id=line.pk, text=line.text, path=path, set_at=line.set_at, expires_at=line.expires_at
    )
