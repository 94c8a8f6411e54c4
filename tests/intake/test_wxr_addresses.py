"""A made-up Hindi portal moves in, and every address it had is answered."""

import re
from pathlib import Path

import pytest
from bench.measuring.exports import path_of, write_wxr
from django.test import Client
from tests.intake.moving import moved_in

from harkara.intake.models import ForeignId
from harkara.newsroom.models import LiveStory

STORIES = 20


def upper_hex(path: str) -> str:
    """Return a path with its escapes in upper case; what was cut off stays as it is."""
    return re.sub("%[0-9a-f]{2}", lambda found: found[0].upper(), path)


@pytest.fixture
def present(paper: None, tmp_path: Path) -> dict[int, str]:
    """Move the portal in; return the present address of each story by its number there."""
    export = tmp_path / "portal.xml"
    write_wxr(export, STORIES)
    moved_in(export)
    rows = ForeignId.objects.filter(article__live=True).select_related("article__live_story")
    live = {int(row.foreign_id): row.article.live_story for row in rows}
    sections = dict(LiveStory.objects.values_list("number", "section__slug"))
    return {at: f"/{sections[row.number]}/{row.slug}/" for at, row in live.items()}


@pytest.mark.django_db(transaction=True)
def test_old_addresses_are_answered_with_one_redirect(
    client: Client, present: dict[int, str]
) -> None:
    assert len(present) >= STORIES * 0.9
    for number, now in present.items():
        path = path_of(number)
        for asked in (path, f"{upper_hex(path)}amp/", f"/?p={number}"):
            answer = client.get(asked)

            assert (answer.status_code, answer.headers.get("Location")) == (301, now), asked
    section = next(iter(present.values())).split("/")[1]
    for asked, now in (("/feed/", "/feed.xml"), (f"/{section}/feed/", f"/{section}/feed.xml")):
        answer = client.get(asked)

        assert (answer.status_code, answer.headers.get("Location")) == (301, now), asked
