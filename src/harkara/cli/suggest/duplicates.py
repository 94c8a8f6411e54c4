"""`harkara suggest duplicates`: which stories of the desk a story repeats."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from harkara.cli.suggest.asked import add_story, asked, show
from harkara.text.graphemes import ellipsis

if TYPE_CHECKING:
    from harkara.newsroom.queries.repeats import Repeat

LONGEST_QUOTE = 100


def add(subjects: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `suggest duplicates`."""
    parser = subjects.add_parser(
        "duplicates",
        help="say which stories of the desk a story repeats, and in which passages",
        description="Say which stories of the desk a story repeats, and in which passages.",
        epilog="example: harkara suggest duplicates 1042 --json",
    )
    add_story(parser)
    parser.set_defaults(run=run, django=True)


def run(args: argparse.Namespace) -> int:
    """Print the stories that are repeated, those that share most first, or that there is none."""
    story = asked(args)
    from harkara.newsroom import queries

    text = "\n".join(filter(None, (story.headline, story.standfirst, story.body)))
    found = queries.repeats(text, but_not=story.number)
    if args.json:
        show({"duplicates": [_as_json(one) for one in found]})
    elif not found:
        print("no story of the desk is repeated")
    for one in () if args.json else found:
        print(f"{one.number}  {one.headline}")
        print(f"    {one.share:.0%} of this text, {one.share_of_story:.0%} of that story")
        for passage in one.passages:
            print(f"    “{ellipsis(' '.join(passage.text.split()), LONGEST_QUOTE)}”")
    return 0


def _as_json(one: "Repeat") -> dict[str, Any]:
    found = asdict(one)
    del found["article_id"]
    found["published_at"] = one.published_at.isoformat() if one.published_at else None
    return found
