"""An editor asks on a phone; readers vote with a script and without, and see the result."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.journeys.conftest import OpenReader, Reader, sign_in
from tests.running import MARKS, Paper

pytestmark = [*MARKS, pytest.mark.browser]
QUESTION = "नौघाट का नया पुल समय पर बनेगा?"


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def wait_for(reader: Reader, path: str, selector: str) -> None:
    """Open a page until it shows what the press is about to print on it."""
    for _ in range(60):
        reader.open(path)
        if reader.page.locator(selector).count():
            return
        reader.page.wait_for_timeout(250)
    raise AssertionError(selector)


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
    wait_for(reader, "/", ".poll__form")
    assert Axe().run(reader.page).response["violations"] == []
    reader.page.get_by_label("नहीं, देर होगी").check()
    reader.page.get_by_role("button", name="मत दें").click()
    expect(reader.page.get_by_role("status").filter(has_text="धन्यवाद")).to_be_visible()
    assert fits(reader.page)
    assert Axe().run(reader.page).response["violations"] == []

    plain = reader_at(paper.url, java_script_enabled=False)
    wait_for(plain, address, ".poll__form")
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
