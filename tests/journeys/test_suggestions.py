"""The desk: write on a phone, see what is suggested, take some of it, leave some, and save."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests import running
from tests.journeys.conftest import OpenReader, sign_in

pytestmark = [*running.MARKS, pytest.mark.browser]
FIRST = "नौघाट की टीम फाइनल में"
TEXT = "टूर्नामेंट के सेमीफाइनल में कप्तान ने अर्धशतक जमाया और गेंदबाज ने पांच विकेट लेकर टीम को फाइनल में पहुंचा दिया।"
MORE = "कोच ने बताया कि खिलाड़ी अभ्यास के लिए सुबह पांच बजे मैदान में पहुंचते हैं और स्टेडियम में दर्शक भी जुटे थे।"
MATCH = "रोमांचक मैच में खिलाड़ी ने आखिरी गेंद पर चौका मारकर टीम को जीत दिलाई"
WAIT = 30_000
KINDS = """() => [...document.querySelectorAll("[data-streamfield-child]")]
    .map((child) => child.querySelector("[name$='-type']")?.value).filter(Boolean)"""


def write(page: Page, url: str, headline: str, standfirst: str) -> str:
    """Write a story as far as its standfirst, save it, and return its address."""
    page.goto(f"{url}/newsroom/new-story/")
    page.locator("[name=title]").fill(headline)
    page.locator("[name=standfirst]").fill(standfirst)
    page.get_by_role("button", name="मसौदा सहेजें").click()
    page.wait_for_url("**/edit/", timeout=WAIT)
    return page.url


def open_panel(page: Page) -> None:
    """Open the panel by the keyboard, once its script has said something."""
    expect(page.locator("hk-suggestions [data-list]")).not_to_be_empty(timeout=WAIT)
    page.locator('[data-side-panel-toggle="suggestions"]').focus()
    page.keyboard.press("Enter")


def button(where: Page | Locator, verb: str, of: str) -> Locator:
    """Find a button by what it does and by what it says to who does not see the page."""
    return where.get_by_role("button", name=re.compile(f"{verb}.*{of}")).first


def test_suggestions_are_taken_and_left_beside_the_story(
    founded: tuple[running.Paper, str], reader_at: OpenReader
) -> None:
    paper, password = founded
    reader = reader_at(paper.url)
    page = sign_in(reader, password)
    write(page, paper.url, FIRST, f"{TEXT} {MORE}")
    write(page, paper.url, MATCH, f"{TEXT} {MORE} जिलाधिकारी रेवती गोखले ने कहा।")

    open_panel(page)
    panel = page.locator("hk-suggestions")
    expect(panel.get_by_role("heading", name="वही खबर पहले से है")).to_be_visible(timeout=WAIT)
    expect(panel.get_by_role("link", name=FIRST).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    button(panel, "चुनें", "खेल").focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("status")).to_contain_text("खेल", timeout=WAIT)
    expect(page.locator("[name=section] option:checked")).to_have_text("खेल")
    button(panel, "विषय बनाएं", "रेवती गोखले").click()
    expect(page.locator("[name=topics] option:checked")).to_have_text("रेवती गोखले", timeout=WAIT)
    button(panel, "यह अलग खबर है", FIRST).click()
    expect(panel.get_by_role("link", name=FIRST)).to_have_count(0, timeout=WAIT)

    page.locator("[data-form-side-close-button]").click()
    page.get_by_role("button", name="मसौदा सहेजें").click()
    page.wait_for_load_state("load")
    page.reload()
    expect(page.locator("[name=section] option:checked")).to_have_text("खेल")
    expect(page.locator("[name=topics] option:checked")).to_have_text("रेवती गोखले")
    open_panel(page)
    expect(panel.get_by_text("शीर्षक कहां कितना दिखेगा")).to_be_visible(timeout=WAIT)
    expect(panel.get_by_role("link", name=FIRST)).to_have_count(0)
    # Wagtail refuses its own automatic save when the button was pressed meanwhile.
    assert [one for one in reader.refused if "suggestions" in one] == []
    assert reader.complaints == []
    assert reader.abroad == []


def test_the_same_is_decided_without_a_script(
    founded: tuple[running.Paper, str], reader_at: OpenReader
) -> None:
    paper, password = founded
    with_script = sign_in(reader_at(paper.url), password)
    address = write(with_script, paper.url, MATCH, f"{MORE} जिलाधिकारी सीमा जाधव ने कहा।")
    page = sign_in(reader_at(paper.url, java_script_enabled=False), password)
    page.goto(address)

    page.get_by_role("link", name="खंड, विषय, साथ पढ़ने की खबरें").click()
    expect(page.get_by_role("heading", name=MATCH)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    button(page, "चुनें", "खेल").click()
    expect(page.get_by_text("मसौदे में जोड़ दिया गया")).to_be_visible()
    button(page, "यह नहीं", "सीमा जाधव").click()
    expect(page.get_by_text("फिर नहीं सुझाया जाएगा")).to_be_visible()
    expect(page.get_by_role("button", name="सीमा जाधव")).to_have_count(0)

    page.goto(address)
    expect(page.locator("[name=section] option:checked")).to_have_text("खेल")


def test_writing_and_saving_go_on_when_no_suggestion_comes(
    founded: tuple[running.Paper, str], reader_at: OpenReader
) -> None:
    paper, password = founded
    page = sign_in(reader_at(paper.url), password)
    page.route("**/newsroom/suggestions/**", lambda route: route.abort())
    address = write(page, paper.url, MATCH, MORE)

    open_panel(page)
    expect(page.get_by_text("सुझाव अभी नहीं आ सके")).to_be_visible(timeout=WAIT)
    page.locator("[data-form-side-close-button]").click()
    page.locator("[name=standfirst]").fill(TEXT)
    page.get_by_role("button", name="मसौदा सहेजें").click()
    page.wait_for_load_state("load")

    page.goto(address)
    expect(page.locator("[name=standfirst]")).to_have_value(TEXT)


@pytest.fixture
def archive(demo: running.Paper, tmp_path: Path) -> Iterator[tuple[running.Paper, str, int]]:
    """Serve a copy of the demo paper; give it with its editor's password and a story's page."""
    copy = running.Paper(tmp_path / "home", running.free_port())
    shutil.copytree(demo.home, copy.home)
    note = json.loads((copy.home / "demo.json").read_text())
    number = int(note["story"].strip("/").rpartition("-")[2])
    with sqlite3.connect(copy.home / "harkara.sqlite3") as database:
        found = "SELECT page_ptr_id FROM newsroom_articlepage WHERE number = ?"
        (article,) = database.execute(found, [number]).fetchone()
    with running.serving(copy):
        yield copy, note["password"], article


def test_a_story_to_read_next_goes_where_the_editor_wants_it(
    archive: tuple[running.Paper, str, int], reader_at: OpenReader
) -> None:
    paper, password, article = archive
    page = sign_in(reader_at(paper.url), password)
    page.goto(f"{paper.url}/newsroom/pages/{article}/edit/")
    open_panel(page)
    before = page.evaluate(KINDS)
    offered = page.locator('hk-suggestions [data-kind="also_read"]').first
    headline = offered.get_attribute("data-label")
    places = offered.locator("[data-after] option").evaluate_all(
        "all => all.map((one) => one.value)"
    )
    assert headline
    assert places[0] == "1"

    offered.locator("[data-after]").select_option("1")
    button(offered, "चुनें", re.escape(headline)).click()
    status = page.locator("hk-suggestions").get_by_role("status")
    expect(status).to_contain_text(headline, timeout=WAIT)

    after = [before[0], "also_read", *before[1:]]
    assert page.evaluate(KINDS) == after
    page.locator("[data-form-side-close-button]").click()
    page.get_by_role("button", name="मसौदा सहेजें").click()
    page.wait_for_load_state("load")
    page.reload()
    expect(page.locator("[data-streamfield-child]").nth(1)).to_contain_text(headline)
    assert page.evaluate(KINDS) == after
