"""`harkara export`: the whole site out again."""

import argparse
import sys
from pathlib import Path

from harkara.cli.progress import Progress
from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `export`."""
    export = subparsers.add_parser(
        "export",
        help="write the whole site as an export that other systems take",
        description="Write the whole site as a WordPress export (WXR 1.2): stories, drafts, pages, "
        "sections, topics, authors, kept comments and what is told of pictures. Their files lie in "
        "the home's media/original_images.",
        epilog="example: harkara export wxr khabar.xml",
    )
    export.add_argument("form", choices=["wxr"], help="the form of the export")
    export.add_argument("file", metavar="FILE", type=Path, help="the file to write; it must be new")
    export.set_defaults(run=run_export, django=True)


def run_export(args: argparse.Namespace) -> int:
    """Write the export, whole or not at all."""
    from harkara.intake.exporting.wxr import write_wxr

    site = need_site(args.home)
    unfinished = args.file.with_name(f".{args.file.name}.part")
    try:
        if args.file.exists():
            message = f"{args.file} is there already; name another file"
            raise Refusal(message)
        with unfinished.open("w", encoding="utf-8") as out, Progress("written") as progress:
            stories = write_wxr(out, site=site.url, progress=progress)
        unfinished.rename(args.file)
    except OSError as error:
        message = f"{args.file} cannot be written: {error.strerror}"
        raise Refusal(message) from error
    sys.stderr.write(f"harkara: {stories} stories are in {args.file}\n")
    return 0
