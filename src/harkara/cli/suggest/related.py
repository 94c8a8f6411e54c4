"""`harkara suggest related`: which live stories go with a story, and why."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from harkara.cli.refusal import Refusal
from harkara.cli.suggest.asked import Asked, add_story, asked, show

if TYPE_CHECKING:
    from harkara.newsroom.queries.related import RelatedStory


def add(subjects: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `suggest related`."""
    parser = subjects.add_parser(
        "related",
        help="say which live stories go with a story, and why",
        description="Say which live stories go with a story, and by which topics and words.",
        epilog="example: harkara suggest related 1042 --json",
    )
    add_story(parser)
    parser.set_defaults(run=run, django=True)


def run(args: argparse.Namespace) -> int:
    """Print the stories that go with it, the nearest first, or that there is none.

    Raises Refusal if the site has no search index that can be read.
    """
    story = asked(args)
    from harkara.search.backends.base import Unavailable

    try:
        found = _related(story)
    except Unavailable as lost:
        message = "there is no search index to look in; make it: harkara index make"
        raise Refusal(message) from lost
    if args.json:
        show({"related": [_as_json(one) for one in found]})
    elif not found:
        print("no live story goes with it")
    for one in () if args.json else found:
        print(f"{one.number}  {one.headline}")
        print(f"    {', '.join((*one.topics, *one.words))}")
    return 0


def _related(story: Asked) -> "tuple[RelatedStory, ...]":
    from django.utils import timezone

    from harkara.newsroom import queries
    from harkara.search import index
    from harkara.search.telling import About

    at = timezone.now()
    if story.number is not None:
        return queries.related_of(story.number, index.current(), at=at)
    about = About(headline=story.headline, standfirst=story.standfirst, body=story.body)
    return queries.related_to(about, index.current(), at=at)


def _as_json(one: "RelatedStory") -> dict[str, Any]:
    found = asdict(one)
    del found["article_id"]
    return found | {"published_at": one.published_at.isoformat()}
