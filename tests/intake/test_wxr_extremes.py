"""An export whose values are longer, larger and stranger than any column: all of it is taken.

SQLite keeps whatever it is given; PostgreSQL does not. Both must take the same.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from tests.intake.moving import NOON, moved_in

from harkara.intake.models import ForeignId, KeptComment, Move
from harkara.intake.moving import notes
from harkara.newsroom.models import ArticlePage, LiveStory

pytestmark = pytest.mark.usefixtures("paper")
LONG = "लंबा नाम " * 400
HUGE = "9" * 400
STRANGE = "\u202eउलटा\u200d\u200c\ufeff �\U0001f600\u0300" * 30
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss xmlns:content="http://purl.org/rss/1.0/modules/'
    'content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">'
    "\n<channel><wp:base_blog_url>https://khabar.example</wp:base_blog_url>\n"
)
FIELDS = {
    "title": "खबर",
    "link": "https://khabar.example/khabar/",
    "dc:creator": "meera",
    "content:encoded": "<p>एक बात।</p>",
    "excerpt:encoded": "",
    "wp:post_id": "",
    "wp:post_date": "2019-05-02 12:00:00",
    "wp:post_date_gmt": "2019-05-02 06:30:00",
    "wp:post_modified": "2019-05-02 12:00:00",
    "wp:post_name": "khabar",
    "wp:status": "publish",
    "wp:post_type": "post",
    "wp:post_password": "",
}
IN_SPORT = '<category domain="category" nicename="khel">खेल</category>'
DATES = ("0000-00-00 00:00:00", "9999-12-31 23:59:59", "0001-01-01 00:00:00", "kal", LONG, HUGE)


def extremes() -> Iterator[dict[str, str]]:
    """Give stories, each with one value that is too much."""
    for name in FIELDS:
        for value in (LONG, HUGE, STRANGE):
            yield {name: value}
    for value in DATES:
        yield {"wp:post_date": value, "wp:post_date_gmt": value, "wp:post_modified": value}
    yield {"link": f"https://khabar.example/{'%e0%a4%95' * 300}/"}
    yield {"link": "http://[::1/khabar"}
    yield {
        "content:encoded": f"<h2>{LONG}</h2><ul><li>{LONG}</li></ul><blockquote>{LONG}</blockquote>"
    }
    yield {"content:encoded": f"<table><caption>{LONG}</caption><tr><td>{LONG}</td></tr></table>"}
    yield {"content:encoded": f'<p><a href="https://khabar.example/{LONG}">ये भी पढ़ें: {LONG}</a></p>'}
    yield {"content:encoded": f'<iframe src="https://www.youtube.com/embed/{HUGE}"></iframe>'}


def more(value: str) -> str:
    """Return terms, fields and comments of a story whose every value is this one."""
    named = f"<![CDATA[{value}]]>"
    terms = "".join(
        f'<category domain="{domain}" nicename="{escape(value[:900])}">{named}</category>'
        for domain in ("category", "post_tag", "author")
    )
    told = "".join(
        f"<wp:comment_{name}>{named}</wp:comment_{name}>"
        for name in (
            "id", "parent", "author", "author_email", "author_url", "author_IP", "date", "date_gmt",
            "content", "approved", "type",
        )
    )  # fmt: skip
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{name}</wp:meta_key><wp:meta_value>{named}</wp:meta_value></wp:postmeta>"
        for name in (
            "_thumbnail_id", "_wp_old_slug", "_harkara_kind", "_harkara_dateline",
            "_harkara_guests", "_harkara_embargo_until", "_harkara_source_name",
            "_harkara_source_credit", "_harkara_source_url",
        )
    )  # fmt: skip
    return f"{terms}{meta}<wp:comment>{told}</wp:comment>"


def story(number: int, said: dict[str, str], inside: str = "") -> str:
    """Return an item with these values."""
    values = {**FIELDS, "wp:post_id": str(number), **said}
    told = "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in values.items())
    return f"<item>{told}{inside}</item>"


def export(folder: Path) -> tuple[Path, int]:
    """Write the export; return it and how many items it has."""
    items = [story(at, said, IN_SPORT) for at, said in enumerate(extremes(), 1)]
    items += [story(900 + at, {}, more(value)) for at, value in enumerate((LONG, HUGE, STRANGE))]
    path = folder / "extremes.xml"
    path.write_text(f"{HEAD}{chr(10).join(items)}\n</channel></rss>", encoding="utf-8")
    return path, len(items)


def test_whatever_is_too_much_is_cut_or_told_and_nothing_is_lost(tmp_path: Path) -> None:
    path, count = export(tmp_path)

    move = moved_in(path)

    counts = {name: n for name, n in move.counts.items() if name != "comments"}
    assert sum(counts.values()) == count
    assert move.counts.get("passed over", 0) + ForeignId.objects.count() == count
    assert ArticlePage.objects.count() >= LiveStory.objects.count() > 20
    assert KeptComment.objects.count() == 3


def test_a_second_time_nothing_of_it_changes(tmp_path: Path) -> None:
    path, _count = export(tmp_path)
    moved_in(path)
    before = list(ArticlePage.objects.order_by("pk").values_list("pk", "title", "body"))

    again = moved_in(path)

    assert not {"live", "draft", "changed", "scheduled"} & set(again.counts)
    assert list(ArticlePage.objects.order_by("pk").values_list("pk", "title", "body")) == before
    assert Move.objects.count() == 1


def test_a_date_that_cannot_be_meant_is_that_of_the_last_change_and_is_told(
    tmp_path: Path,
) -> None:
    dated = {"wp:post_date": "9999-12-31 23:59:59", "wp:post_date_gmt": "9999-12-31 23:59:59"}
    changed = {"wp:post_modified": "2018-01-02 12:00:00"}
    never = dict.fromkeys((*dated, *changed), "kal")
    path = tmp_path / "dates.xml"
    items = story(1, dated | changed, IN_SPORT) + story(2, never | {"title": "दूसरी"}, IN_SPORT)
    path.write_text(f"{HEAD}{items}</channel></rss>", encoding="utf-8")

    move = moved_in(path)

    first, second = LiveStory.objects.order_by("number")
    assert first.published_at.year == 2018
    assert second.published_at > NOON
    assert move.notes.filter(message=notes.NO_DATE, kind=notes.PERSON).count() == 2
