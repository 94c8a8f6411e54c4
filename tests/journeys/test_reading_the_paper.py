"""A reader with a phone: from the front to a section, a story, a topic, and back."""

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import OpenReader
from tests.running import MARKS, Paper

pytestmark = [*MARKS, pytest.mark.browser]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_reader_goes_from_the_front_to_a_topic_and_back(
    demo: Paper, reader_at: OpenReader, script: bool
) -> None:
    reader = reader_at(demo.url, java_script_enabled=script)
    page = reader.page

    reader.open("/")
    name = reader.headline
    section = page.get_by_role("navigation", name="खंड").get_by_role("link").nth(2)
    section_name = section.inner_text()
    section.click()
    expect(page.locator("h1")).to_have_text(section_name)
    front_of_section = reader.path

    story = page.locator("main .card__link").first
    headline = story.inner_text()
    story.click()
    expect(page.locator("h1")).to_have_text(headline)
    assert reader.path.startswith(front_of_section)

    topic = page.locator(".topics__link").first
    address = topic.get_attribute("href")
    topic.click()
    page.wait_for_url(f"{demo.url}{address}")
    # The topic tells its stories, ours among them.
    expect(page.locator("main").get_by_role("link", name=headline).first).to_be_visible()

    page.go_back()
    expect(page.locator("h1")).to_have_text(headline)
    page.go_back()
    expect(page.locator("h1")).to_have_text(section_name)
    page.go_back()
    assert (reader.path, reader.headline) == ("/", name)
    assert (reader.abroad, reader.refused, reader.complaints) == ([], [], [])


def test_a_shared_short_address_leads_to_the_story(demo: Paper, reader_at: OpenReader) -> None:
    reader = reader_at(demo.url)
    reader.open("/")
    story = reader.page.locator("main .card__link").first.get_attribute("href") or ""
    number = story.rstrip("/").rpartition("-")[2]

    reader.open(f"/s/{number}")

    assert reader.path == story


def test_a_reader_copies_the_short_address(demo: Paper, reader_at: OpenReader) -> None:
    reader = reader_at(demo.url, permissions=["clipboard-read", "clipboard-write"])
    reader.open("/")
    reader.page.locator("main .card__link").first.click()
    short = reader.page.locator(".share__short").get_attribute("href")

    reader.page.get_by_role("button", name="पता कॉपी करें").tap()

    expect(reader.page.locator(".share__said")).to_have_text("पता कॉपी हो गया।")
    assert reader.page.evaluate("navigator.clipboard.readText()") == short
    assert (reader.refused, reader.complaints) == ([], [])


def test_without_script_there_is_no_button_that_does_nothing(
    demo: Paper, reader_at: OpenReader
) -> None:
    reader = reader_at(demo.url, java_script_enabled=False)
    reader.open("/")
    reader.page.locator("main .card__link").first.click()

    expect(reader.page.locator(".share__short")).to_be_visible()
    expect(reader.page.locator(".share").get_by_role("button")).to_have_count(0)


def test_a_messenger_gets_the_card_of_a_story(demo: Paper, reader_at: OpenReader) -> None:
    reader = reader_at(demo.url)
    reader.open("/")
    reader.page.locator("main .card__link").first.click()
    address = reader.page.locator("[property='og:image']").get_attribute("content") or ""

    answer = reader.page.request.get(address)

    assert (answer.status, answer.headers["content-type"]) == (200, "image/jpeg")
    assert len(answer.body()) <= 250_000


def test_a_reader_with_a_keyboard_can_skip_to_the_story(demo: Paper, reader_at: OpenReader) -> None:
    reader = reader_at(demo.url, is_mobile=False, has_touch=False)
    reader.open("/")

    reader.page.keyboard.press("Tab")
    expect(reader.page.locator(":focus")).to_have_attribute("href", "#main")
    reader.page.keyboard.press("Enter")

    expect(reader.page.locator(":focus")).to_have_id("main")


def test_nothing_is_wider_than_the_phone(demo: Paper, reader_at: OpenReader) -> None:
    reader = reader_at(demo.url)
    reader.open("/")
    story = reader.page.locator("main .card__link").first.get_attribute("href") or ""

    for path in ("/", story):
        reader.open(path)

        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_a_fresh_story_says_how_long_ago_it_came(demo: Paper, reader_at: OpenReader) -> None:
    script, plain = reader_at(demo.url), reader_at(demo.url, java_script_enabled=False)
    for reader in (script, plain):
        reader.open("/")
    time = "main time >> nth=0"

    # With a script the exact time moves into the title; without one it stands there.
    assert script.page.locator(time).get_attribute("title") == plain.page.locator(time).inner_text()
    assert "पहले" in script.page.locator(time).inner_text()
