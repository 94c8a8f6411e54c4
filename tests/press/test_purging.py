"""Telling a CDN what changed: after the commit, beside the press, and until it has heard."""

import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings as site_settings
from django.db import transaction
from pytest_django import Settings
from tests.press.site import Paper

from harkara.press.actions import press
from harkara.press.caching import BadSetting
from harkara.press.models import Purge
from harkara.press.purging.base import NotPurged
from harkara.press.purging.cdn import Cdn
from harkara.press.purging.http import HttpPurger
from harkara.press.purging.work import BATCH, purge_once, work
from harkara.press.stores import DiskStore
from harkara.press.stores.staging import StagedFiles
from harkara.press.tasks import run_until_idle

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
SITE = "https://sohni.example"
# Later than anything these tests note.
LATER = datetime(2100, 1, 1, tzinfo=UTC)
SOON = 30.0


class Edge(ThreadingHTTPServer):
    """A CDN that notes what it is asked, and answers as it is told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Ask)
        self.status = 200
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []

    @property
    def url(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self.server_port}/purge"


class Ask(BaseHTTPRequestHandler):
    """One request to the CDN."""

    server: Edge

    def do_POST(self) -> None:
        """Note and answer."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append((self.command, self.path, dict(self.headers), body))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PURGE = do_POST  # noqa: N815 (the server looks for this name)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Told:
    """A CDN in memory, that refuses as long as it is told to."""

    def __init__(self, *, refusing: bool = False) -> None:
        self.refusing = refusing
        self.paths: list[str] = []

    def purge(self, paths: Sequence[str]) -> None:
        """Note the paths, or refuse them."""
        if self.refusing:
            message = "503"
            raise NotPurged(message)
        self.paths += paths


@pytest.fixture
def edge() -> Iterator[Edge]:
    with Edge() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def fronted(paper: Paper, settings: Settings) -> Paper:
    """Return a paper with a CDN in front."""
    cdn = Cdn(purge_url="http://127.0.0.1:1/purge")
    settings.HARKARA = replace(site_settings.HARKARA, cdn=cdn)
    return paper


def waiting() -> list[str]:
    return sorted(Purge.objects.values_list("path", flat=True))


def test_a_site_without_a_cdn_notes_nothing(paper: Paper) -> None:
    paper.write("bandh", "पानी")
    run_until_idle()

    assert waiting() == []


def test_every_page_that_changed_is_noted_once_and_no_other(fronted: Paper) -> None:
    press("/")
    fronted.write("bandh", "पानी")
    run_until_idle()
    fronted.write("bandh", "धूप")
    run_until_idle()
    told = Told()
    purge_once(told, LATER)
    with transaction.atomic():
        fronted.mark(["text:bandh"])
    run_until_idle()

    assert sorted(told.paths) == ["/", "/bandh/"]
    assert waiting() == []


def test_a_page_that_is_taken_off_is_noted(fronted: Paper) -> None:
    fronted.write("bandh", "पानी")
    run_until_idle()
    purge_once(Told(), LATER)
    fronted.withdraw("bandh")
    run_until_idle()

    assert "/bandh/" in waiting()


def test_a_crash_between_the_file_and_its_commit_loses_no_purge(
    fronted: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    fronted.write("bandh", "पानी")
    run_until_idle()
    purge_once(Told(), LATER)
    place = StagedFiles.place

    def cut(staged: StagedFiles) -> None:
        place(staged)
        raise KeyboardInterrupt

    fronted.write("bandh", "धूप")
    monkeypatch.setattr(StagedFiles, "place", cut)
    with pytest.raises(KeyboardInterrupt):
        press("/bandh/")
    monkeypatch.undo()
    lost = waiting()
    run_until_idle()

    assert (lost, waiting()) == ([], ["/bandh/"])


def test_what_was_refused_is_asked_again_later_and_later(fronted: Paper) -> None:
    fronted.write("bandh", "पानी")
    press("/bandh/")
    told = Told(refusing=True)

    waits = []
    at = LATER
    for _ in range(4):
        assert purge_once(told, at) == 0
        retry_at = Purge.objects.get().retry_at
        assert retry_at is not None
        assert purge_once(told, retry_at - timedelta(milliseconds=1)) == 0
        waits.append((retry_at - at).total_seconds())
        at = retry_at
    told.refusing = False

    assert waits == [1, 2, 4, 8]
    assert purge_once(told, at) == 1
    assert (told.paths, waiting()) == (["/bandh/"], [])


def test_a_page_pressed_while_the_cdn_is_told_is_told_of_again(fronted: Paper) -> None:
    fronted.write("bandh", "पानी")
    press("/bandh/")

    class Slow(Told):
        def purge(self, paths: Sequence[str]) -> None:
            super().purge(paths)
            fronted.write("bandh", "धूप")
            press("/bandh/")

    purge_once(Slow(), LATER)

    assert waiting() == ["/bandh/"]


def test_many_pages_go_in_few_requests(fronted: Paper, edge: Edge) -> None:
    count = BATCH + 5
    now = datetime(2026, 6, 1, tzinfo=UTC)
    Purge.objects.bulk_create(
        [Purge(path=f"/नदी/{n}/", asked_at=now + timedelta(seconds=n)) for n in range(count)]
    )
    purger = HttpPurger(Cdn(purge_url=edge.url, token="raaz"), SITE)

    assert [purge_once(purger, LATER) for _ in range(3)] == [BATCH, 5, 0]

    bodies = [json.loads(body) for _, _, _, body in edge.asked]
    files = [file for body in bodies for file in body["files"]]
    method, path, headers, _ = edge.asked[0]
    assert files == [f"{SITE}/%E0%A4%A8%E0%A4%A6%E0%A5%80/{n}/" for n in range(count)]
    assert (method, path, headers["Authorization"]) == ("POST", "/purge", "Bearer raaz")


def test_a_cache_that_takes_purge_is_asked_for_each_page_by_the_sites_name(edge: Edge) -> None:
    HttpPurger(Cdn(purge_url=edge.url, method="PURGE"), SITE).purge(["/", "/नदी/"])

    asked = [(method, path, headers["Host"]) for method, path, headers, _ in edge.asked]
    assert asked == [
        ("PURGE", "/purge/", "sohni.example"),
        ("PURGE", "/purge/%E0%A4%A8%E0%A4%A6%E0%A5%80/", "sohni.example"),
    ]
    assert "Authorization" not in edge.asked[0][2]


@pytest.mark.parametrize("method", ["POST", "PURGE"])
def test_a_cdn_that_fails_is_a_refusal(edge: Edge, method: str) -> None:
    edge.status = 500

    with pytest.raises(NotPurged, match="500"):
        HttpPurger(Cdn(purge_url=edge.url, method=method), SITE).purge(["/"])


def test_a_cache_that_never_had_the_page_has_nothing_to_drop(edge: Edge) -> None:
    edge.status = 404

    HttpPurger(Cdn(purge_url=edge.url, method="PURGE"), SITE).purge(["/"])

    with pytest.raises(NotPurged, match="404"):
        HttpPurger(Cdn(purge_url=edge.url), SITE).purge(["/"])


def test_a_cdn_that_is_not_there_is_a_refusal() -> None:
    with pytest.raises(NotPurged):
        HttpPurger(Cdn(purge_url="http://127.0.0.1:1/purge"), SITE).purge(["/"])


def test_the_loop_tells_what_is_noted_until_it_is_stopped(fronted: Paper) -> None:
    fronted.write("bandh", "पानी")
    press("/bandh/")
    stop = threading.Event()

    class Last(Told):
        def purge(self, paths: Sequence[str]) -> None:
            super().purge(paths)
            stop.set()

    told = Last()
    thread = threading.Thread(target=work, args=(stop, told))
    thread.start()
    thread.join(SOON)

    assert not thread.is_alive()
    assert told.paths == ["/bandh/"]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({}, "cdn.purge_url must look like"),
        ({"purge_url": "ftp://cdn.example"}, "cdn.purge_url must look like"),
        ({"purge_url": "https://cdn.example", "method": "GET"}, "cdn.method must be"),
        ({"purge_url": "https://cdn.example", "token": "x"}, "cdn.token is not known"),
    ],
)
def test_a_cdn_that_makes_no_sense_is_refused(said: dict[str, object], what: str) -> None:
    with pytest.raises(BadSetting, match=what):
        Cdn.of(said, {})


def test_the_token_comes_from_the_environment() -> None:
    cdn = Cdn.of({"purge_url": "https://cdn.example/"}, {"HARKARA_CDN_TOKEN": "raaz"})

    assert (cdn.purge_url, cdn.method, cdn.token) == ("https://cdn.example", "POST", "raaz")
