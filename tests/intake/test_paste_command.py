"""`harkara intake paste`: the draft for a person or a program, and one line for what is refused."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.intake.conftest import PAGES, page, run

from harkara.cli.intake import paste as command
from harkara.cli.refusal import Refusal
from harkara.intake.models import Provenance
from harkara.newsroom.models import ArticlePage

pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture(autouse=True)
def founded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' database is not where a founded home has it."""
    monkeypatch.setattr(command, "need_site", lambda _home=None: None)


def path(name: str) -> str:
    return str(PAGES / name)


def test_json_is_all_there_is_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("paste", path("portal-english-chrome.txt"), "--json") == 0

    out, err = capsys.readouterr()
    value: dict[str, Any] = json.loads(out)
    assert set(value) == {
        "headline",
        "body",
        "also_read",
        "removed",
        "repairs",
        "section",
        "topics",
        "slug",
    }
    assert len(value["body"]) == 4
    assert value["also_read"][0]["after_paragraph"] == 2
    assert value["also_read"][0]["article"] is None
    assert all(line["why"] and not line["why"].isascii() for line in value["removed"])
    assert str(ArticlePage.objects.get().number) in err


def test_a_dry_run_keeps_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("paste", path("portal-english-chrome.txt"), "--json", "--dry-run") == 0

    assert not ArticlePage.objects.exists()
    assert capsys.readouterr().err == ""


def test_a_person_gets_a_readable_account_in_hindi(capsys: pytest.CaptureFixture[str]) -> None:
    run("paste", path("portal-hindi-chrome.txt"))

    out = capsys.readouterr().out
    assert out.startswith("जिला स्तरीय दौड़ में")
    assert "खंड: खेल" in out
    assert "हटाई गई पंक्तियां:" in out


def test_a_page_comes_in_by_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(page("whatsapp.txt")))
    monkeypatch.setattr(sys, "stdin", stream)

    assert run("paste", "-") == 0
    assert capsys.readouterr().out.startswith("धौलागढ़ किले")


def test_a_story_is_put_on_the_site(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("paste", path("portal-hindi-chrome.txt"), "--publish") == 0

    assert ArticlePage.objects.get().live
    assert "साइट पर आ गई है" in capsys.readouterr().err


def test_a_story_that_may_not_go_live_is_kept_and_told_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("paste", path("no-headline.txt"), "--publish") == 1

    article = ArticlePage.objects.get()
    last = capsys.readouterr().err.strip().splitlines()[-1]
    assert not article.live
    assert "शीर्षक" in last
    assert str(article.number) in last
    assert Provenance.objects.filter(article=article).exists()


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"", "यह खाली है"),
        (b"%PDF-1.5", "यह पीडीएफ है"),
        ("क".encode() * (2 * 1024 * 1024), "5 एमबी से बड़ा है"),
        (bytes(range(0x80, 0xFF)) * 9, "UTF-8 में नहीं है"),
    ],
)
def test_what_is_no_story_is_refused_in_one_line(tmp_path: Path, raw: bytes, line: str) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(raw)

    with pytest.raises(Refusal) as refusal:
        run("paste", str(file))

    assert line in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert not ArticlePage.objects.exists()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"none\.txt"):
        run("paste", str(tmp_path / "none.txt"))


def test_the_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        run("paste", "--help")

    assert done.value.code == 0
    assert "example: harkara intake paste" in capsys.readouterr().out
