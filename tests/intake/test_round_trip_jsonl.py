"""A site goes out in Harkara's own form and comes in again: nothing of it is another."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.intake.moving import NOON
from tests.intake.rich_site import SITE, empty, make_site, site

from harkara.intake.exporting.jsonl import write_jsonl
from harkara.intake.exporting.pictures import copy_file, photos
from harkara.intake.models import Move
from harkara.intake.moving.restoring.finishing import Finisher
from harkara.intake.moving.restoring.running import restore
from harkara.intake.moving.restoring.standing import Standing
from harkara.intake.sources.jsonl import JsonlArchive
from harkara.newsroom import queries
from harkara.newsroom.actions import StoryDraft, file_story
from harkara.newsroom.models import ArticlePage, LiveStory

pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture(autouse=True)
def own_media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    return folder


def exported(path: Path, pictures: Path) -> Path:
    with path.open("w", encoding="utf-8") as out:
        write_jsonl(out, site=SITE)
    for photo in photos():
        copy_file(photo, pictures)
    return path


def restored(path: Path, media: Path, **given: Any) -> Move:
    with closing(JsonlArchive(path)) as archive:
        return restore(archive, archive.survey(), at=NOON, media=media, **given)


def test_an_empty_home_becomes_the_same_site(tmp_path: Path, pictures: Path) -> None:
    make_site()
    path, before = exported(tmp_path / "a.jsonl", pictures), site()
    empty()

    move = restored(path, pictures)

    after = site()
    assert move.finished_at
    for number, said in before.pop("stories").items():
        assert after["stories"][number] == said
    for name, said in before.items():
        assert after[name] == said, name
    assert exported(tmp_path / "b.jsonl", pictures).read_text() != ""


def test_what_readers_see_is_the_same(tmp_path: Path, pictures: Path) -> None:
    make_site()
    numbers = list(LiveStory.objects.values_list("number", flat=True))
    before = {number: queries.story(number) for number in numbers}
    path = exported(tmp_path / "a.jsonl", pictures)
    empty()

    restored(path, pictures)

    for number in numbers:
        found, said = queries.story(number), before[number]
        assert found is not None
        assert said is not None
        assert [type(one) for one in found.body] == [type(one) for one in said.body]
        assert (found.path, found.word_count, found.bylines) == (
            said.path, said.word_count, said.bylines,
        )  # fmt: skip
        assert found.corrections == said.corrections


def test_a_second_run_changes_nothing(tmp_path: Path, pictures: Path) -> None:
    make_site()
    path = exported(tmp_path / "a.jsonl", pictures)
    empty()
    restored(path, pictures)
    before, revisions = site(), revisions_now()

    move = restored(path, pictures)

    assert move.counts == {"unchanged": 7, "pages unchanged": 1, "comments": 0}
    assert (site(), revisions_now()) == (before, revisions)


def revisions_now() -> dict[int, int | None]:
    return dict(ArticlePage.objects.values_list("number", "latest_revision_id"))


def test_numbers_that_somebody_has_become_others_and_addresses_lead_on(
    tmp_path: Path, pictures: Path
) -> None:
    make_site()
    old = {one.headline: queries.story_path(one.number) for one in LiveStory.objects.all()}
    path = exported(tmp_path / "a.jsonl", pictures)
    empty()
    here = [file_story(StoryDraft(headline=f"पहले से यहां {at}")).number for at in range(3)]

    restored(path, pictures)

    assert here == [1, 2, 3]
    for row in LiveStory.objects.all():
        now, before = queries.story_path(row.number), old[row.headline]
        assert before is not None
        assert now == before or queries.redirect_for(before) == now
    first = ArticlePage.objects.get(title__startswith="सोहनी पर")
    (also, _nowhere) = (
        block["value"] for block in first.body.raw_data if block["type"] == "also_read"
    )
    assert ArticlePage.objects.get(pk=also["story"]).title == "मेले में भीड़ उमड़ी"


def test_a_missing_picture_is_named_and_the_rest_comes(tmp_path: Path, pictures: Path) -> None:
    make_site()
    path = exported(tmp_path / "a.jsonl", pictures)
    empty()
    nothing = tmp_path / "nothing"
    nothing.mkdir()

    move = restored(path, nothing)

    assert [note.values for note in move.notes.all()] == [{"url": "teal.jpg"}]
    first = ArticlePage.objects.get(title__startswith="सोहनी पर")
    kinds = [block["type"] for block in first.body.raw_data]
    assert "picture" not in kinds
    assert "gallery" not in kinds
    assert "video" in kinds


def test_a_newer_export_brings_newer_versions_and_leaves_what_the_desk_edited(
    tmp_path: Path, pictures: Path
) -> None:
    make_site()
    path = exported(tmp_path / "a.jsonl", pictures)
    empty()
    restored(path, pictures)
    edited = ArticlePage.objects.get(title="मेले में भीड़ उमड़ी")
    edited.title = "डेस्क ने बदला"
    edited.save_revision().publish()
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    for line in lines:
        if line["type"] == "story":
            line["headline"] = f"नया: {line['headline']}"
    newer = tmp_path / "newer.jsonl"
    newer.write_text("\n".join(map(json.dumps, lines)))

    move = restored(newer, pictures)

    assert move.counts["edited here"] >= 1
    first = ArticlePage.objects.get(title="नया: सोहनी पर पुल ]]> बना")
    assert list(map(str, first.bylines.all())) == ["मीरा चौहान", "अतिथि लेखक"]
    assert first.corrections.count() == 2
    assert ArticlePage.objects.filter(title="डेस्क ने बदला", live=True).exists()


def test_many_old_addresses_cost_no_more_queries_than_few(tmp_path: Path, pictures: Path) -> None:
    make_site()
    path = exported(tmp_path / "a.jsonl", pictures)
    empty()
    move = restored(path, pictures)
    finisher = Finisher(move=move, standing=Standing(), at=NOON)

    def finished(name: str, count: int) -> int:
        lines = [
            ({"type": "address", "old": f"/{name}-{at}", **leads}, None)
            for at in range(count)
            for leads in ({"story": 1}, {"path": "/desh/"}, {"story": 999_999})
        ]
        with CaptureQueriesContext(connection) as asked:
            finisher.finish(lines)
        return len(asked)

    assert finished("kai", 100) == finished("kuchh", 1)
    assert queries.redirect_for("/kai-99") == queries.redirect_for("/kuchh-0") != "/desh/"


def test_the_first_of_two_lines_about_one_old_address_leads(tmp_path: Path, pictures: Path) -> None:
    make_site()
    path = exported(tmp_path / "a.jsonl", pictures)
    empty()
    finisher = Finisher(move=restored(path, pictures), standing=Standing(), at=NOON)

    finisher.finish(
        ({"type": "address", "old": old, "path": path}, None)
        for old, path in [
            ("/kal/", "/desh/"), ("/kal", "/khel/"), ("kal", "/x/"), ("/aaj", f"/{'x' * 300}"),
        ]
    )  # fmt: skip

    assert queries.redirect_for("/kal") == "/desh/"
    assert queries.redirect_for("/aaj") is None
