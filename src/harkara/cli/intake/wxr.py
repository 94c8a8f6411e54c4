"""`harkara intake wxr`: a WordPress site moves in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from harkara.cli.intake import moving

if TYPE_CHECKING:
    from harkara.intake.moving.archive import Archive


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `intake wxr`."""
    wxr = commands.add_parser(
        "wxr",
        help="move a WordPress site in, from its export (WXR 1.0 to 1.2)",
        description="Move a WordPress site in: stories, pages, authors, topics, comments, pictures "
        "and old addresses. Stopped at any moment, it goes on where it was; a second run changes "
        "nothing.",
        epilog="example: harkara intake wxr khabar.xml --dry-run > map.toml",
    )
    moving.add_arguments(wxr)
    wxr.set_defaults(run=run_wxr, django=True)


def run_wxr(args: argparse.Namespace) -> int:
    """Move a WordPress site in, or print the map that is proposed for it."""
    return moving.run(args, _archive)


def _archive(path: Path, types: tuple[str, ...]) -> "Archive":
    from django.utils import timezone

    from harkara.intake.sources.wxr import WxrArchive

    return WxrArchive(path, zone=timezone.get_default_timezone(), types=types)
