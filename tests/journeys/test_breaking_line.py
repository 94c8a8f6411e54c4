"""A breaking line: two taps at the desk, on readers' pages, closed, over, taken back."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.journeys.conftest import OpenReader, sign_in
from tests.journeys.test_without_network import MOVED, stories_on
from tests.running import MARKS, Paper

pytestmark = [*MARKS, pytest.mark.browser]


def test_a_line_set_in_two_taps_is_seen_everywhere_and_gone_when_it_is_taken_back(
    reader_at: OpenReader, demo: Paper
) -> None:
    reader = reader_at(demo.url)
    reader.open("/")
    first, *_, last = stories_on(reader.page)
    reader.open(last)
    bar = reader.page.locator(".breaking--arrived")
    expect(bar.locator(".breaking__line")).to_have_count(0)
    password = json.loads((demo.home / "demo.json").read_text())["password"]
    desk = sign_in(reader_at(demo.url), password)
    desk.goto(f"{demo.url}/newsroom/breaking/")
    number = first.rstrip("/").rpartition("-")[2]
    desk.goto(f"{demo.url}/newsroom/breaking/?story={number}")
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    line = desk.locator("[name=text]").input_value()

    desk.get_by_role("button", name="15 मिनट").click()
    expect(desk.locator(".breaking__line")).to_have_text(line)

    # A page that lies open learns of it when the reader looks at it again.
    for _ in range(20):
        reader.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        reader.page.wait_for_timeout(300)
        if bar.locator(".breaking__line").count():
            break
    expect(bar.get_by_role("link", name=line)).to_be_visible()
    assert bar.get_attribute("aria-live") == "polite"
    assert reader.page.evaluate(MOVED) == 0
    assert Axe().run(reader.page).response["violations"] == []

    # On a front it stands pressed in, and only there; on the next page it is not read out again.
    pressed = reader.page.locator("aside.breaking:not(.breaking--arrived)")
    reader.wait_for(pressed.get_by_role("link", name=line), "/")
    expect(pressed.get_by_role("link", name=line)).to_be_visible()
    expect(bar.locator(".breaking__line")).to_be_hidden()
    assert reader.page.evaluate(MOVED) == 0
    reader.open(last)
    expect(bar.get_by_role("link", name=line)).to_be_visible()
    assert bar.get_attribute("aria-live") == "off"
    bar.get_by_role("button", name="बंद करें").click()
    reader.page.reload()
    reader.page.wait_for_timeout(500)
    expect(bar.locator(".breaking__line")).to_be_hidden()

    # Sixteen minutes later nobody has told this page anything, and the line hides by itself.
    late = reader_at(demo.url)
    late.page.clock.install()
    late.open("/")
    expect(late.page.locator("aside.breaking").get_by_role("link", name=line)).to_be_visible()
    late.page.route("**/tukda/**", lambda route: route.abort())
    late.page.clock.fast_forward("16:00")
    expect(late.page.locator("aside.breaking .breaking__line")).to_be_hidden()
    assert late.page.evaluate(MOVED) == 0

    plain = reader_at(demo.url, java_script_enabled=False)
    plain.open(last)
    plain.page.get_by_role("link", name="ताजा", exact=True).click()
    plain.wait_for(plain.page.locator("aside.breaking").get_by_role("link", name=line))

    desk.get_by_role("button", name="वापस लें").click()
    expect(desk.locator(".messages")).to_contain_text("ब्रेकिंग पंक्ति हट गई")
    other = reader_at(demo.url)
    other.wait_for(other.page.locator("aside.breaking"), "/", gone=True)
    assert (reader.complaints, reader.refused, reader.abroad) == ([], [], [])
