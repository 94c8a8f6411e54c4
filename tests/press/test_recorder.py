"""Recording what a page reads."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from harkara.press.recorder import read, recording


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
