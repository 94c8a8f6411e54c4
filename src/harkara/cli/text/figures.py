"""The jobs that read dates and numbers."""

import argparse

from harkara.cli.text.job import Answers, Explanation, Job
from harkara.text.date_reading import FoundDate, find_dates
from harkara.text.number_reading import Amount, find_numbers
from harkara.text.numbers import CannotCount, grouped, in_words

BETWEEN = " "


def _dates(args: argparse.Namespace) -> Answers:
    def found(line: str) -> list[FoundDate]:
        return find_dates(line, profile=args.profile)

    def plainly(line: str) -> str:
        return BETWEEN.join(one.value.isoformat() for one in found(line))

    def explained(line: str) -> Explanation:
        dates = [
            {"date": one.value.isoformat(), "said": line[one.start : one.end], "at": one.start}
            for one in found(line)
        ]
        return {"source": line, "text": plainly(line), "dates": dates}

    return Answers(plainly=plainly, explained=explained)


def _numbers(args: argparse.Namespace) -> Answers:
    def shown(one: Amount) -> str:
        if args.words and isinstance(one.value, int):
            try:
                return in_words(one.value, profile=args.profile)
            except CannotCount:
                return grouped(one.value)
        return f"{one.value:f}" if not isinstance(one.value, int) else str(one.value)

    def plainly(line: str) -> str:
        separator = ", " if args.words else BETWEEN
        return separator.join(shown(one) for one in find_numbers(line, profile=args.profile))

    def explained(line: str) -> Explanation:
        numbers = [
            {
                "number": shown(one),
                "unit": one.unit,
                "said": line[one.start : one.end],
                "at": one.start,
            }
            for one in find_numbers(line, profile=args.profile)
        ]
        return {"source": line, "text": plainly(line), "numbers": numbers}

    return Answers(plainly=plainly, explained=explained)


def _words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--words", action="store_true", help="spell whole numbers out")


JOBS = (
    Job(
        name="dates",
        says="find the dates of a line and give them as ISO 8601",
        example='"सोमवार, 23 नवंबर 2026, शाम 5:05 बजे"',
        answers=_dates,
    ),
    Job(
        name="numbers",
        says="find the numbers of a line and give them in digits, or spelled out",
        example='"बैंक ने 2.5 लाख लोगों को ढाई करोड़ दिए"',
        answers=_numbers,
        options=_words,
    ),
)
