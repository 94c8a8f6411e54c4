"""Readers read, the front says what is read most, and the desk sees it while it happens."""

import http.client
import json
from contextlib import closing

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.journeys.conftest import OpenReader, Reader, sign_in
from tests.running import MARKS, Paper

pytestmark = [*MARKS, pytest.mark.browser]
IN_SIGHT = 3000
PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)
PATHS = "all => all.map(a => a.pathname)"
# A browser that a program steers says so, and is not counted.
BY_HAND = "Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })"


def number_in(address: str) -> str:
    return address.rstrip("/").rpartition("-")[2]


def by_hand(reader: Reader) -> Reader:
    reader.page.add_init_script(BY_HAND)
    return reader


def sent(reader: Reader) -> list[str]:
    """Wait as long as a story must be in sight, and return what was said of it."""
    reader.page.wait_for_timeout(IN_SIGHT + 700)
    beacons = [one for one in reader.requested if "/padha/" in one]
    reader.requested.clear()
    return beacons


def view(paper: Paper, number: str, network: int) -> None:
    """Say that a story was shown to somebody else, as that one's browser would."""
    headers = {
        "Origin": paper.url,
        "Sec-Fetch-Site": "same-origin",
        "User-Agent": PHONE,
        "X-Forwarded-For": f"203.0.{network}.1",
    }
    with closing(http.client.HTTPConnection("127.0.0.1", paper.port)) as connection:
        connection.request("POST", f"/padha/{number}", headers=headers)
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (204, b"")
        assert {name.lower() for name, _ in answer.getheaders()} <= {"date", "server"}


def test_what_is_read_is_counted_once_and_only_of_readers(
    reader_at: OpenReader, demo: Paper
) -> None:
    reader = by_hand(reader_at(demo.url, user_agent=PHONE))
    reader.open("/")
    reader.page.locator("a.card__link").first.click()

    [beacon] = sent(reader)
    assert beacon.removeprefix(f"{demo.url}/padha/").isdecimal()
    assert reader.path.endswith(f"-{beacon.rpartition('/')[2]}/")
    reader.page.reload()
    assert sent(reader) == []

    steered = reader_at(demo.url, user_agent=PHONE)
    private = by_hand(reader_at(demo.url, user_agent=PHONE))
    private.page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })"
    )
    for other in (steered, private):
        other.open(reader.path)
    assert sent(steered) == sent(private) == []
    assert (reader.complaints, reader.refused, reader.abroad) == ([], [], [])


def test_the_front_the_stories_and_the_desk_show_what_is_read_most(
    reader_at: OpenReader, demo: Paper
) -> None:
    reader = reader_at(demo.url)
    reader.open("/")
    cards = reader.page.locator(".front a.card__link").evaluate_all(PATHS)
    numbers = [number_in(path) for path in dict.fromkeys(cards)][:4]
    for place, number in enumerate(numbers):
        for network in range(9 + 3 * place):
            view(demo, number, network)

    reader.wait_for(reader.page.locator(".most-read--site"), "/")
    addresses = reader.page.locator(".most-read--site a.most-read__link").evaluate_all(PATHS)
    assert [number_in(address) for address in addresses] == numbers[::-1]
    assert Axe().run(reader.page).response["violations"] == []

    reader.page.goto(f"{demo.url}{addresses[0]}")
    piece = reader.page.locator("hk-fragment .most-read")
    reader.page.locator("hk-fragment.most-read-room").scroll_into_view_if_needed()
    expect(piece.locator("h2")).to_have_text("सबसे ज़्यादा पढ़ी गईं")
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    plain = reader_at(demo.url, java_script_enabled=False)
    plain.open(addresses[0])
    plain.page.locator(".most-read-room a").click()
    assert plain.path == "/sabse-zyada-padhi/"
    assert plain.page.locator(".most-read--site-today a.most-read__link").count() == 4

    password = json.loads((demo.home / "demo.json").read_text())["password"]
    desk = sign_in(reader_at(demo.url), password)
    desk.goto(f"{demo.url}/newsroom/reading/")
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    first = desk.locator(".reading__one").first
    expect(first.locator(".reading__counts")).to_have_text("इस घंटे 18, आज 18")
    view(demo, numbers[3], 77)
    expect(first.locator(".reading__counts")).to_have_text("इस घंटे 19, आज 19", timeout=20_000)
