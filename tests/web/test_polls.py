"""Polls on readers' pages: a form while they are open, and then a result anybody can read."""

import re
from dataclasses import replace

import pytest
from tests.web import samples
from tests.web.conftest import Newsroom, Open, Read, text_of

from harkara.audience.polls.addresses import result_path
from harkara.audience.polls.records import Option
from harkara.press.render import render
from harkara.web.presenters import polls as presenter

OPEN, CLOSED, PLANNED = samples.POLLS.values()


def test_a_form_works_without_a_script_and_shows_no_votes(read_page: Read) -> None:
    page = read_page("/matdan/1/")

    [form] = page.cssselect("form.poll__form")
    assert (form.get("action"), form.get("method")) == ("/matdan/1/", "post")
    assert [one.get("value") for one in form.cssselect("input[name=choice]")] == ["1", "2", "3"]
    assert "1,234" not in text_of(page)


def test_a_closed_poll_tells_counts_shares_and_what_was_set_aside(read_page: Read) -> None:
    words = text_of(read_page("/matdan/2/").cssselect(".poll")[0])

    assert "हां 61.7% 1,234 मत" in words
    assert "पता नहीं 0% 0 मत" in words
    assert "गिने गए: 2,000 मत" in words
    assert "250 मत अलग रखे गए (कुल के 11.1%)" in words


def test_bars_say_nothing_that_words_do_not(read_page: Read) -> None:
    for bar in read_page("/matdan/2/").cssselect(".poll__bar"):
        assert bar.get("aria-hidden") == "true"
        assert not text_of(bar)


def test_a_poll_that_has_not_begun_says_when_it_does(read_page: Read) -> None:
    page = read_page("/matdan/3/")

    assert "मतदान शुरू होगा" in text_of(page)
    assert not page.cssselect("form.poll__form")


def test_who_has_voted_sees_how_it_stands_and_nobody_guesses_where(read_page: Read) -> None:
    page = read_page(result_path(1))

    assert "61.7%" in text_of(page)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page.cssselect("form.poll__form")


@pytest.mark.parametrize(
    "path", ["/matdan/9/", "/matdan/1/natija/" + "0" * 32 + "/", "/matdan/suchi/7/"]
)
def test_there_is_no_page_where_nothing_stands(open_page: Open, path: str) -> None:
    assert open_page(path).status == 404


def test_the_address_of_one_result_is_not_that_of_another(open_page: Open) -> None:
    assert open_page(result_path(1).replace("/matdan/1/", "/matdan/2/")).status == 404


def test_polls_stand_on_the_front_a_section_and_a_story(read_page: Read) -> None:
    assert [one.get("id") for one in read_page("/").cssselect(".poll")] == ["matdan-1"]
    assert [one.get("id") for one in read_page("/desh/").cssselect(".poll")] == ["matdan-2"]
    found = read_page(samples.BARE.path).cssselect(".poll")
    assert [one.get("id") for one in found] == ["matdan-1", "matdan-2"]


def test_nothing_the_desk_types_is_executed(
    newsroom: Newsroom, read_page: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    nasty = '"><script>alert(1)</script>{{ 7*7 }}'
    options = (Option(1, nasty), Option(2, "नहीं"))
    asked = replace(OPEN, question=nasty, options=options)
    monkeypatch.setitem(newsroom.asked, "front", (asked,))
    monkeypatch.setitem(samples.POLLS, 1, asked)

    for path in ("/", "/matdan/1/", "/matdan/"):
        page = read_page(path)
        assert not [one for one in page.xpath("//script[not(@src)]") if one.get("type") is None]
        assert "49" not in text_of(page)


def test_every_share_is_of_the_votes_that_count() -> None:
    shown = presenter.poll(replace(CLOSED, options=(Option(1, "क", 1), Option(2, "ख", 2))))

    assert [one.share for one in shown.options] == ["33.3%", "66.7%"]


def test_a_poll_without_a_vote_has_shares_too(newsroom: Newsroom) -> None:
    shown = presenter.poll(replace(CLOSED, aside=0, options=(Option(1, "क"), Option(2, "ख"))))

    assert [one.width for one in shown.options] == ["0", "0"]
    assert not re.search("[A-Za-z]", shown.aside)


def test_the_same_bytes_for_every_reader(newsroom: Newsroom) -> None:
    assert render("/matdan/1/").body == render("/matdan/1/").body
