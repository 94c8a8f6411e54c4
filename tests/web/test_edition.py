"""Another design or another address at the start: what was pressed with the old one is stale."""

from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from harkara.newsroom import keys
from harkara.press import queries, stores
from harkara.press.actions import want
from harkara.press.models import Key, Target
from harkara.web import assets, edition
from harkara.web.plainest import plainest


@pytest.fixture
def started(db: None, settings: Any, tmp_path: Path) -> None:
    """A site that has been started once and pressed."""
    settings.PRESS_STORE = str(tmp_path / "pages")
    settings.WEB_EDITION_FILE = tmp_path / "edition"
    with transaction.atomic():
        want({"/feed.xml": 30})
    edition.lay()
    Target.objects.update(marked=0, pressed=0)


@pytest.mark.usefixtures("started")
def test_the_same_edition_leaves_every_page_as_it_is() -> None:
    assert not edition.lay()
    assert queries.stale_count() == 0


@pytest.mark.usefixtures("started")
def test_another_design_touches_what_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Key.objects.filter(name=keys.DESIGN).values_list("changed", flat=True).first() or 0
    monkeypatch.setattr(assets, "digest", lambda: "another")

    assert edition.lay()

    assert Key.objects.get(name=keys.DESIGN).changed > before
    assert queries.stale_count() == 0  # the feed shows no design


@pytest.mark.usefixtures("started")
def test_another_address_touches_every_page(settings: Any) -> None:
    settings.PUBLIC_URL = "https://parakh.example"

    assert edition.lay()

    assert queries.stale_paths() == {"/feed.xml"}


@pytest.mark.usefixtures("started")
def test_a_web_server_in_front_finds_among_the_assets_what_to_say_when_we_are_away() -> None:
    laid = stores.current().read(edition.AWAY)

    assert laid is not None
    assert laid.body == plainest(503)
