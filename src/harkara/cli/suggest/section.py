"""`harkara suggest section`: which section a story speaks for."""

import argparse

from harkara.cli.suggest.asked import add_story, asked, show


def add(subjects: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `suggest section`."""
    parser = subjects.add_parser(
        "section",
        help="say which section a story speaks for, and by which words",
        description="Say which section a story speaks for, and by which words.",
        epilog="example: harkara suggest section 1042 --json",
    )
    add_story(parser)
    parser.set_defaults(run=run, django=True)


def run(args: argparse.Namespace) -> int:
    """Print the section that is proposed, or that none is clearly ahead."""
    story = asked(args)
    from harkara.intake.suggestions import site_sections
    from harkara.search.sections import TextFields, propose

    fields = TextFields(headline=story.headline, standfirst=story.standfirst, body=story.body)
    found = propose(fields, site_sections())
    if args.json:
        section = {"name": found.section.name, "slug": found.section.slug} if found else None
        show({"section": section, "why": list(found.why) if found else []})
    elif found:
        print(f"{found.section.name}: {', '.join(found.why)}")
    else:
        print("none is clearly ahead")
    return 0
