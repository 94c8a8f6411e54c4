"""The demo's home: it becomes one, stays one, and nobody else's folder is touched."""

import socket
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from harkara.cli import main
from harkara.demo.home import NoHome, keep, open_home

URL = "http://127.0.0.1:8000"


def test_a_missing_folder_becomes_the_demo_s_home(tmp_path: Path) -> None:
    note = open_home(tmp_path / "a" / "home", URL)

    assert not note.ready
    assert tomllib.loads((tmp_path / "a" / "home" / "harkara.toml").read_text()) == {"url": URL}


def test_the_home_remembers_when_it_was_made_and_who_edits_it(tmp_path: Path) -> None:
    note = replace(open_home(tmp_path, URL), ready=True, story="/zila/pul-1/")
    keep(tmp_path, note)

    assert open_home(tmp_path, URL) == note


def test_another_port_changes_the_address_and_nothing_else(tmp_path: Path) -> None:
    open_home(tmp_path, URL)
    (tmp_path / "harkara.toml").write_text(f'language = "hi"\nurl = "{URL}"\n')

    open_home(tmp_path, "http://127.0.0.1:8080")

    said = tomllib.loads((tmp_path / "harkara.toml").read_text())
    assert said == {"language": "hi", "url": "http://127.0.0.1:8080"}


def test_a_folder_that_is_somebody_else_s_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "novel.txt").write_text("अध्याय एक")

    with pytest.raises(NoHome, match="holds something that is not the demo"):
        open_home(tmp_path, URL)

    assert [file.name for file in tmp_path.iterdir()] == ["novel.txt"]


def test_a_start_that_was_cut_short_at_once_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / ".demo.json").write_text("{")

    assert not open_home(tmp_path, URL).ready


def test_a_note_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "demo.json").write_text("{")

    with pytest.raises(NoHome, match=r"demo\.json cannot be read; delete .* to make"):
        open_home(tmp_path, URL)


@pytest.mark.parametrize("where", ["file/home", "file"])
def test_a_home_that_cannot_be_written_is_refused_in_one_line(
    tmp_path: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")

    status = main(["demo", "--no-serve", "--home", str(tmp_path / where)])

    said = capsys.readouterr().err
    assert status == 1
    assert said.startswith(f"harkara: cannot use {tmp_path / where} (")
    assert said.count("\n") == 1


@pytest.mark.enable_socket
def test_a_port_in_use_is_refused_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        status = main(["demo", "--home", str(tmp_path / "home"), "--port", str(port)])

    assert status == 1
    assert f"harkara: cannot listen on 127.0.0.1:{port} (" in capsys.readouterr().err
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("port", ["0", "70000", "http"])
def test_a_port_is_a_number_a_machine_has(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["demo", "--port", port])

    assert "a port is a number from 1 to 65535" in capsys.readouterr().err
