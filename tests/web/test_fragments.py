"""Fragments: small pressed pieces that pages take in by themselves."""

import pytest
from tests.web.conftest import Newsroom, Open

from harkara.web.views import fragments
from harkara.web.views.fragments import Fragment


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Fragment(template="parts/runner.html", values=lambda: {"line": "नौघाट में बाढ़"}, priority=7)
    monkeypatch.setitem(fragments.FRAGMENTS, "namuna", one)


def test_a_fragment_is_a_piece_and_no_page(
    sample: None, newsroom: Newsroom, open_page: Open
) -> None:
    opened = open_page("/tukda/namuna/")

    assert opened.status == 200
    assert opened.priority == 7
    assert "design" in opened.keys
    assert b"<html" not in opened.body


def test_a_name_nobody_gave_is_no_fragment(newsroom: Newsroom, open_page: Open) -> None:
    assert open_page("/tukda/kuchh/").status == 404
