"""`harkara intake feed`: asking feeds now."""

import json
from collections.abc import Iterator

import pytest
from tests.intake.conftest import PAGES, run
from tests.intake.fetching.stranger import Stranger, guest, serving

from harkara.cli.intake import feeds as command
from harkara.cli.refusal import Refusal
from harkara.intake import tasks
from harkara.intake.models import FeedSubscription
from harkara.newsroom.models import ArticlePage

pytestmark = [pytest.mark.usefixtures("paper"), pytest.mark.allow_hosts(["127.0.0.1"])]
RSS = (PAGES.parent / "feeds" / "rss.xml").read_bytes()


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    yield from serving()


@pytest.fixture(autouse=True)
def founded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' database is not where a founded home has it, and strangers are on this machine."""
    monkeypatch.setattr(command, "need_site", lambda _home=None: None)
    monkeypatch.setattr(tasks, "Fetcher", lambda _agent: guest())


def test_a_feed_is_taken_from_now_on_and_asked(
    stranger: Stranger, capsys: pytest.CaptureFixture[str]
) -> None:
    url = stranger.says("/rss", RSS)

    assert run("feed", url, "--add", "सोहनी समाचार", "--json") == 0

    assert json.loads(capsys.readouterr().out)["new"] == 2
    assert FeedSubscription.objects.get().name == "सोहनी समाचार"
    assert ArticlePage.objects.count() == 2
    assert run("feed", url) == 0
    assert "0 new" in capsys.readouterr().out


def test_all_feeds_are_asked_and_a_broken_one_is_named(
    stranger: Stranger, capsys: pytest.CaptureFixture[str]
) -> None:
    good, broken = stranger.says("/rss", RSS), stranger.says("/broken", b"<a/>")
    run("feed", good, "--add", "एक")
    run("feed", broken, "--add", "दो")
    capsys.readouterr()

    assert run("feed", "--all") == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert broken in line


def test_a_feed_that_nobody_took_is_refused_in_one_line(stranger: Stranger) -> None:
    with pytest.raises(Refusal, match="--add"):
        run("feed", stranger.says("/rss", RSS))


def test_what_is_no_address_is_not_taken() -> None:
    with pytest.raises(Refusal):
        run("feed", "file:///etc/passwd", "--add", "एक")

    assert not FeedSubscription.objects.exists()
