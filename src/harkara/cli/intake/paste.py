"""`harkara intake paste`: a page copied whole out of a browser."""

import argparse
import sys
from pathlib import Path

from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site

STANDARD_INPUT = "-"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `intake paste`."""
    paste = commands.add_parser(
        "paste",
        help="make a draft from a page copied whole out of a browser, as text or HTML",
        description="Make a draft from a page copied whole out of a browser, as text or HTML. "
        "Everything taken out is reported with its reason.",
        epilog="example: harkara intake paste - --json < page.txt",
    )
    paste.add_argument("file", metavar="FILE", help=f"the page, or {STANDARD_INPUT} for stdin")
    paste.add_argument("--json", action="store_true", help="print JSON on standard output")
    fate = paste.add_mutually_exclusive_group()
    fate.add_argument("--publish", action="store_true", help="put the story on the site")
    fate.add_argument("--dry-run", action="store_true", help="show the draft, keep nothing")
    paste.set_defaults(run=run_paste, django=True)


def run_paste(args: argparse.Namespace) -> int:
    """Make a draft of a page, print it, and keep it unless this is a dry run.

    Returns 1 if the story was to be published and could only be kept; the reason is one line.
    """
    from django.utils import timezone

    from harkara.intake import report
    from harkara.intake.actions import receive
    from harkara.intake.refusals import Refused
    from harkara.intake.sources.paste import paste
    from harkara.intake.suggestions import suggest

    need_site(args.home)
    try:
        raw = _read(args.file)
        draft = paste(
            raw,
            zone=timezone.get_default_timezone(),
            name=Path(args.file).name,
            at=timezone.now(),
        )
    except Refused as refusal:
        message = str(refusal) if args.file == STANDARD_INPUT else f"{args.file}: {refusal}"
        raise Refusal(message) from refusal
    suggested = suggest(draft)
    print((report.as_json if args.json else report.as_text)(draft, suggested))
    for notice in draft.notices:
        _say(str(notice))
    if args.dry_run:
        return 0
    received = receive(draft, by=None, at=timezone.now(), publish=args.publish, suggested=suggested)
    _say(report.outcome(received))
    return 1 if received.held_back else 0


def _read(name: str) -> bytes:
    from harkara.intake.sources.paste import read_file, read_stream

    return read_stream(sys.stdin.buffer) if name == STANDARD_INPUT else read_file(Path(name))


def _say(line: str) -> None:
    sys.stderr.write(f"harkara: {line}\n")
