"""`harkara text`: the text room's functions for pipes, one line in and one line out."""

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from harkara.text.fold import fold
from harkara.text.languages import PROFILES, Profile
from harkara.text.normalise import explain, normalise
from harkara.text.romanise import readings, romanise
from harkara.text.slug import slug
from harkara.text.stem import stem
from harkara.text.tokens import words

Explanation = dict[str, Any]


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the `text` command and its jobs to the parser of the whole command."""
    text = subparsers.add_parser(
        "text",
        help="repair, match and spell Hindi text",
        description="Repair, match and spell Hindi text, one line in and one line out.",
    )
    jobs = text.add_subparsers(title="jobs", metavar="JOB", required=True)
    for name, (help_line, example, _, _) in JOBS.items():
        job = jobs.add_parser(
            name,
            help=help_line,
            description=help_line[0].upper() + help_line[1:] + ".",
            epilog=f'example: harkara text {name} "{example}"',
        )
        job.add_argument("line", nargs="*", help="lines of text (default: standard input)")
        job.add_argument(
            "--json", action="store_true", help="print one JSON object a line, with the reasons"
        )
        job.add_argument(
            "--language",
            choices=sorted(PROFILES),
            default="hi",
            help="the language of the text (default: hi)",
        )
        job.set_defaults(run=run, job=name)


def run(args: argparse.Namespace) -> int:
    """Do the chosen job on every line and return the exit status."""
    _, _, plainly, explained = JOBS[args.job]
    profile = PROFILES[args.language]
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    for line in _lines(args.line):
        if args.json:
            print(json.dumps(explained(line, profile), ensure_ascii=False))
        else:
            print(" ".join(plainly(line, profile).splitlines()))
    return 0


def _lines(given: list[str]) -> Iterator[str]:
    """Yield the lines to work on, reading standard input no further than the line at hand."""
    if given:
        yield from given
        return
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", "replace").rstrip("\r\n")


def _stems(line: str, profile: Profile) -> str:
    return " ".join(stem(word, profile=profile) for word in words(line, profile=profile))


def _why_normalised(line: str, profile: Profile) -> Explanation:
    repaired = explain(line, profile=profile)
    return {
        "source": line,
        "text": repaired.text,
        "repairs": [asdict(repair) for repair in repaired.repairs],
    }


def _why_folded(line: str, profile: Profile) -> Explanation:
    found = [
        {"word": word, "key": fold(word, profile=profile)} for word in words(line, profile=profile)
    ]
    return {"source": line, "text": fold(line, profile=profile), "words": found}


def _why_stemmed(line: str, profile: Profile) -> Explanation:
    found = [
        {"word": word, "stem": stem(word, profile=profile)} for word in words(line, profile=profile)
    ]
    return {"source": line, "text": _stems(line, profile), "words": found}


def _why_romanised(line: str, profile: Profile) -> Explanation:
    found = [asdict(reading) for reading in readings(line, profile=profile)]
    return {"source": line, "text": romanise(line, profile=profile), "words": found}


def _why_slug(line: str, profile: Profile) -> Explanation:
    return _why_romanised(line, profile) | {"text": slug(line, profile=profile)}


# Each job: its line of help, an example, the plain answer, and the answer with its reasons.
JOBS: dict[
    str, tuple[str, str, Callable[[str, Profile], str], Callable[[str, Profile], Explanation]]
] = {
    "normalise": (
        "repair text without losing anything a reader sees",
        "लाॅग इन करें ।",
        lambda line, profile: normalise(line, profile=profile),
        _why_normalised,
    ),
    "fold": (
        "give the key under which spellings of the same word meet",
        "हिन्दी",
        lambda line, profile: fold(line, profile=profile),
        _why_folded,
    ),
    "stem": (
        "give the stem of every word",
        "मंत्रियों की बैठकें",
        _stems,
        _why_stemmed,
    ),
    "romanise": (
        "write Hindi in Roman letters, as readers type it",
        "राजनाथ सिंह",
        lambda line, profile: romanise(line, profile=profile),
        _why_romanised,
    ),
    "slug": (
        "make the address of a headline",
        "एस-400 की डिलीवरी पर हुई बात",
        lambda line, profile: slug(line, profile=profile),
        _why_slug,
    ),
}
