"""`harkara intake ghost`: a Ghost site moves in."""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from harkara.cli.intake import moving

if TYPE_CHECKING:
    from harkara.intake.moving.archive import Archive


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `intake ghost`."""
    ghost = commands.add_parser(
        "ghost",
        help="move a Ghost site in, from its JSON export",
        description="Move a Ghost site in, from its JSON export. The first tag of a post becomes "
        "its section, by the map; the others become topics.",
        epilog="example: harkara intake ghost site.json --address https://khabar.example --dry-run",
    )
    moving.add_arguments(ghost)
    ghost.add_argument("--address", metavar="URL", default="", help="where the site stood")
    ghost.set_defaults(run=run_ghost, django=True)


def run_ghost(args: argparse.Namespace) -> int:
    """Move a Ghost site in, or print the map that is proposed for it."""
    return moving.run(args, partial(_archive, address=args.address))


def _archive(path: Path, _types: tuple[str, ...], address: str) -> "Archive":
    from harkara.intake.sources.ghost import GhostArchive

    return GhostArchive(path, address=address)
