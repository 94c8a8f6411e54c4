"""How often one place may ask."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import RequestFactory
from tests.counting import nothing_counted  # noqa: F401 (a fixture)

from harkara.web.limits import PERIOD, Limit

THREE = Limit("three", 3)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(1_800_000_010, tick=False) as traveller:
        yield traveller


def ask(address: str = "192.0.2.1", limit: Limit = THREE) -> int:
    return limit.wait(RequestFactory().get("/", REMOTE_ADDR=address))


def test_who_asks_too_often_is_told_how_long_to_wait() -> None:
    assert [ask() for _ in range(4)] == [0, 0, 0, 50]


def test_after_a_minute_one_may_ask_again(clock: time_machine.Traveller) -> None:
    for _ in range(4):
        ask()

    clock.shift(PERIOD)

    assert ask() == 0


def test_one_place_does_not_use_up_what_another_may_ask() -> None:
    for _ in range(4):
        ask()

    assert ask("192.0.2.2") == 0


def test_two_kinds_of_request_are_counted_apart() -> None:
    for _ in range(4):
        ask()

    assert ask(limit=Limit("other", 3)) == 0


def test_a_customer_with_many_addresses_is_one_place() -> None:
    for last in range(3):
        ask(f"2001:db8:1:2::{last}")

    assert ask("2001:db8:1:2:ffff::1") > 0
    assert ask("2001:db8:1:3::1") == 0
