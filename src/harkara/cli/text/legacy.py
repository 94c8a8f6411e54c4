"""The jobs that read and write text of old fonts."""

import argparse
from collections.abc import Callable

from harkara.cli.text.job import Answers, Explanation, Job
from harkara.text.legacy import FONTS, Font, Run, decode, decode_runs, detect, encode, named
from harkara.text.legacy.fonts import ALIASES

_NAMES = (*FONTS, *ALIASES)


def _with_runs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--font",
        choices=("auto", *_NAMES),
        default="auto",
        help="the font of the whole line; auto finds the runs and decodes only them "
        "(default: auto)",
    )


def _whole(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--font", choices=_NAMES, default="kruti-dev", help="the font (default: kruti-dev)"
    )


def _whole_line(plainly: Callable[[str], str], font: Font) -> Answers:
    """Answer with what is done to a whole line, and in the reasons with the line as one run."""

    def explained(line: str) -> Explanation:
        text = plainly(line)
        run = {"font": font.name, "before": line, "after": text, "at": 0}
        return {"source": line, "text": text, "runs": [run]}

    return Answers(plainly=plainly, explained=explained)


def _decode(args: argparse.Namespace) -> Answers:
    if args.font != "auto":
        font = named(args.font)
        return _whole_line(lambda line: decode(line, font, profile=args.profile), font)

    def explained(line: str) -> Explanation:
        decoded = decode_runs(line, profile=args.profile)
        runs = [
            {"font": run.name, "before": run.before, "after": run.after, "at": run.at}
            for run in decoded.repairs
        ]
        return {"source": line, "text": decoded.text, "runs": runs}

    return Answers(
        plainly=lambda line: decode_runs(line, profile=args.profile).text, explained=explained
    )


def _encode(args: argparse.Namespace) -> Answers:
    font = named(args.font)
    return _whole_line(lambda line: encode(line, font), font)


def _detect(args: argparse.Namespace) -> Answers:
    def found(line: str) -> tuple[Run, ...]:
        return detect(line, profile=args.profile)

    def explained(line: str) -> Explanation:
        runs = [
            {
                "font": run.font.name,
                "start": run.start,
                "end": run.end,
                "confidence": run.confidence,
                "source": line[run.start : run.end],
            }
            for run in found(line)
        ]
        return {"source": line, "text": plainly(line), "runs": runs}

    def plainly(line: str) -> str:
        return " ".join(f"{run.start}-{run.end}:{run.font.name}" for run in found(line))

    return Answers(plainly=plainly, explained=explained)


JOBS = (
    Job(
        name="decode",
        says="read text typed in an old font, such as Kruti Dev, as Unicode",
        example='"fnYyh esa ckfj\'k gqbZA"',
        answers=_decode,
        options=_with_runs,
    ),
    Job(
        name="encode",
        says="write Unicode text as it is typed in an old font",
        example='"दिल्ली में बारिश हुई।"',
        answers=_encode,
        options=_whole,
    ),
    Job(
        name="detect",
        says="find what is typed in an old font: places of each run, and its font",
        example='"BJP us dgk fd ljdkj foQy gS"',
        answers=_detect,
    ),
)
