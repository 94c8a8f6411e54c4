"""A reader comments, the desk accepts, the page shows it, and its writer takes it back."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.journeys.conftest import OpenReader, sign_in
from tests.running import MARKS, Paper

pytestmark = [*MARKS, pytest.mark.browser]
WORDS = "घाट की मरम्मत भी जल्दी हो तो अच्छा।"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_comment_goes_by_the_desk_to_the_page_and_back(
    reader_at: OpenReader, demo: Paper, script: bool
) -> None:
    reader = reader_at(demo.url, java_script_enabled=script)
    reader.open("/")
    reader.page.locator("a.card__link").first.click()
    story = reader.path
    words = f"{WORDS} {script}"
    reader.page.locator("#say-name").fill("सीमा वर्मा")
    reader.page.locator("#say-text").fill(words)
    reader.page.get_by_role("button", name="भेजें").click()
    expect(reader.page.get_by_role("status")).to_contain_text("डेस्क की जांच की प्रतीक्षा में")
    own = reader.path

    password = json.loads((demo.home / "demo.json").read_text())["password"]
    desk = sign_in(reader_at(demo.url), password)
    desk.goto(f"{demo.url}/newsroom/comments/")
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    row = desk.locator(".moderate__one", has_text=words)
    row.get_by_role("button", name="स्वीकार करें").click()
    expect(desk.get_by_role("button", name="पहले जैसा करें")).to_be_visible()

    # Somebody else, whose browser has not kept the page as it was.
    other = reader_at(demo.url, java_script_enabled=script)
    said = other.page.locator(".comment__text", has_text=words)
    other.wait_for(said, story)
    expect(said).to_be_visible()
    if script:
        assert Axe().run(other.page).response["violations"] == []

    reader.open(own)
    reader.page.get_by_role("button", name="मेरी टिप्पणी हटाएं").click()
    expect(reader.page.get_by_role("status")).to_contain_text("हटा दी गई है")
    assert (reader.complaints, reader.refused, reader.abroad) == ([], [], [])
