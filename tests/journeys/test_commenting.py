"""A reader comments, the desk accepts, the page shows it, and its writer takes it back."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
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
    other.open(story)
    for _ in range(50):
        if said.count():
            break
        other.page.wait_for_timeout(200)
        other.page.reload()
    expect(said).to_be_visible()
    if script:
        assert Axe().run(other.page).response["violations"] == []

    reader.open(own)
    reader.page.get_by_role("button", name="मेरी टिप्पणी हटाएं").click()
    expect(reader.page.get_by_role("status")).to_contain_text("हटा दी गई है")
    assert (reader.complaints, reader.refused, reader.abroad) == ([], [], [])


def test_the_queue_is_worked_through_with_keys_alone(reader_at: OpenReader, demo: Paper) -> None:
    reader = reader_at(demo.url)
    reader.open("/")
    reader.page.locator("a.card__link").nth(1).click()
    said = [f"{WORDS} कुंजी से {word}" for word in ("पहला", "दूसरा", "तीसरा")]
    form = reader.page.locator("form.say")
    for words in said:
        sent = reader.page.request.post(
            demo.url + (form.get_attribute("action") or ""),
            form={"name": "सीमा", "text": words, "stamp": stamp_in(form)},
            headers={"Origin": demo.url, "Sec-Fetch-Site": "same-origin"},
        )
        assert sent.ok

    password = json.loads((demo.home / "demo.json").read_text())["password"]
    desk = sign_in(reader_at(demo.url), password)
    queue = f"{demo.url}/newsroom/comments/"
    desk.goto(queue)
    rows = desk.locator(".moderate__one")
    first, second, third = (rows.filter(has_text=words) for words in said)
    lined_up(desk)

    focus(desk, second)
    expect(second).to_be_focused()
    desk.keyboard.press("x")
    expect(second.get_by_role("checkbox")).to_be_checked()
    decide(desk, "r")
    expect(second).to_have_count(0)
    decide(desk, "u")
    expect(second).to_have_count(1)
    focus(desk, first)
    decide(desk, "a")
    expect(first).to_have_count(0)
    focus(desk, third)
    desk.keyboard.press("k")
    expect(third).not_to_be_focused()
    focus(desk, third)
    decide(desk, "s")
    expect(third).to_have_count(0)

    # A letter in a field is a letter, and so is one with a key of the browser's own.
    desk.locator("select[name=reason]").focus()
    desk.keyboard.press("a")
    focus(desk, second)
    desk.keyboard.press("Control+r")
    expect(second).to_have_count(1)
    desk.goto(f"{queue}?view=accepted")
    expect(first).to_have_count(1)
    desk.goto(f"{queue}?view=spam")
    expect(third).to_have_count(1)


def decide(desk: Page, key: str) -> None:
    """Press a key that decides, and wait until the queue stands again."""
    with desk.expect_navigation(wait_until="load"):
        desk.keyboard.press(key)


def stamp_in(form: Locator) -> str:
    return form.locator("[name=stamp]").get_attribute("value") or ""


def focus(desk: Page, row: Locator) -> None:
    """Go down with `j` until a comment has the focus, from the top if need be."""
    desk.evaluate("document.activeElement.blur()")
    for _ in range(60):
        desk.keyboard.press("j")
        if row.evaluate("one => one === document.activeElement"):
            return


def lined_up(desk: Page) -> None:
    """Every line of buttons begins where the first begins."""
    found = desk.locator(".moderate__buttons").first.evaluate(
        """line => [...line.querySelectorAll("button")].map(one => {
          const box = one.getBoundingClientRect();
          return [Math.round(box.top), Math.round(box.left)];
        })"""
    )
    begins: dict[int, int] = {}
    for top, left in found:
        begins[top] = min(left, begins.get(top, left))
    assert len(set(begins.values())) == 1, found
