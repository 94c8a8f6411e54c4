"""A site with everything an editor can make, and how to see all of it again after a round trip."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from wagtail.contrib.redirects.models import Redirect

from harkara.intake.models import (
    ForeignId,
    ForeignPage,
    ForeignPhoto,
    KeptComment,
    Move,
    Provenance,
)
from harkara.newsroom.actions import Publish, StoryDraft, Withdraw, file_story, publish, withdraw
from harkara.newsroom.actions.bulk import keep_old_paths
from harkara.newsroom.actions.redirects import redirect
from harkara.newsroom.models import (
    AlsoReadChoice,
    ArticlePage,
    Author,
    Byline,
    CorrectionNote,
    FrontPage,
    InfoPage,
    LiveStory,
    NumberSeries,
    Photo,
    Placement,
    SectionPage,
    Topic,
    Withdrawal,
)

JUNE = datetime(2019, 6, 1, 6, 30, tzinfo=UTC)
SITE = "https://khabar.example"


def body_of(photo: int, other: int) -> tuple[dict[str, Any], ...]:
    """Return one block of every kind; `other` is the page of a story."""
    one, two = ({"type": "item", "id": f"00000000-0000-4000-8000-00000000000{n}"} for n in (1, 2))
    return (
        {"type": "paragraph", "value": '<p data-block-key="ab">पुल का <strong>काम</strong> '
         f'&lt;पूरा&gt; <a linktype="page" id="{other}">हुआ</a>।</p><p>दूसरी &amp; बात।</p>'},
        {"type": "heading", "value": "पैसा & समय"},
        {"type": "picture", "value": {"photo": photo, "caption": "पुल, सुबह"}},
        {"type": "also_read", "value": {"story": other, "text": "पढ़ा हुआ"}},
        {"type": "also_read", "value": {"story": None, "text": "कहीं नहीं"}},
        {"type": "list", "value": {"ordered": True, "items": ["एक बात", "दो बात"]}},
        {"type": "pull_quote", "value": {"text": "पुल बड़ा है।", "who": "मीरा"}},
        {"type": "fact_box", "value": {"title": "पुल", "lines": ["लंबाई 400 मीटर", "खर्च < 12 करोड़"]}},
        {"type": "table", "value": {"caption": "दाम & माप", "lines": "क | ख\n१ | २"}},
        {"type": "gallery", "value": {"pictures": [
            {**one, "value": {"photo": photo, "caption": "एक"}},
            {**two, "value": {"photo": photo, "caption": "दो"}}]}},
        {"type": "video", "value": {"url": "https://www.youtube.com/watch?v=abcdefghijk",
                                    "title": "पुल ]]> का वीडियो", "poster": photo}},
        {"type": "social_post", "value": {"author": "राम (@ram)", "network": "X", "text": "वाह!",
                                          "url": "https://twitter.com/ram/status/1"}},
    )  # fmt: skip


def photo_named(name: str, colour: str) -> Photo:
    """Keep a photo with a file of its own."""
    raw = BytesIO()
    Image.new("RGB", (64, 48), colour).save(raw, "JPEG")
    photo = Photo(
        title=name, alt=f"{name} दिखता है", caption=f"{name} का चित्र", credit="हरकारा/मीरा",
        focal_point_x=20, focal_point_y=10, focal_point_width=8, focal_point_height=6,
        file=ContentFile(raw.getvalue(), name=f"{colour}.jpg"),
    )  # fmt: skip
    photo.save()
    return photo


def make_site() -> None:
    """Make stories of every kind and state, and all that stands around them."""
    desh, khel = (SectionPage.objects.get(slug=slug) for slug in ("desh", "khel"))
    khel.chooses_also_read = True
    khel.save()
    photo = photo_named("पुल", "teal")
    meera = Author.objects.create(
        name="मीरा चौहान", slug="meera", role="संवाददाता", bio="नदी की खबरें", photo=photo
    )
    topics = [
        Topic.objects.create(name="सोहनी नदी", slug="sohni", kind=Topic.Kind.PLACE,
                             aliases="Sohni\nसोहणी", description="एक नदी"),
        Topic.objects.create(name="मेला", slug="mela", kind=Topic.Kind.EVENT),
    ]  # fmt: skip
    second = live("मेले में भीड़ उमड़ी", desh, body=({"type": "paragraph", "value": "<p>भीड़।</p>"},))
    first = live(
        "सोहनी पर पुल ]]> बना", desh, body=body_of(photo.pk, second.pk), standfirst="उद्घाटन & मेला",
        kind="report", dateline="नौघाट", guests=("अतिथि लेखक",), author_ids=(meera.pk,),
        topic_ids=tuple(one.pk for one in topics), picture_id=photo.pk,
        corrections=((JUNE, "नाम गलत छपा था।"), (JUNE + timedelta(hours=1), "तारीख & दिन।")),
        source_name="समाचार समिति", source_credit="समिति के लिए", source_url="https://s.example/1",
    )  # fmt: skip
    draft("अधूरी खबर", None)
    draft("रोकी गई", desh, embargo_until=datetime(2099, 1, 1, tzinfo=UTC))
    due = draft("कल की खबर", khel)
    publish(
        Publish(article_id=due.pk, at=timezone.now().replace(microsecond=0) + timedelta(days=9))
    )
    gone = live("हटाई गई", khel)
    withdraw(Withdraw(article_id=gone.pk))
    again = live("दोबारा लिखी जा रही", khel, body=body_of(photo.pk, first.pk)[:1])
    waiting = again.get_latest_revision_as_object()
    waiting.title = "दोबारा लिखी गई"
    waiting.body = json.dumps(body_of(photo.pk, first.pk), ensure_ascii=False)
    waiting.bylines = [Byline(guest="पहले अतिथि"), Byline(author=meera)]
    waiting.corrections = [CorrectionNote(text="बाकी है", corrected_at=JUNE)]
    waiting.save_revision()
    stand_around(first, second, again)


def stand_around(first: ArticlePage, second: ArticlePage, again: ArticlePage) -> None:
    """Put on the front, comment, remember where it came from, keep addresses."""
    front = FrontPage.objects.get()
    front.tagline, front.ads_txt = "सबसे पहले", "x.example, 1, DIRECT"
    front.placements = [Placement(article=second), Placement(article=first)]
    front.save_revision().publish()
    front.add_child(
        instance=InfoPage(
            title="हमारे बारे में", slug="hamare-bare-mein",
            body=f'<h2>हम</h2><p>एक <a linktype="page" id="{first.pk}">खबर</a>।</p>',
        )
    )  # fmt: skip
    KeptComment.objects.create(
        source_kind="wxr", source_key="purani.example", foreign_id="7", article=first,
        author="पाठक", status="approved", text="बधाई ]]> हो", written_at=JUNE,
    )  # fmt: skip
    ForeignId.objects.create(
        source_kind="wxr", source_key="purani.example", foreign_id="41", article=first,
        fingerprint="ab", text_print=-5, received_at=JUNE,
    )  # fmt: skip
    Provenance.objects.create(
        article=first, source_kind="wxr", file_name="p.xml", raw=b"<item>\xff</item>",
        removed=[{"text": "विज्ञापन", "why": "advert", "before_block": 1}], received_at=JUNE,
    )  # fmt: skip
    AlsoReadChoice.objects.update_or_create(
        story_id=again.number, defaults={"numbers": [first.number], "due_at": None}
    )
    keep_old_paths({"/2019/06/01/पुल": first.pk, "/?p=41": first.pk})
    redirect("/category/desh", "/desh/")


def live(headline: str, section: SectionPage, *, at: datetime = JUNE, **more: Any) -> ArticlePage:
    """Publish a story that was published in June already."""
    article = draft(headline, section, **more)
    publish(Publish(article_id=article.pk, published_at=at))
    found: ArticlePage = ArticlePage.objects.get(pk=article.pk)
    return found


def draft(headline: str, section: SectionPage | None, **more: Any) -> ArticlePage:
    """File a story."""
    body = more.pop("body", ({"type": "paragraph", "value": "<p>अधूरा।</p>"},))
    filed = file_story(
        StoryDraft(headline=headline, body=body, section_id=section.pk if section else None, **more)
    )
    found: ArticlePage = ArticlePage.objects.get(pk=filed.article_id)
    return found


def empty() -> None:
    """Leave nothing of the site, as in a home that was just founded; its files stay."""
    for article in ArticlePage.objects.all():
        article.delete()
    for page in InfoPage.objects.all():
        page.delete()
    for model in (
        Topic, Author, Redirect, ForeignId, ForeignPage, ForeignPhoto, Move, Withdrawal,
        NumberSeries, Photo,
    ):  # fmt: skip
        model._default_manager.all().delete()
    front = FrontPage.objects.get()
    front.tagline = front.ads_txt = ""
    front.save_revision().publish()


def site() -> dict[str, Any]:
    """Return all of the site that is editorial, with names in the place of ids."""
    names = Names()
    return {
        "front": [
            (one.title, one.tagline, one.ads_txt, [str(p.article) for p in one.placements.all()])
            for one in FrontPage.objects.all()
        ],
        "sections": list(
            SectionPage.objects.order_by("path").values_list(
                "slug", "title", "colour", "description", "chooses_also_read", "live"
            )
        ),
        "authors": list(
            Author.objects.order_by("slug").values_list(
                "slug", "name", "role", "bio", "photo__title"
            )
        ),
        "topics": list(
            Topic.objects.order_by("slug").values_list(
                "slug", "name", "kind", "aliases", "description"
            )
        ),
        "photos": list(
            Photo.objects.order_by("title").values_list(
                "title", "alt", "caption", "credit", "focal_point_x", "focal_point_height"
            )
        ),
        "stories": {one.number: story_of(one, names) for one in ArticlePage.objects.all()},
        "live": list(
            LiveStory.objects.order_by("pk").values_list(
                "number", "headline", "slug", "kind", "section__slug", "picture__title",
                "corrected", "published_at", "updated_at",
            )
        ),
        "beside": list(AlsoReadChoice.objects.values_list("story_id", "numbers")),
        "pages": [(one.slug, one.title, names.html(one.body)) for one in InfoPage.objects.all()],
        "gone": list(Withdrawal.objects.values_list("number", "withdrawn_at", "merged_into")),
        "addresses": sorted(
            (one.old_path, names.pages.get(one.redirect_page_id or 0, one.redirect_link))
            for one in Redirect.objects.all()
        ),
    }  # fmt: skip


class Names:
    """What pages and photos are called, whatever their ids are."""

    def __init__(self) -> None:
        self.pages = dict(ArticlePage.objects.values_list("pk", "title"))
        self.photos = dict(Photo.objects.values_list("pk", "title"))

    def html(self, html: str) -> str:
        """Return rich text with names for ids."""
        for pk, title in self.pages.items():
            html = html.replace(f'id="{pk}"', f'id="{title}"')
        return html

    def block(self, value: Any) -> Any:
        """Return the value of a block with names for ids, and without the ids of its items."""
        if isinstance(value, str):
            return self.html(value)
        if isinstance(value, list):
            return [self.block(one) for one in value]
        if not isinstance(value, dict):
            return value
        if value.get("type") == "item" and "value" in value:
            return self.block(value["value"])
        known = {"story": self.pages, "photo": self.photos, "poster": self.photos}
        return {
            name: known[name].get(inner) if name in known else self.block(inner)
            for name, inner in value.items()
        }


def versions(article: ArticlePage) -> Iterator[ArticlePage]:
    """Give the version that readers see, and the newest one."""
    yield article
    yield article.get_latest_revision_as_object()


def story_of(article: ArticlePage, names: Names) -> dict[str, Any]:
    """Return all that there is of a story."""
    due = article.scheduled_revision
    kept = Provenance.objects.filter(article=article).first()
    return {
        "versions": [version_of(one, names) for one in versions(article)],
        "section": article.section.slug if article.section else None,
        "slug": article.slug,
        "state": article.state(),
        "due": due.approved_go_live_at if due else None,
        "first": article.first_published_at,
        "expires": article.expire_at,
        "comments": list(
            article.kept_comments.values_list(
                "source_kind",
                "source_key",
                "foreign_id",
                "parent_id",
                "author",
                "status",
                "text",
                "written_at",
            )
        ),
        "ids": list(
            article.foreign_ids.exclude(source_kind="jsonl").values_list(
                "source_kind", "source_key", "foreign_id", "fingerprint", "text_print"
            )
        ),
        "from": (kept.file_name, kept.came_in, kept.removed, kept.received_at) if kept else None,
    }


def version_of(one: ArticlePage, names: Names) -> dict[str, Any]:
    """Return what one version of a story says."""
    return {
        "headline": one.title,
        "standfirst": one.standfirst,
        "kind": one.kind,
        "dateline": one.dateline,
        "picture": names.photos.get(one.picture_id or 0),
        "body": [
            (block["id"], block["type"], names.block(block["value"])) for block in one.body.raw_data
        ],
        "names": [str(name) for name in one.bylines.all()],
        "topics": sorted(topic.name for topic in one.topics.all()),
        "corrections": [(note.corrected_at, note.text) for note in one.corrections.all()],
        "embargo": one.embargo_until,
        "source": (one.source_name, one.source_credit, one.source_url),
        "words": one.address_words,
    }
