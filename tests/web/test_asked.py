"""What was asked for, as an address says it."""

from datetime import UTC, datetime

import pytest
from django.http import QueryDict
from tests.web.conftest import Newsroom

from harkara.search.documents import DEEPEST, Order
from harkara.web.asked import LONGEST, Asked, query_of

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def asked(query: str) -> Asked:
    return Asked.of(QueryDict(query).dict())


def test_an_address_that_is_read_and_written_is_the_same() -> None:
    query = "q=%E0%A4%AA%E0%A5%81%E0%A4%B2&section=desh&since=2026-11-01&order=newest&page=3"

    assert asked(query).address(page=3) == f"/khoj/?{query}"


def test_another_search_begins_at_its_first_page() -> None:
    assert asked("q=pul&page=3").address(q="bandh") == "/khoj/?q=bandh"


@pytest.mark.parametrize(
    "query",
    ["", "q=", "q=%00%01+%09", "page=7", "since=kal&until=2026-13-45", "order=oldest", "x=1"],
)
def test_what_makes_no_sense_asks_for_nothing(query: str) -> None:
    assert asked(query).is_empty


@pytest.mark.parametrize(
    ("page", "read"),
    [("2", 2), ("0", 1), ("-1", 1), ("1.5", 1), ("९", 1), ("9" * 400, 1), ("999999", DEEPEST)],
)
def test_a_page_is_a_number_that_can_be(page: str, read: int) -> None:
    assert asked(f"q=pul&page={page}").page == read


def test_a_very_long_query_is_cut() -> None:
    assert len(asked("q=" + "x" * 10_000).q) == LONGEST


def test_a_day_is_the_whole_day_on_the_site_s_clock(newsroom: Newsroom) -> None:
    query = query_of(asked("q=pul&since=2026-11-01&until=2026-11-01"), NOON)

    assert query is not None
    assert query.since == datetime(2026, 10, 31, 18, 30, tzinfo=UTC)
    assert query.until == datetime(2026, 11, 1, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_leave_nothing_out(newsroom: Newsroom, day: str) -> None:
    query = query_of(asked(f"q=pul&since={day}&until={day}"), NOON)

    assert query is not None
    assert None in (query.since, query.until)


def test_without_words_the_newest_come_first(newsroom: Newsroom) -> None:
    [by_words, without] = [query_of(asked(query), NOON) for query in ("q=pul", "section=desh")]

    assert by_words is not None
    assert without is not None
    assert (by_words.order, without.order) == (Order.RELEVANCE, Order.NEWEST)


def test_a_section_that_is_not_there_has_no_stories(newsroom: Newsroom) -> None:
    assert query_of(asked("q=pul&section=atlantis"), NOON) is None
