"""Pages that list stories: a section, a topic, an author, one of their months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from harkara.newsroom.addresses import month_path
from harkara.newsroom.records import Card, CorrectedStory, InfoPage, MonthListing
from harkara.web import clean
from harkara.web.presenters.cards import CardView, card
from harkara.web.presenters.story import CorrectionView, correction
from harkara.web.presenters.times import Moment, day, local, month_words


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month that has stories, and where they are listed."""

    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Year:
    """The months of one year, newest first."""

    name: str
    months: tuple[MonthLink, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The stories of one day on a timeline, newest first."""

    moment: Moment
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class MonthOfDays:
    """One month on a timeline, newest day first."""

    words: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class InfoView:
    """A page about the paper."""

    title: str
    text: Markup
    updated: Moment


@dataclass(frozen=True, slots=True)
class Corrected:
    """A line of the corrections log."""

    correction: CorrectionView
    card: CardView


def month_link(path: str, month: date | None) -> MonthLink | None:
    """Return the link to a month below `path`, or None if there is no such month."""
    return MonthLink(month_words(month), month_path(path, month)) if month else None


def years(path: str, months: Iterable[date]) -> tuple[Year, ...]:
    """Return links to the months below `path`, by year."""
    return tuple(
        Year(str(year), tuple(MonthLink(month_words(one), month_path(path, one)) for one in found))
        for year, found in groupby(months, key=lambda month: month.year)
    )


def timeline(shown: Iterable[Card]) -> tuple[MonthOfDays, ...]:
    """Return cards, newest first, as a timeline of months and days."""
    by_month = groupby(shown, key=lambda one: local(one.published_at).date().replace(day=1))
    return tuple(MonthOfDays(month_words(month), _days(found)) for month, found in by_month)


def month_heading(name: str, of: MonthListing) -> str:
    """Return the headline of one month of a listing."""
    return f"{name}: {month_words(of.month)}"


def corrected(of: Iterable[CorrectedStory]) -> tuple[Corrected, ...]:
    """Return the lines of the corrections log."""
    return tuple(Corrected(correction(one.correction), card(one.card)) for one in of)


def info(of: InfoPage) -> InfoView:
    """Return the matter of a page about the paper."""
    return InfoView(of.title, clean.running(of.html), day(of.updated_at))


def _days(found: Iterable[Card]) -> tuple[Day, ...]:
    by_day = groupby(found, key=lambda one: local(one.published_at).date())
    days = ([*cards] for _, cards in by_day)
    return tuple(Day(day(cards[0].published_at), tuple(map(card, cards))) for cards in days)
