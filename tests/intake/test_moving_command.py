"""`harkara intake wxr`: what the desk types when a site moves in."""

from pathlib import Path

import pytest
from tests.intake.conftest import run
from tests.intake.moving import KHABAR

from harkara.cli.intake import moving
from harkara.cli.refusal import Refusal
from harkara.newsroom.models import ArticlePage, LiveStory, SectionPage

pytestmark = pytest.mark.usefixtures("paper")
OPENED = '"khel-khabar" = { name = "मैदान", slug = "maidan" }'


@pytest.fixture(autouse=True)
def founded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' database is not where a founded home has it."""
    monkeypatch.setattr(moving, "need_site", lambda _home: None)


def test_a_dry_run_keeps_nothing_and_its_map_is_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("wxr", str(KHABAR), "--dry-run") == 0
    said = capsys.readouterr()
    assert "nothing was kept" in said.err
    assert not ArticlePage.objects.exists()
    lines = said.out.replace('"khel-khabar" = "khel"', OPENED)
    assert OPENED in lines
    path = tmp_path / "map.toml"
    path.write_text(lines, encoding="utf-8")

    assert run("wxr", str(KHABAR), "--map", str(path)) == 0

    assert "live: " in capsys.readouterr().out
    opened = SectionPage.objects.get(slug="maidan")
    assert LiveStory.objects.filter(section=opened).exists()


def test_a_second_run_says_that_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    run("wxr", str(KHABAR))
    capsys.readouterr()
    run("wxr", str(KHABAR))
    said = capsys.readouterr().out
    assert "unchanged: " in said
    assert "live: " not in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gone.xml"], "gone.xml is not there"),
        (["."], ". is a folder"),
        ([str(KHABAR), "--map", "gone.toml"], "gone.toml is not there"),
        ([str(KHABAR), "--map", str(KHABAR)], f"{KHABAR}: "),
        ([str(KHABAR), "--media", "gone"], "gone is no folder"),
        ([__file__], f"{__file__}: "),
    ],
)
def test_what_cannot_be_taken_is_said_in_one_line(words: list[str], said: str) -> None:
    with pytest.raises(Refusal) as refused:
        run("wxr", *words)
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)
    assert not ArticlePage.objects.exists()
