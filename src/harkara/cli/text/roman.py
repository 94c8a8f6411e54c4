"""The jobs that write Hindi in Roman letters."""

import argparse
from collections.abc import Callable
from dataclasses import asdict

from harkara.cli.text.job import Answers, Explanation, Job
from harkara.text.romanise import readings, romanise
from harkara.text.slug import slug


def _with_readings(plainly: Callable[[str], str], args: argparse.Namespace) -> Answers:
    """Answer with a text, and in the reasons how each word was read."""

    def explained(line: str) -> Explanation:
        found = [asdict(reading) for reading in readings(line, profile=args.profile)]
        return {"source": line, "text": plainly(line), "words": found}

    return Answers(plainly=plainly, explained=explained)


JOBS = (
    Job(
        name="romanise",
        says="write Hindi in Roman letters, as readers type it",
        example='"राजनाथ सिंह"',
        answers=lambda args: _with_readings(
            lambda line: romanise(line, profile=args.profile), args
        ),
    ),
    Job(
        name="slug",
        says="make the address of a headline",
        example='"एस-400 की डिलीवरी पर हुई बात"',
        answers=lambda args: _with_readings(lambda line: slug(line, profile=args.profile), args),
    ),
)
