"""A WordPress site moves in: readers come by addresses of years ago, the desk reads the report."""

import csv
import io
import re
from pathlib import Path

import pytest
from bench.measuring import exports
from playwright.sync_api import expect
from tests import running
from tests.journeys.conftest import OpenReader, sign_in

pytestmark = [*running.MARKS, pytest.mark.browser]
STORIES = 200
# One whose address WordPress cut in the middle of a letter, and one that is whole.
CUT, WHOLE = 27, 41


@pytest.fixture(scope="module")
def moved(
    founded: tuple[running.Paper, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[running.Paper, str]:
    """Move a site into the paper while it is being served."""
    export = tmp_path_factory.mktemp("export") / "khabar.xml"
    exports.write_wxr(export, STORIES)
    said = running.run("--home", str(founded[0].home), "intake", "wxr", str(export))
    assert f"live: {STORIES}" in said
    return founded


@pytest.mark.parametrize("number", [CUT, WHOLE])
def test_every_old_address_leads_to_the_story(
    moved: tuple[running.Paper, str], reader_at: OpenReader, number: int
) -> None:
    reader = reader_at(moved[0].url)
    arrived = set()

    for form, path in exports.old_addresses(number).items():
        reader.open(path)
        assert reader.headline == exports.headline_of(number), form
        arrived.add(reader.path)

    (address,) = arrived
    assert re.fullmatch(r"/[a-z-]+/[a-z0-9-]+-\d+/", address)
    assert reader.complaints == []


def test_a_reference_inside_an_old_story_leads_to_another_one(
    moved: tuple[running.Paper, str], reader_at: OpenReader
) -> None:
    reader = reader_at(moved[0].url)
    for number in range(1, STORIES):
        reader.open(f"/?p={number}")
        also_read = reader.page.locator(".also__headline a")
        if also_read.count():
            break
    wanted = also_read.first.inner_text()

    also_read.first.click()

    expect(reader.page.locator("h1")).to_have_text(wanted)


def test_the_desk_reads_the_report_on_a_phone_and_takes_it_along(
    moved: tuple[running.Paper, str], reader_at: OpenReader
) -> None:
    paper, password = moved
    reader = reader_at(paper.url, accept_downloads=True)
    page = sign_in(reader, password)
    page.goto(f"{paper.url}/newsroom/intake/moves/")
    page.get_by_role("link", name="khabar.example: khabar.xml").click()

    kinds = page.get_by_role("navigation", name="टीपों के प्रकार")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    kinds.get_by_role("link").last.click()
    expect(kinds.locator("[aria-current=page]")).to_have_count(1)
    expect(page.get_by_role("row")).not_to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()

    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][-1] == "टिप्पणी"
    assert len(rows) > 1
    assert reader.complaints == []
