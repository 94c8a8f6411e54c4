"""`harkara press`: what waits at the press, press it, prove it."""

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from harkara.cli.progress import Progress
from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site

if TYPE_CHECKING:
    from harkara.press.queries import Backlog, Status


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `press status`, `press run` and `press verify`."""
    press = subparsers.add_parser(
        "press",
        help="the pressed pages: what waits, press it, prove it",
        epilog="example: harkara press status --json",
    )
    commands = press.add_subparsers(title="commands", metavar="COMMAND", required=True)
    status = commands.add_parser(
        "status",
        help="say what waits and what failed",
        epilog="example: harkara press status",
    )
    status.add_argument("--json", action="store_true", help="print JSON on standard output")
    status.set_defaults(run=run_status, django=True)
    run = commands.add_parser(
        "run",
        help="press every stale page, then stop",
        epilog="example: harkara press run --all",
    )
    run.add_argument("--all", action="store_true", help="mark every page stale first")
    run.set_defaults(run=run_press, django=True)
    verify = commands.add_parser(
        "verify",
        help="prove that every stored page is what the site would answer now",
        epilog="example: harkara press run && harkara press verify",
    )
    verify.set_defaults(run=run_verify, django=True)


def run_status(args: argparse.Namespace) -> int:
    """Print what waits and what failed."""
    from django.utils import timezone

    from harkara.press import queries

    need_site()
    now = timezone.now()
    status, backlog = queries.status(now), queries.backlog(now)
    if args.json:
        print(json.dumps(_as_json(status, backlog), ensure_ascii=False, indent=2))
        return 0
    print(f"pages: {status.targets}")
    print(f"stale: {status.waiting}")
    if backlog.waiting and backlog.left is not None:
        minutes = backlog.left.total_seconds() / 60
        print(f"done: {backlog.share:.0%}, about {minutes:.0f} min left at this pace")
    for priority, count in status.stale.items():
        print(f"  priority {priority}: {count}")
    if status.oldest is not None:
        print(f"oldest: stale for {status.oldest.total_seconds():.1f} s")
    for failure in status.failed:
        print(f"failed {failure.failures} times: {failure.path}: {failure.error}")
    return 0


def run_press(args: argparse.Namespace) -> int:
    """Press until nothing waits; the status is 1 if a page failed.

    It can be stopped at any moment: what is not pressed yet stays stale.
    """
    from django.db import transaction

    from harkara.press import actions, tasks

    need_site()
    if args.all:
        with transaction.atomic():
            actions.mark_all()
    with Progress("pressed") as progress:
        totals = tasks.run_until_idle(progress)
    print(", ".join(f"{kind} {totals[kind]}" for kind in actions.Kind))
    return 1 if totals[actions.Kind.FAILED] else 0


def run_verify(_args: argparse.Namespace) -> int:
    """Print each difference between the store and the site; the status is 1 if there is one."""
    from harkara.press.verify import NotSettled, verify

    need_site()
    found = 0
    try:
        with Progress("compared") as progress:
            for difference in verify(progress):
                found += 1
                print(f"{difference.path}: {difference.what}")
    except NotSettled as waiting:
        message = f"{waiting}; press them first: harkara press run"
        raise Refusal(message) from waiting
    print(f"differences: {found}")
    return 1 if found else 0


def _as_json(status: "Status", backlog: "Backlog") -> dict[str, object]:
    return {
        "targets": status.targets,
        "done_share": round(backlog.share, 4),
        "left_seconds": backlog.left.total_seconds() if backlog.left is not None else None,
        "stale": {str(priority): count for priority, count in status.stale.items()},
        "oldest_seconds": status.oldest.total_seconds() if status.oldest is not None else None,
        "failed": [
            {**asdict(failure), "retry_at": failure.retry_at and failure.retry_at.isoformat()}
            for failure in status.failed
        ],
    }
