"""Whatever the desk has done to its stories, what goes out comes back as it was."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.intake.moving import NOON, moved_in
from tests.intake.random_papers import STORY, Story, make_paper
from tests.intake.rich_site import SITE, empty, site
from tests.intake.test_exports import as_wordpress_keeps

from harkara.intake.exporting.jsonl import write_jsonl
from harkara.intake.exporting.pictures import copy_file, photos
from harkara.intake.exporting.wxr import write_wxr
from harkara.intake.moving.restoring.running import restore
from harkara.intake.sources.jsonl import JsonlArchive
from harkara.newsroom.models.article import State

pytestmark = pytest.mark.usefixtures("paper")
Site = dict[str, Any]
# Making a failing paper smaller would take minutes: what failed is small enough to read.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@pytest.fixture(autouse=True)
def own_media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "media")


@settings(
    max_examples=4,
    deadline=None,
    phases=PHASES,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(stories=st.lists(STORY, min_size=1, max_size=4))
def test_what_goes_out_comes_back(
    stories: list[Story], tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty()
    make_paper(stories)
    folder, before = tmp_path_factory.mktemp("out"), site()
    for write, name in ((write_jsonl, "own.jsonl"), (write_wxr, "out.xml")):
        with (folder / name).open("w", encoding="utf-8") as out:
            assert write(out, site=SITE) == len(stories)
    for photo in photos():
        copy_file(photo, folder)

    empty()
    with closing(JsonlArchive(folder / "own.jsonl")) as archive:
        restore(archive, archive.survey(), at=NOON, media=folder)
    assert site() == before

    empty()
    moved_in(folder / "out.xml", media=folder)
    the_same_to_wordpress(before, site())


def the_same_to_wordpress(before: Site, after: Site) -> None:
    """Compare all that a WordPress export can carry; the reference names what it cannot."""
    assert {one[1:4] for one in after["photos"]} <= {one[1:4] for one in before["photos"]}
    assert [one[1] for one in after["authors"]] == [one[1] for one in before["authors"]]
    assert [one[1] for one in after["topics"]] == [one[1] for one in before["topics"]]
    told = {goes_out(one)["headline"]: one for one in after["stories"].values()}
    live = {goes_out(one)["headline"] for one in before["stories"].values() if is_live(one)}
    assert len(told) == len(before["stories"])
    for story in before["stories"].values():
        said = goes_out(story)
        found = told[said["headline"]]
        lead_nowhere = [one for one in said["body"] if one[1] == "also_read"]
        lead_nowhere = [one for one in lead_nowhere if one[2]["story"] not in live]
        said["body"] = [one for one in said["body"] if one not in lead_nowhere]
        assert goes_out(found).pop("embargo") == said.pop("embargo")
        assert as_wordpress_keeps(goes_out(found)) == as_wordpress_keeps(said)
        assert found["section"] == story["section"] or story["section"] is None
        assert found["due"] == story["due"]
        assert is_live(found) == is_live(story)
        assert [one[2:] for one in found["comments"]] == [one[2:] for one in story["comments"]]


def goes_out(story: Site) -> Site:
    """Return the version of a story that goes out: readers' own, else the newest."""
    version: Site = story["versions"][0 if is_live(story) else 1]
    return version


def is_live(story: Site) -> bool:
    return bool(story["state"] == State.LIVE)
