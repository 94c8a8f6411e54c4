"""What a job of `harkara text` is: a line in, a line out, and the reasons as JSON."""

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from harkara.cli.refusal import Refusal
from harkara.text.languages import PROFILES

Explanation = dict[str, Any]
"""An answer with its reasons: `source`, `text`, and what the job tells beside them."""
LONGEST_LINE = 64 * 2**20
"""How many bytes a line of standard input may have. Everything else streams."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a job says to a line: plainly, and with its reasons."""

    plainly: Callable[[str], str]
    explained: Callable[[str], Explanation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job of `harkara text`."""

    name: str
    says: str
    """Its line of help: completes "This will …"."""
    example: str
    """Arguments to show it with."""
    answers: Callable[[argparse.Namespace], Answers]
    """Given the arguments (`profile` among them), what is done to every line; called once."""
    options: Callable[[argparse.ArgumentParser], None] = lambda _: None
    """Adds the options that only this job has."""


def add_job(job: Job, jobs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add a job to the parser of `harkara text`."""
    parser = jobs.add_parser(
        job.name,
        help=job.says,
        description=job.says[0].upper() + job.says[1:] + ".",
        epilog=f"example: harkara text {job.name} {job.example}",
    )
    parser.add_argument("line", nargs="*", help="lines of text (default: standard input)")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a line, with the reasons"
    )
    parser.add_argument(
        "--language",
        choices=sorted(PROFILES),
        default="hi",
        help="the language of the text (default: hi)",
    )
    job.options(parser)
    parser.set_defaults(run=run, job=job)


def run(args: argparse.Namespace) -> int:
    """Do the chosen job on every line and return the exit status.

    Raises Refusal if a line of standard input is longer than LONGEST_LINE.
    """
    args.profile = PROFILES[args.language]
    answers = args.job.answers(args)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    for line in _lines(args.line):
        if args.json:
            print(json.dumps(answers.explained(line), ensure_ascii=False))
        else:
            print(" ".join(answers.plainly(line).splitlines()))
    return 0


def _lines(given: list[str]) -> Iterator[str]:
    """Yield the lines to work on, reading standard input no further than the line at hand."""
    if given:
        yield from given
        return
    number = 0
    while raw := sys.stdin.buffer.readline(LONGEST_LINE + 1):
        number += 1
        if len(raw) > LONGEST_LINE:
            message = f"line {number} is longer than {LONGEST_LINE >> 20} MB; break it into lines"
            raise Refusal(message)
        yield raw.decode("utf-8", "replace").rstrip("\r\n")
