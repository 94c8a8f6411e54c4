"""`harkara intake wire` and `intake token`: what agencies send, and the key to their door."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site

if TYPE_CHECKING:
    from harkara.intake.models import WireService


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `intake wire` and `intake token`."""
    wire = commands.add_parser(
        "wire",
        help="take in a file of an agency: ninjs or NewsML-G2",
        description="Take in a file of an agency: ninjs 1.x to 3.1 or NewsML-G2. A file that is "
        "laid in the wire's folder is taken by the worker.",
        epilog="example: harkara intake wire pti item.json",
    )
    wire.add_argument("wire", metavar="WIRE", help="the wire's short name in the newsroom")
    wire.add_argument("file", metavar="FILE", type=Path, help="the file; its photos lie beside it")
    wire.add_argument("--json", action="store_true", help="print JSON on standard output")
    wire.set_defaults(run=run_wire, django=True)
    token = commands.add_parser(
        "token",
        help="make a new token for a wire's pushes; the old ones end",
        description="Make a new token for a wire's pushes and print it, once: only its hash is "
        "kept. Its old tokens end; the newsroom makes one beside them.",
        epilog="example: harkara intake token pti",
    )
    token.add_argument("wire", metavar="WIRE", help="the wire's short name in the newsroom")
    token.set_defaults(run=run_token, django=True)


def run_wire(args: argparse.Namespace) -> int:
    """Take in a file of an agency and say what became of its items."""
    from django.utils import timezone

    from harkara.intake.deliveries import take_file
    from harkara.intake.fetching import Fetcher
    from harkara.intake.refusals import Refused
    from harkara.intake.tasks import agent

    need_site(args.home)
    service = _named(args.wire)
    try:
        taken = take_file(args.file, service, Fetcher(agent()), timezone.now())
    except (Refused, OSError) as refusal:
        why = refusal.strerror if isinstance(refusal, OSError) else refusal
        message = f"{args.file}: {why}"
        raise Refusal(message) from refusal
    for one in taken:
        if args.json:
            print(json.dumps({**asdict(one), "outcome": str(one.outcome)}, ensure_ascii=False))
        else:
            story = f", story {one.number}" if one.number else ""
            print(f"{one.item_id}: {one.outcome}{story}")
    return 0


def run_token(args: argparse.Namespace) -> int:
    """Print a new token on standard output, and nothing else there."""
    from django.utils import timezone

    from harkara.intake.actions.tokens import new_token

    need_site(args.home)
    service = _named(args.wire)
    print(new_token(service, at=timezone.now()))
    sys.stderr.write("harkara: keep it: it is shown this once\n")
    return 0


def _named(slug: str) -> "WireService":
    from harkara.intake.models import WireService

    service = WireService.objects.filter(slug=slug).first()
    if service is None:
        names = ", ".join(WireService.objects.values_list("slug", flat=True)) or "none yet"
        message = f"no wire is called {slug}; known are: {names} (the newsroom adds them)"
        raise Refusal(message)
    return service
