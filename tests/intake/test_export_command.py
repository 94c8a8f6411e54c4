"""`harkara export` and `harkara intake jsonl`: a site out and in again, and what is refused."""

import argparse
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.intake.conftest import run
from tests.intake.rich_site import SITE, empty, make_site

from harkara.cli import export as command
from harkara.cli.intake import jsonl
from harkara.cli.refusal import Refusal
from harkara.newsroom.models import ArticlePage, Photo

pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture(autouse=True)
def founded(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    """The tests' database is not where a founded home has it."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    monkeypatch.setattr(command, "need_site", lambda _home: SimpleNamespace(url=SITE))
    monkeypatch.setattr(jsonl, "need_site", lambda _home: None)


def export(*words: str) -> int:
    parser = argparse.ArgumentParser()
    parser.set_defaults(home=None)
    command.add(parser.add_subparsers())
    args = parser.parse_args(["export", *words])
    return int(args.run(args))


def test_a_site_goes_out_and_in_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_site()
    count = ArticlePage.objects.count()
    file, media = tmp_path / "khabar.jsonl", tmp_path / "pictures"

    assert export("jsonl", str(file), "--media", str(media)) == 0
    assert [path.name for path in media.iterdir()] == ["teal.jpg"]
    empty()
    capsys.readouterr()
    assert run("jsonl", str(file), "--media", str(media), "--json") == 0

    said = json.loads(capsys.readouterr().out)
    assert said["site"] == "khabar.example"
    assert ArticlePage.objects.count() == count
    assert Photo.objects.get().alt == "पुल दिखता है"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["khabar.jsonl", "media", "pictures"]


def test_ninjs_lie_in_a_folder_with_their_pictures(tmp_path: Path) -> None:
    make_site()
    folder = tmp_path / "ninjs"

    assert export("ninjs", str(folder), "--media", str(folder)) == 0

    names = {path.name for path in folder.iterdir()}
    assert names == {"teal.jpg", *(f"{one.number}.json" for one in ArticlePage.objects.all())}


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    there = tmp_path / "there.xml"
    there.write_text("mine")

    with pytest.raises(Refusal, match="is there already"):
        export("wxr", str(there))
    with pytest.raises(Refusal, match="cannot be written"):
        export("wxr", str(tmp_path / "nowhere" / "a.xml"))

    assert there.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [there]


def test_an_export_with_pictures_wants_their_folder(tmp_path: Path) -> None:
    make_site()
    file = tmp_path / "khabar.jsonl"
    export("jsonl", str(file))

    with pytest.raises(Refusal, match="names 1 pictures: name the folder"):
        run("jsonl", str(file))
    assert run("jsonl", str(file), "--dry-run") == 0


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ('{"type":"story"}', "हरकारा की साइट का एक्सपोर्ट नहीं"),
        ('{"type":"site","form":"harkara","version":9}', "नए संस्करण ने लिखा"),
    ],
)
def test_another_file_is_refused_in_one_line(tmp_path: Path, said: str, why: str) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text(said)

    with pytest.raises(Refusal) as refusal:
        run("jsonl", str(file))

    assert len(str(refusal.value).splitlines()) == 1
    assert why in str(refusal.value)
