"""Recording what a page reads."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from harkara.press.recorder import once, read, recording, shelf, together


def test_what_is_read_inside_a_recording_is_kept() -> None:
    with recording() as keys:
        read("article:1", "menu")
        read("menu")

    assert keys == {"article:1", "menu"}


def test_reading_outside_a_recording_does_nothing() -> None:
    with recording() as keys:
        pass
    read("article:1")

    assert keys == set()


def test_a_recording_inside_another_keeps_its_keys_to_itself() -> None:
    with recording() as outer:
        with recording() as inner:
            read("inner")
        read("outer")

    assert (outer, inner) == ({"outer"}, {"inner"})


def test_a_recording_ends_when_the_page_raises() -> None:
    with pytest.raises(ZeroDivisionError), recording() as keys:
        raise ZeroDivisionError
    read("after")

    assert keys == set()


def test_two_pages_made_at_once_do_not_mix_their_keys() -> None:
    def page(number: int) -> set[str]:
        with recording() as keys:
            for _ in range(200):
                read(f"article:{number}")
        return keys

    with ThreadPoolExecutor(4) as pool:
        recorded = list(pool.map(page, range(20)))

    assert recorded == [{f"article:{number}"} for number in range(20)]


def test_pages_made_together_share_what_is_made_once_and_each_reads_its_keys() -> None:
    made: list[int] = []

    def make() -> str:
        read("menu")
        made.append(1)
        return "देश"

    with together():
        with recording() as first:
            assert once("sections", make) == "देश"
        with recording() as second:
            assert once("sections", make) == "देश"

    assert made == [1]
    assert first == second == {"menu"}


def test_what_was_made_once_is_forgotten_with_the_pages_it_was_made_for() -> None:
    made: list[int] = []
    for _ in range(2):
        with together():
            once("sections", lambda: made.append(1))

    assert made == [1, 1]
    assert shelf() is None


def test_a_page_that_could_not_be_made_has_read_what_was_read_for_it() -> None:
    def fail() -> None:
        read("menu")
        raise ZeroDivisionError

    with together(), recording() as keys, pytest.raises(ZeroDivisionError):
        once("sections", fail)

    assert keys == {"menu"}
