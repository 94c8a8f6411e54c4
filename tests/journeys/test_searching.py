"""A reader on a phone searches: in Hindi, in Roman letters, with nonsense, and without a script."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.journeys.conftest import OpenReader, Reader
from tests.running import MARKS, Paper

pytestmark = [*MARKS, pytest.mark.browser]
# An address in some story may hold the word in Roman letters too.
PUL_AS_READ = re.compile("“pul” को ऐसे पढ़ा गया: .*पुल")


@pytest.fixture
def reader(reader_at: OpenReader, demo: Paper) -> Reader:
    return reader_at(demo.url)


def search(reader: Reader, words: str) -> None:
    reader.page.locator("#q").fill(words)
    reader.page.locator("#q").press("Enter")
    reader.page.wait_for_load_state("load")


def marked(reader: Reader) -> set[str]:
    return set(reader.page.locator(".hit mark").all_inner_texts())


def test_a_reader_finds_a_story_in_either_script(reader: Reader) -> None:
    reader.open("/")
    reader.page.locator(".masthead__find").click()
    assert reader.headline == "खोज"

    search(reader, "पुल")
    in_hindi = reader.page.locator(".hit").count()
    assert in_hindi > 0
    assert "पुल" in marked(reader)

    search(reader, "pul")
    assert reader.page.locator(".hit").count() == in_hindi
    assert "पुल" in marked(reader)
    expect(reader.page.locator(".said__words")).to_contain_text(PUL_AS_READ)

    reader.page.locator(".hit .card__link").first.click()
    assert reader.page.locator("article.story").count() == 1
    assert (reader.complaints, reader.refused, reader.abroad) == ([], [], [])


def test_nonsense_finds_nothing_and_leads_on(reader: Reader) -> None:
    reader.open("/khoj/?q=xqzzyvk&section=desh")

    expect(reader.page.locator(".said__count")).to_have_text("इसके लिए कोई खबर नहीं मिली।")
    assert reader.page.locator(".rows .card").count() > 0
    reader.page.locator(".said__advice a").click()
    assert "section" not in reader.path
    assert reader.complaints == []


def test_words_are_offered_while_one_types(reader: Reader) -> None:
    reader.open("/khoj/")

    reader.page.locator("#q").press_sequentially("पु")
    expect(reader.page.get_by_role("option").first).to_be_visible()
    reader.page.locator("#q").press("ArrowDown")
    chosen = reader.page.get_by_role("option").first.inner_text()
    reader.page.locator("#q").press("Enter")
    reader.page.wait_for_url("**/khoj/?q=*")

    expect(reader.page.locator("#q")).to_have_value(chosen)
    assert reader.page.locator(".hit").count() > 0
    assert reader.complaints == []


def test_without_a_script_it_finds_the_same(reader_at: OpenReader, demo: Paper) -> None:
    reader = reader_at(demo.url, java_script_enabled=False)

    reader.open("/khoj/")
    search(reader, "pul")

    assert reader.page.locator(".hit").count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(reader_at: OpenReader, demo: Paper, scheme: str) -> None:
    reader = reader_at(demo.url, color_scheme=scheme)

    for path in ("/khoj/", "/khoj/?q=pul&order=newest", "/khoj/?q=xqzzyvk"):
        reader.open(path)
        found = Axe().run(reader.page).response["violations"]

        assert [one["id"] for one in found] == [], path
        assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
