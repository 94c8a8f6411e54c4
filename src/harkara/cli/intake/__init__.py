"""`harkara intake`: stories in, a file for each door."""

from typing import TYPE_CHECKING

from harkara.cli.intake import feeds, ghost, jsonl, paste, wires, wxr

if TYPE_CHECKING:
    import argparse


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `intake` with all its doors."""
    intake = subparsers.add_parser(
        "intake",
        help="stories in: paste a page, move a site in, ask feeds, take wires",
        epilog="example: harkara intake paste page.html --json",
    )
    commands = intake.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for door in (paste, wxr, ghost, jsonl, feeds, wires):
        door.add(commands)
