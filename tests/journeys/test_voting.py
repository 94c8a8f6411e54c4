"""An editor asks on a phone; readers vote with a script and without, and see how it ends."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.journeys.conftest import OpenReader, Reader, sign_in
from tests.journeys.desk import at_the_desk
from tests.running import MARKS, Paper

pytestmark = [*MARKS, pytest.mark.browser]
QUESTION = "नौघाट का नया पुल समय पर बनेगा?"

# The first poll is closed by the desk, the second one by its date, a moment from now.
TWO_POLLS = """
from datetime import timedelta
from django.utils import timezone
from harkara.audience.polls.actions import NewPoll, make
now = timezone.now()
for closes in (timedelta(days=1), timedelta(seconds=1)):
    make(NewPoll(question="मेला कब लगे?", answers=["माघ में", "फागुन में"], opens_at=now, by="editor",
                 closes_at=now + closes, at=now))
"""
WITHOUT_SCRIPT: dict[str, Any] = {"java_script_enabled": False}


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_poll_is_made_and_voted_in(reader_at: OpenReader, founded: tuple[Paper, str]) -> None:
    paper, password = founded
    desk = sign_in(reader_at(paper.url), password)
    desk.goto(f"{paper.url}/newsroom/polls/new/")
    desk.locator("[name=question]").fill(QUESTION)
    desk.locator("[name=answers]").fill("हां, समय पर\nनहीं, देर होगी\nकह नहीं सकते")
    desk.locator("[name=closes_at]").fill("2027-06-01T18:00")
    assert fits(desk)
    desk.get_by_role("button", name="सहेजें").click()
    expect(desk.get_by_role("heading", name="नेटवर्क")).to_be_visible()
    assert fits(desk)
    address = desk.get_by_role("link", name="मतदान का पन्ना").get_attribute("href") or ""

    reader = reader_at(paper.url)
    reader.wait_for(reader.page.locator(".poll__form"), "/")
    assert Axe().run(reader.page).response["violations"] == []
    reader.page.get_by_label("नहीं, देर होगी").check()
    reader.page.get_by_role("button", name="मत दें").click()
    expect(reader.page.get_by_role("status").filter(has_text="धन्यवाद")).to_be_visible()
    assert fits(reader.page)
    assert Axe().run(reader.page).response["violations"] == []

    plain = reader_at(paper.url, java_script_enabled=False)
    plain.wait_for(plain.page.locator(".poll__form"), address)
    plain.page.get_by_label("हां, समय पर").check()
    plain.page.get_by_role("button", name="मत दें").click()
    expect(plain.page.get_by_text("आपका उत्तर:")).to_be_visible()
    assert fits(plain.page)
    # Nobody presses sooner who has read what is asked.
    plain.page.wait_for_timeout(2100)
    plain.page.get_by_role("button", name="हां, यही मेरा मत है").click()
    expect(plain.page.get_by_role("status").filter(has_text="धन्यवाद")).to_be_visible()

    reader.open(address)
    reader.page.get_by_label("कह नहीं सकते").check()
    reader.page.get_by_role("button", name="मत दें").click()
    expect(reader.page.get_by_text("इस ब्राउजर से मत दिया जा चुका है")).to_be_visible()


def says_that_it_is_over(reader: Reader, counts: list[str]) -> None:
    """Look at a closed poll: counts, shares and bars, when it ended, and no way to vote."""
    page = reader.page
    expect(page.get_by_text("मतदान समाप्त हुआ:")).to_be_visible()
    assert page.locator(".poll__count").all_inner_texts() == counts
    assert page.locator(".poll__share").count() == len(counts)
    for bar in page.locator(".poll__bar").all():
        expect(bar).to_be_visible()
    for way in ("form.poll__form", "hk-poll", "[name=choice]", "script[src*=poll]"):
        assert page.locator(way).count() == 0
    assert page.get_by_role("button", name="मत दें").count() == 0
    assert fits(page)


def test_a_poll_that_is_over_stays_readable_and_takes_no_vote(
    reader_at: OpenReader, founded: tuple[Paper, str]
) -> None:
    paper, password = founded
    at_the_desk(paper, TWO_POLLS)
    desk = sign_in(reader_at(paper.url), password)
    desk.goto(f"{paper.url}/newsroom/polls/")
    links = desk.get_by_role("link", name="मेला कब लगे?").all()
    kept = [one.get_attribute("href") or "" for one in links]
    by_date, by_desk = (path.replace("newsroom/polls", "matdan") for path in kept)
    reader = reader_at(paper.url)
    reader.wait_for(reader.page.locator(".poll__form"), by_desk)
    reader.page.get_by_label("फागुन में").check()
    reader.page.get_by_role("button", name="मत दें").click()
    expect(reader.page.get_by_role("status").filter(has_text="धन्यवाद")).to_be_visible()
    late, plain = reader_at(paper.url), reader_at(paper.url, **WITHOUT_SCRIPT)
    for one in (late, plain):
        one.open(by_desk)
        one.page.get_by_label("माघ में").check()

    desk.goto(paper.url + kept[1])
    watched = desk.context.new_page()
    watched.goto(paper.url + kept[1])
    desk.get_by_role("button", name="अभी बंद करें").click()
    expect(desk.get_by_text("समय से पहले बंद किया गया")).to_be_visible()
    expect(desk.get_by_role("button", name="अभी बंद करें")).to_have_count(0)
    # A page that was open before looks every five seconds.
    expect(watched.get_by_role("button", name="अभी बंद करें")).to_have_count(0, timeout=20_000)
    expect(watched.get_by_text("बंद", exact=True)).to_be_visible(timeout=20_000)

    reader.wait_for(reader.page.locator(".poll__votes"), by_desk)
    says_that_it_is_over(reader, ["0 मत", "1 मत"])
    assert Axe().run(reader.page).response["violations"] == []
    # Whoever still had the form open is led to how it ended.
    for one in (late, plain):
        one.page.get_by_role("button", name="मत दें").click()
        one.page.wait_for_url(f"**{by_desk}")
        says_that_it_is_over(one, ["0 मत", "1 मत"])
    for one in (reader, plain):
        one.wait_for(one.page.locator(".poll__votes"), by_date)
        says_that_it_is_over(one, ["0 मत", "0 मत"])
    assert reader.complaints == late.complaints == plain.complaints == []
