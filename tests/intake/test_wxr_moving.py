"""A WordPress site moves in: every kind of thing it holds becomes what it is here."""

from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from PIL import Image
from tests.intake.moving import KHABAR, item, moved_in, wxr

from harkara.intake.models import (
    ForeignId,
    KeptComment,
    LooseReference,
    Move,
    MoveNote,
    Provenance,
)
from harkara.intake.moving.batch import Keeper
from harkara.newsroom import queries
from harkara.newsroom.models import ArticlePage, Author, InfoPage, LiveStory, Photo, Topic
from harkara.newsroom.tasks import sweep

pytestmark = pytest.mark.usefixtures("paper")


def story(foreign_id: str) -> ArticlePage:
    found: ArticlePage = ForeignId.objects.get(foreign_id=foreign_id).article
    return found


def blocks(foreign_id: str) -> list[tuple[str, Any]]:
    return [(block["type"], block["value"]) for block in story(foreign_id).body.raw_data]


def notes(move: Move, kind: str) -> list[str]:
    return [note.message for note in move.notes.filter(kind=kind).order_by("pk")]


def test_every_item_becomes_what_it_was() -> None:
    move = moved_in()

    assert move.counts == {
        "live": 2,
        "private": 1,
        "password": 1,
        "scheduled": 1,
        "pages new": 1,
        "passed over": 4,
        "comments": 3,
    }
    assert {row.headline for row in LiveStory.objects.all()} == {
        "सोहनी ने & मोहनी ने दौड़ जीती",
        "मोहनी के गांव में मेला लगा",
    }
    assert [page.title for page in InfoPage.objects.live()] == ["हमारे बारे में"]
    assert story("49").get_latest_revision().approved_go_live_at is not None
    assert sweep() == 0


def test_a_story_keeps_its_parts() -> None:
    moved_in()

    article = story("41")
    assert article.section is not None
    assert article.section.slug == "khel"
    assert [str(byline) for byline in article.bylines.all()] == ["मीरा चौहान"]
    assert [topic.name for topic in article.topics.all()] == ["सोहनी नदी"]
    assert article.standfirst == "जिले की दौड़ का नतीजा"
    kinds = [kind for kind, _value in blocks("41")]
    assert kinds == ["paragraph", "also_read", "paragraph", "video"]
    assert "<strong>दस किलोमीटर</strong>" in blocks("41")[0][1]
    assert Author.objects.count() == 2
    assert Topic.objects.get().slug


def test_a_reference_leads_to_a_story_that_comes_later() -> None:
    moved_in()

    assert blocks("41")[1][1]["story"] == story("43").pk
    assert not LooseReference.objects.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/2019/05/21/सोह%E0%A4/",
        "/2019/05/21/%E0%A4%B8%E0%A5%8B%E0%A4%B9%E0%A4",
        "/2019/05/21/%e0%a4%b8%e0%a5%8b%e0%a4%b9%e0%a4/amp/",
        "/2019/05/21/%e0%a4%b8%e0%a5%8b%e0%a4%b9%e0%a4/feed/atom/",
        "/2019/05/21/%e0%a4%b8%e0%a5%8b%e0%a4%b9%e0%a4/comment-page-2/",
        "/?p=41",
    ],
)
def test_every_old_address_leads_to_the_story(path: str) -> None:
    moved_in()

    assert queries.redirect_for(path) == queries.story_path(story("41").number)


def test_categories_tags_and_pages_lead_on_too() -> None:
    moved_in()

    assert queries.redirect_for("/category/khel-khabar/") == "/khel/"
    assert queries.redirect_for("/?cat=3") == "/khel/"
    assert queries.redirect_for("/tag/सोहनी/") == f"/vishay/{Topic.objects.get().slug}/"
    assert queries.redirect_for("/?p=48") == f"/{InfoPage.objects.get().slug}/"


def test_what_was_changed_left_out_or_needs_a_person_is_in_the_report() -> None:
    move = moved_in()

    changed, person, skipped = (notes(move, kind) for kind in ("changed", "person", "skipped"))
    assert changed.count("Taken out (%(why)s): %(text)s") == 2
    assert "Read from an old font: %(before)s → %(after)s" in changed
    assert "Shortcodes were taken out: %(codes)s" in changed
    assert "It was private there: kept as a draft." in person
    assert "It stood in no section. Suggested from its text: %(section)s" in person
    assert any("in a circle" in one for one in person)
    twin = move.notes.get(message__contains="same id")
    assert (twin.line, twin.foreign_id) == (100, "43")
    assert skipped == ["It lay in the trash there."]


def test_comments_are_kept_whole_with_their_threads() -> None:
    moved_in()

    kept = KeptComment.objects.order_by("foreign_id").values_list(
        "foreign_id", "parent_id", "status", "text"
    )
    assert list(kept) == [
        ("7", "", "approved", "बधाई"),
        ("8", "9", "pending", "गोल"),
        ("9", "8", "spam", "मटोल"),
    ]


def test_what_came_in_is_kept_byte_for_byte() -> None:
    moved_in()

    came = Provenance.objects.get(article=story("41")).came_in
    assert came in KHABAR.read_bytes()
    assert came.startswith(b"<item>")
    assert came.endswith(b"</item>")


def dump() -> list[Any]:
    """Return all rows that a run may change, but for the times of the move itself."""
    tables = connection.introspection.table_names()
    kept: list[Any] = []
    with connection.cursor() as cursor:
        for table in sorted(tables):
            if not table.startswith(("intake_move", "django_", "sqlite_")):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
                kept.append((table, sorted(map(repr, cursor.fetchall()))))
    return kept


def test_a_second_run_changes_nothing() -> None:
    first = moved_in()
    before, said = dump(), first.notes.count()

    second = moved_in()

    assert dump() == before
    assert second.pk == first.pk
    assert second.counts["unchanged"] == 5
    assert second.notes.count() == said


def test_a_move_that_was_killed_goes_on_behind_its_last_batch(tmp_path: Path) -> None:
    export = wxr(tmp_path, *(item(number, f"खबर {number}") for number in range(1, 8)))
    keep, calls = Keeper.keep, []

    def dying(self: Keeper, batch: Any) -> None:
        calls.append(len(batch))
        if len(calls) == 3:
            raise KeyboardInterrupt
        keep(self, batch)

    with patch("harkara.intake.moving.running.BATCH", 2):
        with patch.object(Keeper, "keep", dying), pytest.raises(KeyboardInterrupt):
            moved_in(export)
        assert ArticlePage.objects.count() == 4
        assert Move.objects.get().finished_at is None
        calls.clear()
        move = moved_in(export)

    assert ArticlePage.objects.count() == 7
    assert move.counts == {"live": 7, "comments": 0}
    assert move.finished_at is not None


def test_a_newer_version_of_an_item_updates_its_story(tmp_path: Path) -> None:
    moved_in(wxr(tmp_path, item(1), item(2, "दूसरी")))
    first = story("1")

    move = moved_in(wxr(tmp_path, item(1, content="<p>नई बात।</p>"), item(2, "दूसरी")))

    assert move.counts["updated"] == 1
    assert move.counts["unchanged"] == 1
    assert "नई बात" in blocks("1")[0][1]
    assert story("1").number == first.number
    assert LiveStory.objects.count() == 2
    assert sweep() == 0


def test_the_same_text_twice_is_one_story_with_both_addresses(tmp_path: Path) -> None:
    text = f"<p>{'सोहनी नदी पर पुल बना। ' * 20}</p>"
    moved_in(wxr(tmp_path, item(1, "पुल बना", text)))

    move = moved_in(wxr(tmp_path, item(1, "पुल बना", text), item(9, "पुल बना", text)))

    assert move.counts["same text"] == 1
    assert LiveStory.objects.count() == 1
    assert queries.redirect_for("/9-khabar/") == queries.redirect_for("/1-khabar/")


def test_pictures_come_out_of_the_folder_of_uploads(tmp_path: Path) -> None:
    file = tmp_path / "2019" / "05" / "daud.jpg"
    file.parent.mkdir(parents=True)
    Image.new("RGB", (64, 48), "teal").save(file)

    moved_in(media=tmp_path)

    photo = Photo.objects.get()
    assert (photo.alt, photo.caption, photo.width) == ("दौड़ती हुई लड़की", "दौड़ का अंत", 64)
    assert story("41").picture_id == photo.pk
    assert ("picture", {"photo": photo.pk, "caption": "दौड़ की तस्वीर"}) in blocks("41")


def attachment(number: int, name: str) -> str:
    return (
        f"<item><title>{name}</title><wp:post_id>{number}</wp:post_id>"
        "<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>"
        f"<wp:attachment_url>https://khabar.example/wp-content/uploads/{name}</wp:attachment_url>"
        "</item>"
    )


def test_a_picture_whose_name_ends_like_a_size_is_one_of_its_own(tmp_path: Path) -> None:
    for name, colour in (("a.jpg", "teal"), ("a-100x100.jpg", "plum")):
        Image.new("RGB", (64, 48), colour).save(tmp_path / name)
    seen = "".join(
        f"<p>क</p><img src='https://khabar.example/wp-content/uploads/{name}'>"
        for name in ("a.jpg", "a-100x100.jpg", "a-300x200.jpg")
    )
    export = wxr(
        tmp_path, attachment(7, "a.jpg"), attachment(8, "a-100x100.jpg"), item(1, content=seen)
    )

    moved_in(export, media=tmp_path)

    assert Photo.objects.count() == 2
    shown = [value["photo"] for kind, value in blocks("1") if kind == "picture"]
    assert [shown[0], shown[2]] == [shown[0]] * 2
    assert shown[1] != shown[0]


def test_a_missing_picture_is_named_and_the_story_comes_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "daud.jpg").write_bytes(ContentFile(b"no picture").read())

    move = moved_in(media=tmp_path)

    assert not Photo.objects.exists()
    assert "Its file is missing or no picture: %(url)s" in notes(move, MoveNote.Kind.PERSON)
    assert LiveStory.objects.count() == 2
