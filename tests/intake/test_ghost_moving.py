"""A Ghost site moves in."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.intake.moving import GHOST, NOON

from harkara.intake.drafts import DraftImageRef, SourceKind
from harkara.intake.models import ForeignId, Move
from harkara.intake.moving.mapping import Plan, propose
from harkara.intake.moving.notebook import Notebook
from harkara.intake.moving.photos import Photos
from harkara.intake.moving.running import move_in
from harkara.intake.sources.ghost import GhostArchive
from harkara.newsroom import queries
from harkara.newsroom.models import ArticlePage, InfoPage, LiveStory, Photo
from harkara.newsroom.queries.proposing import site_sections

pytestmark = pytest.mark.usefixtures("paper")


def moved_in(**given: Any) -> Move:
    with closing(GhostArchive(GHOST, address="https://khabar.example")) as archive:
        survey = archive.survey()
        plan = propose(survey, site_sections(), Plan())
        return move_in(archive, survey, plan, at=NOON, **given)


def story(foreign_id: str) -> ArticlePage:
    found: ArticlePage = ForeignId.objects.get(foreign_id=foreign_id).article
    return found


def test_posts_and_pages_become_what_they_were() -> None:
    move = moved_in()

    assert move.counts == {"live": 2, "members": 1, "pages new": 1, "passed over": 1, "comments": 0}
    article = story("p1")
    assert (article.title, article.standfirst) == ("सोहनी ने दौड़ जीती", "जिले की दौड़")
    assert article.section is not None
    assert article.section.slug == "khel"
    assert [topic.name for topic in article.topics.all()] == ["सोहनी नदी"]
    assert [str(byline) for byline in article.bylines.all()] == ["मीरा चौहान"]
    assert not story("p3").live
    assert InfoPage.objects.live().count() == 1


def test_a_body_is_read_from_html_or_from_the_editor_s_own_form() -> None:
    moved_in()

    first, second = (list(story(one).body.raw_data) for one in ("p1", "p2"))
    assert [block["type"] for block in first] == ["paragraph", "also_read", "video"]
    assert first[1]["value"]["story"] == story("p2").pk
    assert [block["type"] for block in second] == ["paragraph", "heading", "list", "video"]
    assert second[0]["value"] == "<p>मेला <strong>बड़ा</strong> था।</p>"


def test_old_addresses_lead_to_the_stories() -> None:
    moved_in()

    assert queries.redirect_for("/mela/") == queries.story_path(story("p2").number)
    assert queries.redirect_for("/mela/amp/") == queries.story_path(story("p2").number)
    assert queries.redirect_for("/tag/sohni-nadi/") == "/vishay/sohni-nadi/"


def test_the_featured_image_comes_out_of_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "2019" / "05" / "daud.jpg"
    file.parent.mkdir(parents=True)
    Image.new("RGB", (64, 48), "teal").save(file)

    moved_in(media=tmp_path)

    photo = Photo.objects.get()
    assert (photo.alt, photo.caption) == ("दौड़ती हुई लड़की", "दौड़ का अंत")
    assert story("p1").picture_id == photo.pk


def test_a_second_run_changes_nothing() -> None:
    moved_in()
    numbers = list(LiveStory.objects.values_list("number", "revision_id", "updated_at"))

    move = moved_in()

    assert move.counts["unchanged"] == 3
    assert list(LiveStory.objects.values_list("number", "revision_id", "updated_at")) == numbers


@pytest.mark.parametrize("form", ["size/w600/", "size/w1000/format/webp/", ""])
@pytest.mark.parametrize("folder", ["", "images/"])
def test_a_picture_s_smaller_form_is_the_picture(tmp_path: Path, form: str, folder: str) -> None:
    file = tmp_path / folder / "2019" / "05" / "daud.jpg"
    file.parent.mkdir(parents=True)
    Image.new("RGB", (64, 48), "teal").save(file)
    photos = Photos(kind=SourceKind.GHOST, key="k", media=Notebook(), folder=tmp_path)
    base = "https://khabar.example/content/images"

    found = photos(DraftImageRef(url=f"{base}/{form}2019/05/daud.jpg"))

    assert found == photos(DraftImageRef(url=f"{base}/2019/05/daud.jpg")) is not None
    assert photos.missing == []
