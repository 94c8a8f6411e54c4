"""`harkara press`, as it is typed."""

import json
from pathlib import Path

import pytest
from tests.press.site import Paper

from harkara.cli import main
from harkara.cli import press as press_command
from harkara.press import queries


@pytest.fixture(autouse=True)
def _founded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every home pass for one that was founded."""
    monkeypatch.setattr(press_command, "need_site", lambda: None)


def test_the_status_says_what_waits_and_what_failed(
    paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.write("bandh", "पानी")
    paper.write("mela", "भीड़")
    paper.broken.add("/mela/")
    main(["press", "run"])
    paper.mark(["text:bandh"])
    capsys.readouterr()

    assert main(["press", "status"]) == 0

    said = capsys.readouterr().out
    assert "pages: 2\nstale: 2\n" in said
    assert "failed 1 times: /mela/: ValueError: the template is torn" in said


def test_the_status_as_json_is_nothing_but_json(
    paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.write("bandh", "पानी")

    assert main(["press", "status", "--json"]) == 0

    said = json.loads(capsys.readouterr().out)
    assert (said["targets"], said["stale"], said["failed"]) == (1, {"10": 1}, [])
    assert said["oldest_seconds"] >= 0


def test_running_presses_all_that_waits(paper: Paper, capsys: pytest.CaptureFixture[str]) -> None:
    paper.write("bandh", "पानी")
    paper.write("mela", "भीड़")

    assert main(["press", "run"]) == 0

    assert capsys.readouterr().out.startswith("pressed 2, unchanged 0, gone 0, failed 0")
    assert queries.stale_paths() == set()


def test_running_everything_looks_at_every_page_again(
    paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.write("bandh", "पानी")
    main(["press", "run"])
    capsys.readouterr()

    assert main(["press", "run", "--all"]) == 0

    assert capsys.readouterr().out.startswith("pressed 0, unchanged 1")


def test_a_run_in_which_a_page_failed_says_so_in_its_status(paper: Paper) -> None:
    paper.write("bandh", "पानी")
    paper.broken.add("/bandh/")

    assert main(["press", "run"]) == 1


def test_a_run_that_is_interrupted_goes_on_where_it_stopped(
    paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        paper.write(f"story-{number}", "खबर")

    def interrupt(_path: str) -> None:
        if len(paper.rendered) == 2:
            raise KeyboardInterrupt

    paper.while_rendering = interrupt
    assert main(["press", "run"]) == 130
    assert capsys.readouterr().err.strip() == "harkara: stopped"

    paper.while_rendering = lambda _path: None
    assert queries.stale_count() == 2
    assert main(["press", "run"]) == 0
    assert queries.stale_count() == 0


def test_a_clean_proof_is_status_zero_and_a_difference_one(
    paper: Paper, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.write("bandh", "पानी")
    main(["press", "run"])
    clean = main(["press", "verify"])
    (tmp_path / "pages" / "bandh" / "index.html").write_text("spoilt")
    capsys.readouterr()

    assert (clean, main(["press", "verify"])) == (0, 1)
    assert "/bandh/: the stored page is damaged" in capsys.readouterr().out


def test_a_proof_is_refused_while_pages_wait(
    paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.write("bandh", "पानी")

    assert main(["press", "verify"]) == 1

    said = capsys.readouterr().err
    assert said == "harkara: 1 pages are stale; press them first: harkara press run\n"


@pytest.mark.parametrize("command", [["serve"], ["worker"]])
def test_a_home_without_a_site_is_refused_in_one_line(
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HARKARA_HOME", str(tmp_path))

    assert main(command) == 1

    assert capsys.readouterr().err == (
        f"harkara: no site in {tmp_path}: make one with `harkara init`\n"
    )
