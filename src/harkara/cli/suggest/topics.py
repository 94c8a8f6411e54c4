"""`harkara suggest topics`: which topics a story speaks of, known ones and new ones."""

import argparse

from harkara.cli.suggest.asked import add_story, asked, show


def add(subjects: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `suggest topics`."""
    parser = subjects.add_parser(
        "topics",
        help="say which topics a story speaks of: the desk's own, and names that could become one",
        description="Say which topics a story speaks of: the desk's own, and names that could "
        "become one. Each comes with the words of the story that speak for it.",
        epilog="example: harkara suggest topics 1042 --json",
    )
    add_story(parser)
    parser.set_defaults(run=run, django=True)


def run(args: argparse.Namespace) -> int:
    """Print the topics that are proposed, the most prominent first."""
    story = asked(args)
    from harkara.newsroom import queries
    from harkara.search.sections import TextFields
    from harkara.search.topics import propose

    fields = TextFields(headline=story.headline, standfirst=story.standfirst, body=story.body)
    found = propose(fields, queries.known_topics())
    if args.json:
        keys = ("name", "kind", "why", "aliases")
        topics = [
            {**{key: getattr(one, key) for key in keys}, "topic": one.known_id} for one in found
        ]
        show({"topics": topics})
        return 0
    for one in found:
        state = "known" if one.known_id is not None else "new"
        print(f"{one.name} ({one.kind}, {state}): {one.why}")
    if not found:
        print("no topic was found")
    return 0
