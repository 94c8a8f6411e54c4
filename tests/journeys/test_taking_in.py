"""The desk takes its daily copy in on a phone: a feed, its inbox, and a wire that takes back."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests import running
from tests.intake.fetching.stranger import Stranger, serving
from tests.journeys.conftest import OpenReader, sign_in
from tests.journeys.desk import ask, wait_until_gone

pytestmark = [*running.MARKS, pytest.mark.browser]
ROOT = Path(__file__).parents[2]
STORIES = {
    "घाट": "नौघाट के पुराने घाट की सीढ़ियां रविवार को धोई गईं। पालिका ने बीस मजदूर लगाए, शाम तक काम हुआ।",
    "मेला": "मेले में इस बार तीन सौ दुकानें लगेंगी। पंजीयन सोमवार से शुरू होगा और शुल्क वही है।",
    "नाव": "नाव चलाने वालों को नई जैकेट मिली। जिला प्रशासन ने एक सौ बीस जैकेट बांटीं और नियम समझाए।",
}
Founded = tuple[running.Paper, str]


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    yield from serving()


@pytest.fixture
def desk(founded: Founded, reader_at: OpenReader) -> Page:
    paper, password = founded
    return sign_in(reader_at(paper.url), password)


def fits(page: Page) -> bool:
    """Say whether a screen is no wider than the phone."""
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width <= 360


def rss() -> bytes:
    items = "".join(
        f"<item><guid>https://agency.example/{n}</guid><title>{name} की खबर</title>"
        f"<description>{text}</description></item>"
        for n, (name, text) in enumerate(STORIES.items())
    )
    return f"<rss version='2.0'><channel><title>स</title>{items}</channel></rss>".encode()


def feed_the(paper: running.Paper) -> str:
    """Ask the feed once, as the worker of a site would that may ask this machine."""
    env = running.surroundings() | {"HARKARA_HOME": str(paper.home)}
    env["PYTHONPATH"] = f"{running.SOURCE}:{ROOT}"
    done = subprocess.run(
        (sys.executable, "-m", "tests.journeys.feeding"),
        env=env, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout


def test_a_feed_with_a_bad_address_is_told_of_mended_and_its_items_decided(
    founded: Founded, desk: Page, stranger: Stranger
) -> None:
    paper, _ = founded
    feeds = f"{paper.url}/newsroom/snippets/intake/feedsubscription/"
    desk.goto(f"{feeds}add/")
    desk.locator("[name=name]").fill("घाट एजेंसी")
    desk.locator("[name=url]").fill("http://127.0.0.1:8080/rss")
    desk.locator("footer [type=submit], main [type=submit]").first.click()

    # Within its turn the worker asks it, and the editor reads one line.
    said = desk.get_by_text("127.0.0.1 सार्वजनिक पता नहीं है").first
    for _ in range(60):
        desk.goto(feeds)
        if said.count():
            break
        desk.wait_for_timeout(500)
    expect(said).to_be_attached()
    desk.get_by_role("link", name="घाट एजेंसी").first.click()
    expect(desk.get_by_text("127.0.0.1 सार्वजनिक पता नहीं है").first).to_be_visible()
    assert fits(desk)

    desk.locator("[name=url]").fill(stranger.says("/rss", rss()))
    desk.locator("footer [type=submit], main [type=submit]").first.click()
    desk.wait_for_url(feeds)
    assert "new=3" in feed_the(paper)
    desk.get_by_role("link", name="घाट एजेंसी").first.click()
    expect(desk.locator("[name=name]")).to_have_value("घाट एजेंसी")
    expect(desk.get_by_text("सार्वजनिक पता नहीं")).to_have_count(0)

    decide_in_the_inbox(desk, paper)


def decide_in_the_inbox(desk: Page, paper: running.Paper) -> None:
    inbox = f"{paper.url}/newsroom/intake/"
    desk.goto(inbox)
    rows = desk.locator(".inbox tbody tr").filter(has_text="घाट एजेंसी")
    expect(rows).to_have_count(3)
    assert fits(desk)

    # One is opened and taken as a draft that the desk goes on with.
    rows.filter(has_text="घाट की खबर").get_by_role("link").first.click()
    expect(desk.locator("[name=title]")).to_have_value("घाट की खबर")
    desk.goto(inbox)
    rows.filter(has_text="घाट की खबर").get_by_role("checkbox").check()
    desk.get_by_role("button", name="देख लिया").click()
    expect(rows).to_have_count(2)

    # Another is thrown away, which was a mistake.
    rows.filter(has_text="मेला की खबर").get_by_role("checkbox").check()
    desk.get_by_role("button", name="मसौदे हटाएं").click()
    expect(rows).to_have_count(1)
    desk.get_by_role("button", name="पहले जैसा करें").click()
    expect(rows).to_have_count(2)
    expect(rows.filter(has_text="मेला की खबर")).to_have_count(1)
    assert fits(desk)


def push(paper: running.Paper, token: str, version: int, **changes: Any) -> str:
    """Push a version of an item as an agency's program does; return what became of it."""
    item = {
        "uri": "urn:agency.example:pul",
        "type": "text",
        "version": str(version),
        "versionCreated": f"2026-11-24T12:{version:02}:00+05:30",
        "pubStatus": "usable",
        "headlines": [{"value": "सोहनी का पुल खुला"}],
        "bodies": [{"contentType": "text/plain", "value": f"पुल पर {version} बसें चलीं।"}],
    }
    status, said = ask(
        paper, "/intake/wires/agency/", json.dumps(item | changes), Authorization=f"Bearer {token}"
    )
    assert status in (200, 201), said
    (told,) = json.loads(said)["items"]
    return str(told["outcome"])


def test_a_wire_is_pushed_updated_published_and_taken_back(
    founded: Founded, desk: Page, reader_at: OpenReader
) -> None:
    paper, _ = founded
    desk.goto(f"{paper.url}/newsroom/snippets/intake/wireservice/add/")
    desk.locator("[name=name]").fill("खबर एजेंसी")
    desk.locator("[name=slug]").fill("agency")
    desk.locator("footer [type=submit], main [type=submit]").first.click()
    desk.wait_for_url("**/wireservice/")
    token = new_token(desk, paper)

    assert push(paper, token, 1) == "new"
    assert push(paper, token, 2) == "updated"
    desk.goto(f"{paper.url}/newsroom/intake/")
    desk.get_by_role("link", name="सोहनी का पुल खुला").click()
    expect(desk.get_by_text("पुल पर 2 बसें चलीं।").first).to_be_attached()
    desk.locator("[name=section]").select_option(label="जिला")
    desk.locator("footer [data-w-dropdown-target=toggle], footer .w-dropdown__toggle").first.click()
    desk.locator("[name=action-publish]").click()
    desk.wait_for_url("**/newsroom/pages/*/")

    reader = reader_at(paper.url)
    reader.wait_for(reader.page.get_by_role("link", name="सोहनी का पुल खुला").first, "/zila/")
    reader.page.get_by_role("link", name="सोहनी का पुल खुला").first.click()
    expect(reader.page.locator(".story__body")).to_contain_text("पुल पर 2 बसें")
    story = reader.path

    assert push(paper, token, 3, pubStatus="canceled") == "killed"
    wait_until_gone(paper, story)
    desk.goto(f"{paper.url}/newsroom/")
    expect(desk.get_by_text("इनका उपयोग न करें").first).to_be_visible()
    expect(desk.get_by_role("link", name="सोहनी का पुल खुला").first).to_be_visible()
    assert fits(desk)


def new_token(desk: Page, paper: running.Paper) -> str:
    desk.goto(f"{paper.url}/newsroom/intake/tokens/")
    assert fits(desk)
    desk.get_by_role("button", name="टोकन बनाएं").click()
    return desk.locator("code.intake-token").first.inner_text()
