"""The job that counts and cuts letters as a reader sees them."""

import argparse

from harkara.cli.text.job import Answers, Explanation, Job
from harkara.text.graphemes import ellipsis, graphemes, length
from harkara.text.width import cells, ems


def _graphemes(args: argparse.Namespace) -> Answers:
    def plainly(line: str) -> str:
        if args.cut is None:
            return str(length(line))
        return ellipsis(line, args.cut, profile=args.profile)

    def explained(line: str) -> Explanation:
        return {
            "source": line,
            "text": plainly(line),
            "letters": graphemes(line),
            "ems": round(ems(line), 2),
            "cells": cells(line),
        }

    return Answers(plainly=plainly, explained=explained)


def _room(text: str) -> int:
    """Return how many letters there is room for; argparse says what is wrong with another text."""
    if not text.isdecimal():
        message = f"a line is cut to a number of letters from 0 up, not to {text!r}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _cut(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--cut", type=_room, metavar="N", help="shorten the line to at most so many letters"
    )


JOBS = (
    Job(
        name="graphemes",
        says="count the letters of a line as a reader does, or cut it",
        example='--cut 12 "राजनाथ सिंह ने की बात"',
        answers=_graphemes,
        options=_cut,
    ),
)
