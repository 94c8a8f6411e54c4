"""WXR comments: what readers said of a story, as a WordPress export has it below its post."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

from harkara.intake.exporting.gathering import Story
from harkara.intake.exporting.readers_words import OF_SITE, NameOf, ReaderComment
from harkara.intake.exporting.wxr_marks import tag, times
from harkara.intake.models import KeptComment


def comments(story: Story, said: Sequence[ReaderComment], name_of: NameOf) -> Iterator[str]:
    """Give what moved in with a story, and what its readers said here since and the desk accepted.

    A comment that moved in is one of the readers' by now, with the id that it had there.
    """
    kept = [one for one in story.row.kept_comments.all() if not one.is_erased]
    yield from map(_comment, kept)
    ids = {name_of(one.origin): one.foreign_id for one in kept}
    called = {one.id: ids.get(one.origin) or str(OF_SITE + one.id) for one in said}
    for one in said:
        if one.is_accepted and one.origin not in ids:
            yield _reader_comment(one, called[one.id], called.get(one.parent or 0, "0"))


def _reader_comment(one: ReaderComment, called: str, parent: str) -> str:
    values = {
        "comment_id": called,
        "comment_parent": parent,
        "comment_author": escape(one.name),
        "comment_content": escape(one.text),
        "comment_approved": "1",
    }
    return _marked(values, one.written_at)


def _comment(one: KeptComment) -> str:
    approved = {"approved": "1", "pending": "0"}.get(one.status, one.status)
    values = {
        "comment_id": one.foreign_id,
        "comment_parent": one.parent_id or "0",
        "comment_author": one.author,
        "comment_author_email": one.email,
        "comment_author_url": one.url,
        "comment_author_IP": one.ip,
        "comment_content": one.text,
        "comment_approved": approved,
    }
    return _marked(values, one.written_at)


def _marked(values: Mapping[str, str], at: datetime | None) -> str:
    inside = "".join(tag(f"wp:{name}", value) for name, value in values.items())
    return f"<wp:comment>{inside}{times('wp:comment_date', at)}</wp:comment>"
