"""The job that repairs text: what is stored."""

import argparse
from dataclasses import asdict

from harkara.cli.text.job import Answers, Explanation, Job
from harkara.text.normalise import explain, normalise


def _normalise(args: argparse.Namespace) -> Answers:
    def explained(line: str) -> Explanation:
        repaired = explain(line, profile=args.profile)
        return {
            "source": line,
            "text": repaired.text,
            "repairs": [asdict(repair) for repair in repaired.repairs],
        }

    return Answers(plainly=lambda line: normalise(line, profile=args.profile), explained=explained)


JOBS = (
    Job(
        name="normalise",
        says="repair text without losing anything a reader sees",
        example='"लाॅग इन करें ।"',
        answers=_normalise,
    ),
)
