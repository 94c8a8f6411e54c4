"""What a reader is told while the database cannot be used, at every door."""

import logging
from collections.abc import Iterable
from typing import Any
from unittest.mock import Mock

import pytest
from django.db import DatabaseError, OperationalError
from django.test import Client, RequestFactory
from lxml import html as lxml_html
from tests.web.conftest import Newsroom, text_of

from harkara.press import actions
from harkara.press.render import BrokenPage
from harkara.web.plainest import plainest
from harkara.web.views import away
from harkara.web.views.miss import miss

SAID = "यह अभी नहीं दिखाया जा सकता"


def assert_says_away(status: int, headers: Any, body: bytes) -> None:
    page = lxml_html.document_fromstring(body.decode())
    assert status == 503
    assert (headers["Retry-After"], headers["Cache-Control"]) == ("30", "no-store")
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert text_of(page.cssselect("h1")[0]) == SAID


@pytest.fixture
def database_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(path: str) -> None:
        raise BrokenPage(path, "no database", ()) from OperationalError("disk I/O error")

    monkeypatch.setattr(actions, "answer", answer)


def test_a_page_nobody_has_pressed_cannot_be_shown(
    newsroom: Newsroom, database_away: None, rf: RequestFactory, caplog: pytest.LogCaptureFixture
) -> None:
    response = miss(rf.get("/desh/"))

    assert_says_away(response.status_code, response, response.content)
    # One line, without a trace: the database is away, and nothing is wrong with the page.
    assert [record.exc_info for record in caplog.records] == [None]


def test_the_newsroom_cannot_be_shown(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    gone = Mock(side_effect=OperationalError("unable to open database file"))
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", gone)
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "a" * 32
    with caplog.at_level(logging.CRITICAL):
        response = client.get("/newsroom/")

    assert_says_away(response.status_code, response, response.content)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_whoever_finds_no_place_is_told_so_without_the_database(method: str) -> None:
    told: dict[str, Any] = {}

    def start_response(status: str, headers: Iterable[tuple[str, str]], *_: object) -> Any:
        told.update(status=int(status.partition(" ")[0]), headers=dict(headers))

    body = b"".join(away.application({"REQUEST_METHOD": method}, start_response))

    assert_says_away(told["status"], told["headers"], body or plainest(503))
    assert told["headers"]["Content-Length"] == str(len(plainest(503)))
    assert bool(body) is (method != "HEAD")


def test_a_fault_of_ours_is_not_taken_for_the_databases() -> None:
    assert not away.is_away(ValueError())
    assert not away.is_away(DatabaseError())
    assert not away.is_away(None)
