"""`harkara intake jsonl`: the export of another Harkara comes in, and is what it was."""

import argparse
from contextlib import closing
from pathlib import Path

from harkara.cli.intake import moving
from harkara.cli.progress import Progress
from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `intake jsonl`."""
    jsonl = commands.add_parser(
        "jsonl",
        help="take in the whole site of another Harkara, from `harkara export jsonl`",
        description="Take in the whole site of another Harkara: sections, stories and drafts as "
        "they were, with their numbers and addresses where nobody here has them. Stopped at any "
        "moment, it goes on where it was; a second run changes nothing.",
        epilog="example: harkara intake jsonl khabar.jsonl --media khabar-photos",
    )
    jsonl.add_argument("file", metavar="FILE", type=Path, help="the export")
    jsonl.add_argument("--media", metavar="DIR", type=Path, help="the folder of its pictures")
    jsonl.add_argument("--dry-run", action="store_true", help="say what it holds, keep nothing")
    jsonl.add_argument("--json", action="store_true", help="print JSON on standard output")
    jsonl.set_defaults(run=run_jsonl, django=True)


def run_jsonl(args: argparse.Namespace) -> int:
    """Take a site in, or say what its export holds."""
    from django.utils import timezone

    from harkara.intake.moving.restoring.running import restore
    from harkara.intake.sources.jsonl import JsonlArchive
    from harkara.web.passing import take_comments

    need_site(args.home)
    moving.need_folder(args.media)
    with moving.refusing(args.file), closing(JsonlArchive(args.file)) as archive:
        survey = archive.survey()
        if args.dry_run:
            return moving.show_counts(survey, as_json=args.json)
        if survey.attachments and args.media is None:
            message = (
                f"{args.file} names {survey.attachments} pictures: "
                "name the folder of their files with --media"
            )
            raise Refusal(message)
        with Progress("taken in") as progress:
            move = restore(archive, survey, at=timezone.now(), media=args.media, progress=progress)
        comments = take_comments(move.source_key, archive.comments(), at=timezone.now())
    if comments and not args.json:
        print(f"readers' comments: {comments}")
    return moving.tell(move, as_json=args.json)
