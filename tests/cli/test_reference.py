"""The page of all commands says what the commands' own help says."""

import argparse

import pytest

from harkara import cli
from harkara.cli.reference import commands, commands_page


@pytest.fixture
def two_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a command line with one command by itself and one in a group."""
    whole = argparse.ArgumentParser(prog="harkara")
    top = whole.add_subparsers()
    fetch = top.add_parser("fetch", help="fetch it", epilog="example: harkara fetch here")
    fetch.add_argument("place", metavar="PLACE", help="where")
    fetch.add_argument("--times", type=int, default=3, help="how often")
    fetch.add_argument("--way", default="on", help="which way (default: on)")
    fetch.add_argument("--loud", action="store_true", help="say it")
    fetch.add_argument("--parent", help=argparse.SUPPRESS)
    inner = top.add_parser("press", help="the press").add_subparsers()
    inner.add_parser("run", help="press it", epilog="example: harkara press run")
    monkeypatch.setattr(cli, "parser", lambda: whole)


def test_a_group_is_told_by_its_commands(two_commands: None) -> None:
    assert [one.name for one in commands(cli.parser())] == ["harkara fetch", "harkara press run"]


def test_a_command_is_told_with_its_arguments_and_its_example(two_commands: None) -> None:
    told = commands_page().partition("## harkara fetch")[2].partition("## harkara press")[0]

    assert told.split("\n") == [
        "",
        "",
        "Fetch it.",
        "",
        "- `PLACE`: where",
        "- `--times TIMES`: how often (default: 3)",
        "- `--way WAY`: which way (default: on)",
        "- `--loud`: say it",
        "",
        "Example: `harkara fetch here`",
        "",
        "",
    ]


def test_every_command_of_ours_has_help_and_an_example() -> None:
    bare = [
        one.name
        for one in commands(cli.parser())
        if not one.says.strip() or "example: " not in (one.parser.epilog or "")
    ]

    assert bare == []
