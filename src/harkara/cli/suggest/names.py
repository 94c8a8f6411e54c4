"""`harkara suggest names`: names that could become topics."""

import argparse
from dataclasses import asdict

from harkara.cli.site import need_site
from harkara.cli.suggest.asked import show

MOST = 50


def add(subjects: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `suggest names`."""
    parser = subjects.add_parser(
        "names",
        help="list persons, places and organisations of several stories that are no topics",
        description="List the persons, places and organisations that several live stories name and "
        "no topic has, those of most stories first. A worker counts them beside the press.",
        epilog="example: harkara suggest names --most 200 --json",
    )
    parser.add_argument(
        "--most", type=int, default=MOST, help=f"how many are listed (default: {MOST})"
    )
    parser.add_argument("--json", action="store_true", help="print JSON on standard output")
    parser.set_defaults(run=run, django=True)


def run(args: argparse.Namespace) -> int:
    """Print the names, a line each."""
    need_site(args.home)
    from harkara.newsroom.queries.names import new_names

    found = new_names(args.most)
    if args.json:
        show({"names": [asdict(one) for one in found]})
        return 0
    for one in found:
        print(f"{one.name} ({one.kind}): {one.stories}")
    if not found:
        print("no name stands in several stories")
    return 0
