"""A site goes out and comes in again, and is the same."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.intake.moving import moved_in
from wagtail.contrib.redirects.models import Redirect

from harkara.intake.exporting.wxr import write_wxr
from harkara.intake.models import ForeignId, KeptComment, Move
from harkara.newsroom import queries
from harkara.newsroom.actions import Publish, StoryDraft, file_story, publish
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    InfoPage,
    LiveStory,
    NumberSeries,
    SectionPage,
    Topic,
    Withdrawal,
)

JUNE = datetime(2019, 6, 1, 6, 30, tzinfo=UTC)
BODY: tuple[dict[str, Any], ...] = (
    {"type": "paragraph", "value": "<p>पुल का <strong>काम</strong> &lt;पूरा&gt; हुआ।</p>"},
    {"type": "heading", "value": "पैसा & समय"},
    {"type": "list", "value": {"ordered": True, "items": ["एक बात", "दो बात"]}},
    {"type": "pull_quote", "value": {"text": "पुल बड़ा है।", "who": "मीरा"}},
    {"type": "table", "value": {"caption": "तालिका", "lines": "क | ख\n१ | २"}},
    {"type": "video", "value": {"url": "https://www.youtube.com/watch?v=abcdefghijk",
                                "title": "सोहनी पर पुल ]]> बना", "poster": None}},
    {"type": "social_post", "value": {"author": "राम (@ram)", "network": "X", "text": "वाह!",
                                      "url": "https://twitter.com/ram/status/1"}},
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """Publish some stories of every kind and write them out."""
    desh = SectionPage.objects.get(slug="desh")
    meera = Author.objects.create(name="मीरा चौहान", slug="meera")
    river = Topic.objects.create(name="सोहनी नदी", slug="sohni", kind=Topic.Kind.THING)
    first = file_story(
        StoryDraft(
            headline="सोहनी पर पुल ]]> बना",
            standfirst="उद्घाटन & मेला",
            body=BODY,
            section_id=desh.pk,
            author_ids=(meera.pk,),
            guests=("अतिथि लेखक",),
            topic_ids=(river.pk,),
        )
    )
    publish(Publish(article_id=first.article_id, published_at=JUNE))
    reference = {"type": "also_read", "value": {"story": first.article_id, "text": ""}}
    second = file_story(
        StoryDraft(headline="मेले में भीड़ उमड़ी", body=(BODY[0], reference), section_id=desh.pk)
    )
    publish(Publish(article_id=second.article_id, published_at=JUNE))
    file_story(StoryDraft(headline="अधूरी खबर", body=BODY[:1], section_id=desh.pk))
    KeptComment.objects.create(
        source_kind="wxr", source_key="x", foreign_id="7", article_id=first.article_id,
        author="पाठक", status="approved", text="बधाई ]]> हो", written_at=JUNE,
    )  # fmt: skip
    path = tmp_path / "out.xml"
    with path.open("w", encoding="utf-8") as out:
        assert write_wxr(out, site="https://khabar.example") == 3
    return path


def plain(value: Any) -> Any:
    """Return the value of a block as it was filed, in a copy of its own."""
    return dict(value) if isinstance(value, dict) else value


def site() -> dict[str, Any]:
    """Return all that readers see of each story, and how its parts hang together."""
    names = dict(ArticlePage.objects.values_list("pk", "title"))
    rows = {}
    for article in ArticlePage.objects.order_by("pk"):
        latest = article.get_latest_revision_as_object()
        blocks = [(one["type"], plain(one["value"])) for one in latest.body.raw_data]
        for kind, value in blocks:
            if kind == "also_read":
                value.update(story=names[value["story"]], text="")
            if kind == "table":
                value.pop("caption")
            if kind == "list":
                items = value["items"]
                value["items"] = [i["value"] if isinstance(i, dict) else i for i in items]
        row = LiveStory.objects.filter(article=article).first()
        rows[article.title] = {
            "standfirst": latest.standfirst,
            "blocks": blocks,
            "section": article.section.slug if article.section else None,
            "bylines": [str(one) for one in latest.bylines.all()],
            "topics": [topic.name for topic in latest.topics.all()],
            "times": (row.published_at, row.updated_at) if row else None,
            "comments": list(article.kept_comments.values_list("author", "status", "text")),
        }
    return rows


def empty() -> None:
    """Leave nothing of the stories, as in a home that was just founded."""
    for article in ArticlePage.objects.all():
        article.delete()
    for model in (Topic, Author, Redirect, ForeignId, Move, Withdrawal, NumberSeries, InfoPage):
        model._default_manager.all().delete()


def test_what_went_out_comes_in_the_same(exported: Path) -> None:
    before = site()
    empty()

    moved_in(exported)

    after = site()
    assert set(after) == set(before)
    for headline, story in before.items():
        assert after[headline] == story


def test_addresses_lead_on_in_the_new_home(exported: Path) -> None:
    old = {row.headline: queries.story_path(row.number) for row in LiveStory.objects.all()}
    empty()
    file_story(StoryDraft(headline="पहले से यहां"))

    moved_in(exported)

    for row in LiveStory.objects.all():
        path = old[row.headline]
        assert path is not None
        now = queries.story_path(row.number)
        assert now != path
        assert queries.redirect_for(path) == now


def test_an_empty_site_goes_out_too() -> None:
    out = io.StringIO()

    assert write_wxr(out, site="https://khabar.example/") == 0
    assert "<wp:category_nicename>desh" in out.getvalue()
