"""The story that a suggestion is asked for: one of the desk's, or a text that is no story yet."""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site

STANDARD_INPUT = "-"
MOST_BYTES = 5 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The words of the story, and its number if the desk has it."""

    headline: str
    standfirst: str
    body: str
    number: int | None = None


def add_story(parser: argparse.ArgumentParser) -> None:
    """Add what every subject is asked with: STORY and --json."""
    parser.add_argument(
        "story",
        metavar="STORY",
        help="the number of a story, live or not; or a text file whose first line is the headline, "
        f"{STANDARD_INPUT} for standard input",
    )
    parser.add_argument("--json", action="store_true", help="print JSON on standard output")


def asked(args: argparse.Namespace) -> Asked:
    """Return the story asked for. Raises Refusal if there is none, or no site."""
    need_site(args.home)
    return _of_desk(int(args.story)) if args.story.isdecimal() else _of_text(_read(args.story))


def show(value: Any) -> None:  # noqa: ANN401 (whatever JSON can say)
    """Print a value as JSON, and nothing else."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _of_desk(number: int) -> Asked:
    from harkara.newsroom import queries

    found = queries.desk_wording(number)
    if found is None:
        message = f"there is no story {number}; a story's address ends in its number"
        raise Refusal(message)
    return Asked(
        headline=found.headline, standfirst=found.standfirst, body=found.body, number=number
    )


def _of_text(text: str) -> Asked:
    headline, _, body = text.strip().partition("\n")
    return Asked(headline=headline.strip(), standfirst="", body=body.strip())


def _read(name: str) -> str:
    try:
        if name == STANDARD_INPUT:
            raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"{name}: {error.strerror}; give a story's number, or a text file"
        raise Refusal(message) from error
    if len(raw) > MOST_BYTES:
        message = f"{name} is larger than {MOST_BYTES >> 20} MB: a story is smaller"
        raise Refusal(message)
    return raw.decode("utf-8", "replace")
