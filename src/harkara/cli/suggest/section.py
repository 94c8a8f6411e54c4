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
    """Print the section that is proposed, or that none is more probable than not."""
    story = asked(args)
    from harkara.newsroom.queries.proposing import site_sections
    from harkara.search.queries.learned import section_model
    from harkara.search.sections import TextFields, rank
    from harkara.search.sections.proposing import LEAST_PROBABILITY

    fields = TextFields(headline=story.headline, standfirst=story.standfirst, body=story.body)
    model = section_model()
    ranking = rank(fields, site_sections(), model)
    all_of_them = [
        {"name": one.name, "slug": one.slug, "probability": round(probability, 4)}
        for one, probability in zip(ranking.sections, ranking.probabilities, strict=True)
    ]
    first = next(iter(all_of_them), None)
    found = first if first and ranking.probabilities[0] >= LEAST_PROBABILITY else None
    if args.json:
        why = list(ranking.why) if found else []
        learned_from = sum(model.stories) if model else 0
        show({"section": found, "why": why, "all": all_of_them, "learned_from": learned_from})
    elif found:
        print(f"{found['name']} ({found['probability']:.0%}): {', '.join(ranking.why)}")
    else:
        print("none is clearly ahead")
    return 0
