"""What answers share with those before them, as long as it is true."""

from contextlib import suppress

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from harkara.press.actions import mark_stale
from harkara.press.lasting import Lasting
from harkara.press.recorder import once, read, recording

pytestmark = pytest.mark.usefixtures("database")


class Menu:
    """A menu whose answers share it."""

    def __init__(self) -> None:
        self.words = "देश खेल"
        self.made = 0
        self._lasting = Lasting("menu")

    def answer(self) -> str:
        with self._lasting.together():
            return once("menu", self._make)

    def _make(self) -> str:
        self.made += 1
        read("menu", "site")
        return self.words

    def change(self, words: str) -> None:
        with transaction.atomic():
            self.words = words
            mark_stale(["menu"])


@pytest.fixture
def menu() -> Menu:
    return Menu()


def test_it_is_made_once_for_many_answers(menu: Menu) -> None:
    assert [menu.answer() for _ in range(3)] == ["देश खेल"] * 3
    assert menu.made == 1


def test_it_is_made_anew_when_a_key_that_was_read_for_it_is_marked(menu: Menu) -> None:
    menu.answer()

    menu.change("देश खेल विज्ञान")

    assert menu.answer() == "देश खेल विज्ञान"
    assert menu.made == 2


def test_it_stands_when_something_else_changes(menu: Menu) -> None:
    menu.answer()

    with transaction.atomic():
        mark_stale(["article:7"])

    menu.answer()
    assert menu.made == 1


def test_an_answer_has_read_the_keys_of_what_it_shares(menu: Menu) -> None:
    menu.answer()

    with recording() as keys:
        menu.answer()

    assert keys == {"menu", "site"}


def test_one_query_says_that_all_still_stands(menu: Menu) -> None:
    menu.change("देश")
    menu.answer()

    with CaptureQueriesContext(connection) as asked:
        menu.answer()

    assert len(asked) == 1


def test_nothing_is_kept_of_what_a_transaction_has_read(menu: Menu) -> None:
    menu.answer()

    with suppress(ZeroDivisionError), transaction.atomic():
        mark_stale(["menu"])
        menu.words = "न रहेगा"
        assert menu.answer() == "न रहेगा"
        raise ZeroDivisionError
    menu.words = "देश खेल"
    menu.change("देश खेल विज्ञान")

    assert menu.answer() == "देश खेल विज्ञान"


def test_what_was_made_while_it_changed_is_looked_at_again(menu: Menu) -> None:
    lasting, made = Lasting("menu"), []

    def make_slowly() -> str:
        read("menu")
        made.append(menu.words)
        if len(made) == 1:
            menu.change("देश")
        return made[-1]

    for _ in range(2):
        with lasting.together():
            once("menu", make_slowly)

    assert made == ["देश खेल", "देश"]


def test_what_was_made_before_the_database_was_put_back_is_made_anew(menu: Menu) -> None:
    menu.change("देश")
    menu.answer()

    with connection.cursor() as cursor:
        cursor.execute("UPDATE press_clock SET now = 1")

    menu.answer()
    assert menu.made == 2


def test_what_an_answer_makes_under_another_name_lasts_no_longer_than_it() -> None:
    lasting, made = Lasting("menu"), []

    for _ in range(2):
        with lasting.together():
            once("front", lambda: made.append("front"))

    assert made == ["front"] * 2
