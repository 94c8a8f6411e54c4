"""`harkara audience`: what readers said and how they voted, looked after from the command line."""

import argparse
import getpass
from typing import TYPE_CHECKING

from harkara.cli.progress import Progress
from harkara.cli.site import need_site

if TYPE_CHECKING:
    from datetime import datetime

    from harkara.audience.comments.records import MovedComment
    from harkara.intake.models import KeptComment


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `audience adopt`, `audience erase` and `audience recount`."""
    audience = subparsers.add_parser(
        "audience",
        help="readers' comments and votes: take over, erase at a reader's wish, count anew",
        epilog="example: harkara audience erase 1207",
    )
    commands = audience.add_subparsers(title="commands", metavar="COMMAND", required=True)
    adopting = commands.add_parser(
        "adopt",
        help="make comments of those that moved in with their stories",
        description="Make comments of those that moved in with their stories. Approved ones are "
        "shown at once, pending ones wait for the desk. A second run changes nothing.",
        epilog="example: harkara audience adopt",
    )
    adopting.set_defaults(run=run_adopt, django=True)
    erasing = commands.add_parser(
        "erase",
        help="erase comments at a reader's wish: words, name and all that led to the writer",
        epilog="example: harkara audience erase 1207 1311",
    )
    erasing.add_argument(
        "numbers", nargs="+", type=int, metavar="NUMBER", help="as in #tippani-NUMBER on the page"
    )
    erasing.set_defaults(run=run_erase, django=True)
    counting = commands.add_parser(
        "recount",
        help="count every poll anew from the ledger, vote by vote, and check the ledger's seals",
        description="Count every poll anew from the ledger, vote by vote, and put right what "
        "differs. A vote that was changed, taken out or put in afterwards breaks a seal: then the "
        "status is 1.",
        epilog="example: harkara audience recount",
    )
    counting.set_defaults(run=run_recount, django=True)


def run_adopt(_args: argparse.Namespace) -> int:
    """Make comments of those that moved in."""
    from django.utils import timezone

    from harkara.audience.comments.actions import adopt
    from harkara.intake.queries import kept_comments

    need_site()
    adopted = looked_at = 0
    with Progress("comments looked at") as progress:
        for number, kept in kept_comments():
            now = timezone.now()
            adopted += adopt(number, [_moved(one, now) for one in kept], at=now)
            looked_at += len(kept)
            progress(looked_at, looked_at)
    print(f"adopted: {adopted}")
    print(f"already there: {looked_at - adopted}")
    return 0


def run_erase(args: argparse.Namespace) -> int:
    """Erase comments; say how many there were."""
    from django.utils import timezone

    from harkara.audience.comments.actions import erase

    need_site()
    count = erase(args.numbers, by=getpass.getuser(), at=timezone.now())
    print(f"erased: {count}")
    return 0 if count == len(set(args.numbers)) else 1


def run_recount(_args: argparse.Namespace) -> int:
    """Count every poll anew; say what differed, and whether the ledger is as it was written."""
    from django.utils import timezone

    from harkara.audience.polls.actions import drain, recount

    need_site()
    drain()
    found = recount(by=getpass.getuser(), at=timezone.now())
    print(f"votes: {found.votes}")
    print(f"polls put right: {', '.join(map(str, found.wrong)) or 'none'}")
    print(f"broken seals: {found.broken}")
    print(f"votes under no seal: {found.unsealed}")
    return 1 if found.broken or found.unsealed else 0


def _moved(one: "KeptComment", otherwise: "datetime") -> "MovedComment":
    from harkara.audience.comments.records import MovedComment

    return MovedComment(
        origin=one.origin,
        parent=one.parent_origin,
        name=one.author,
        text=one.text,
        status=one.status,
        written_at=one.written_at or otherwise,
    )
