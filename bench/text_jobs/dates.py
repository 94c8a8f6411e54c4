"""Whether dates are read as they were meant, beside dateparser.

`printed`: days and moments of a century, printed in the forms below. `pages`: the share of whole
pages (`html-pages-hi`) whose day of publication is the first day that a line of data names.
`silent`: the share of lines of news without a digit in which no date is found.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from random import Random

from bench.measuring.clock import seconds
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from harkara.text.date_reading import find_dates, parse_date
from harkara.text.dates import date, datetime_words, weekday
from harkara.text.languages.calendar import INDIA
from harkara.text.numbers import devanagari_digits

Reader = Callable[[str], dt.date | dt.datetime | None]

DAYS = 200
LONGEST_STAMP = 160
PAGES = "html-pages-hi"
HALF_NASAL = str.maketrans({"ं": "म्"})


def _with_time(form: str) -> Callable[[dt.datetime], str]:
    return lambda moment: moment.strftime(form)


FORMS: dict[str, Callable[[dt.datetime], str]] = {
    "hindi": lambda at: date(at),
    "hindi-digits": lambda at: devanagari_digits(date(at)),
    "hindi-comma": lambda at: date(at).replace(f" {at.year}", f", {at.year}"),
    "hindi-half-nasal": lambda at: date(at).translate(HALF_NASAL),
    "hindi-weekday": lambda at: f"{weekday(at)}, {date(at)}",
    "hyphens": _with_time("%d-%m-%Y"),
    "slashes": _with_time("%d/%m/%Y"),
    "dots-short": _with_time("%d.%m.%y"),
    "iso": _with_time("%Y-%m-%d"),
    "english": _with_time("%B %d, %Y"),
}
MOMENT_FORMS: dict[str, Callable[[dt.datetime], str]] = {
    "hindi-time": lambda at: datetime_words(at),
    "hindi-updated": lambda at: f"अपडेटेड {date(at)} {at:%H:%M} IST",
    "english-updated": _with_time("Updated %a, %d %b %Y %I:%M %p IST"),
    "english-published": _with_time("%b %d, %Y %I:%M %p IST"),
    "mail": _with_time("%a, %d %b %Y %H:%M:%S +0530"),
    "machines": lambda at: at.isoformat(),
}


def measure(data: Data) -> Iterator[Figure]:
    """Give the shares read right, and the speed."""
    moments = list(some_moments())
    for name, read, find in readers():
        at = f"@{name}" if name else ""
        for form, write in FORMS.items():
            right = sum(_day(read(write(one))) == one.date() for one in moments)
            yield Figure(f"dates/printed/{form}{at}", right / len(moments), "", 1.0)
        for form, write in MOMENT_FORMS.items():
            right = sum(_same(read(write(one)), one) for one in moments)
            yield Figure(f"dates/printed/{form}{at}", right / len(moments), "", 1.0)
        lines = [date(one) for one in moments]
        spent = seconds(partial(_read_all, read, lines))
        yield Figure(f"dates/printed/a-second{at}", len(lines) / spent, "dates/s")
        if data.has(PAGES):
            yield Figure(f"dates/pages/published{at}", share_of_pages(data, find), "", 1.0)
    quiet = list(islice(lines_without_digits(data), 5_000))
    if quiet:
        silent = sum(not find_dates(line) for line in quiet)
        yield Figure("dates/news/silent", silent / len(quiet), "", 1.0)


def _read_all(read: Reader, lines: list[str]) -> None:
    for line in lines:
        read(line)


def readers() -> Iterator[tuple[str, Reader, Reader]]:
    """Give a name, what reads a text that is a date, and what finds one in a line of data."""
    yield "", parse_date, parse_date
    dateparser, search = rival("dateparser"), rival("dateparser.search")
    if dateparser and search:
        settings = {
            "DATE_ORDER": "DMY",
            "TIMEZONE": "Asia/Kolkata",
            "RETURN_AS_TIMEZONE_AWARE": True,
        }
        options = {"languages": ["hi", "en"], "settings": settings}

        def find(line: str) -> dt.datetime | None:
            found = search.search_dates(line, **options)
            return found[0][1] if found else None

        yield "dateparser", lambda text: dateparser.parse(text, **options), find


def some_moments() -> Iterator[dt.datetime]:
    """Give moments of this century, always the same."""
    chance = Random(23)
    first = dt.datetime(2000, 1, 1, tzinfo=INDIA)
    for _ in range(DAYS):
        yield first + dt.timedelta(minutes=chance.randrange(60 * 24 * 365 * 40))


def share_of_pages(data: Data, read: Reader) -> float:
    """Return the share of pages whose day of publication the first dated line names."""
    rows = list(data.rows(PAGES))
    right = 0
    for row in rows:
        lines = (re.sub(r"<[^>]*>", " ", line) for line in stamps_of(row["html"]))
        days = (_day(found) for line in lines if (found := read(line)) is not None)
        right += next(days, None) == dt.date.fromisoformat(str(row["published"])[:10])
    return right / len(rows)


def stamps_of(page: str) -> Iterator[str]:
    """Give the short lines of a page that have a digit, as a reader sees them."""
    seen = re.sub(r"(?is)<(script|style|head)\b.*?</\1>", " ", page)
    for piece in re.split(r"(?i)</?(?:p|div|li|h\d|section|article|time|br|td)\b[^>]*>", seen):
        line = " ".join(re.sub(r"<[^>]*>", " ", piece).split())
        if line and len(line) <= LONGEST_STAMP and re.search(r"[0-9०-९]", line):
            yield line


def lines_without_digits(data: Data) -> Iterator[str]:
    """Give lines of the folder's Hindi news that have no digit."""
    for name in data.names("news-"):
        if name.endswith("-hi") and data.has(name):
            for row in data.rows(name):
                lines = str(row.get("text") or "").split("\n")
                yield from (line for line in lines if line and not re.search(r"\d", line))


def _day(read: dt.date | dt.datetime | None) -> dt.date | None:
    return read.date() if isinstance(read, dt.datetime) else read


def _same(read: dt.date | dt.datetime | None, moment: dt.datetime) -> bool:
    if not isinstance(read, dt.datetime):
        return False
    return (read if read.tzinfo else read.replace(tzinfo=INDIA)) == moment
