"""Stories read without a network, one that is withdrawn meanwhile, and pictures left out."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.journeys.conftest import OpenReader, Reader
from tests.journeys.desk import at_the_desk, page_of, wait_until_gone
from tests.running import MARKS, Paper

pytestmark = [*MARKS, pytest.mark.browser]
# How much everything has moved on a page since it was opened.
MOVED = """new Promise((done) => {
  let moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => (moved += one.value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 300);
})"""
KEPT = """(path) => caches.open("pages-1").then((pages) => pages.match(path)).then(Boolean)"""


def stories_on(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "main .card__link", "links => links.map((link) => link.getAttribute('href'))"
    )
    return list(dict.fromkeys(found))


def until(page: Page, holds: str, about: str | int = "") -> None:
    """Wait until the promise that an expression makes comes true."""
    for _ in range(300):
        if page.evaluate(holds, about):
            return
        page.wait_for_timeout(100)
    raise AssertionError(holds)


def open_and_keep(reader: Reader, path: str) -> None:
    reader.open(path)
    until(reader.page, KEPT, path)


def test_a_story_is_read_without_a_network_until_it_is_withdrawn(
    reader_at: OpenReader, demo: Paper
) -> None:
    reader = reader_at(demo.url)
    page, context = reader.page, reader.page.context
    open_and_keep(reader, "/")
    # Not among the first of any list that another test goes by.
    story, other = stories_on(page)[-1], stories_on(page)[3]
    open_and_keep(reader, other)
    open_and_keep(reader, story)
    headline = reader.headline
    until(page, "() => caches.open('pictures-1').then((c) => c.keys()).then((k) => k.length > 2)")

    context.set_offline(True)
    reader.open(story)
    assert reader.headline == headline
    expect(page.locator(".old")).to_contain_text("आप ऑफलाइन हैं; यह पन्ना")
    assert page.evaluate("document.querySelector('main img').naturalWidth") > 1
    assert page.evaluate("getComputedStyle(document.querySelector('.old')).paddingTop") != "0px"
    assert Axe().run(page).response["violations"] == []
    page.locator(".old a").click()
    expect(page.locator(".kept__list a")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    reader.open("/khoj/")
    expect(page.locator(".old")).to_contain_text("यह पन्ना इस फोन पर सहेजा नहीं गया है")

    at_the_desk(demo, f"withdraw(Withdraw(article_id={page_of(story)}))")
    try:
        reader.open(story)
        assert reader.headline == headline  # nobody can have told this phone
        wait_until_gone(demo, story)
        context.set_offline(False)
        # The page notices by itself that there is a network, and asks anew.
        expect(page.locator("h1")).to_have_text("यह खबर अब उपलब्ध नहीं है", timeout=20_000)
        open_and_keep(reader, other)
        assert not page.evaluate(KEPT, story)

        context.set_offline(True)
        reader.open(story)
        expect(page.locator("h1")).to_have_text("सहेजी हुई खबरें")
        expect(page.locator(".kept__list")).not_to_contain_text(headline)
        page.get_by_role("button", name="सब खबरें हटाएं").click()
        expect(page.locator(".kept__list a")).to_have_count(0)
        assert not page.evaluate(KEPT, other)
    finally:
        at_the_desk(demo, f"publish(Publish(article_id={page_of(story)}))")
    assert (reader.complaints, reader.abroad) == ([], [])


SEED = """(known) => caches.open("pages-1").then(async (pages) => {
  const headers = { date: new Date().toUTCString() };
  for (let n = 900001; n <= 900020; n++) {
    await pages.put(`/nakli/khabar-${n}/`, new Response("<h1>नकली</h1>", { headers }));
  }
  if (known) await (await caches.open("notes-1")).put("/withdrawn", new Response(known));
})"""
LISTED = """(number) => fetch("/tukda/hataye/", { cache: "no-store" })
  .then((answer) => answer.text()).then((numbers) => numbers.split(" ").includes(number))"""
COUNT = """(count) => caches.open("pages-1").then((pages) => pages.keys())
  .then((keys) => keys.filter((one) => !one.url.endsWith(location.host + "/")).length === count)"""


def test_a_story_withdrawn_while_another_page_is_read_is_dropped_unseen(
    reader_at: OpenReader, demo: Paper
) -> None:
    reader = reader_at(demo.url)
    page = reader.page
    # As if twenty stories had been opened before: one more takes the place of the first.
    reader.open("/robots.txt")
    page.evaluate(SEED, "")
    open_and_keep(reader, "/")
    story, other = stories_on(page)[-2], stories_on(page)[3]
    open_and_keep(reader, story)
    until(page, COUNT, 20)
    assert not page.evaluate(KEPT, "/nakli/khabar-900001/")
    assert page.evaluate(KEPT, "/nakli/khabar-900002/")

    at_the_desk(demo, f"withdraw(Withdraw(article_id={page_of(story)}))")
    try:
        until(page, LISTED, story.rstrip("/").rpartition("-")[2])
        reader.open(other)
        until(page, f"(path) => ({KEPT})(path).then((kept) => !kept)", story)
        # The kept front has been fetched anew, and does not name it.
        front = "caches.open('pages-1').then((c) => c.match('/')).then((r) => r ? r.text() : path)"
        until(page, f"(path) => {front}.then((html) => !html.includes(path))", story)
        # Who knows none of the numbers that are listed now has missed some, and keeps nothing.
        late = reader_at(demo.url)
        late.open("/robots.txt")
        late.page.evaluate(SEED, "800001 800002")
        late.open("/khel/")
        until(late.page, COUNT, 0)
    finally:
        at_the_desk(demo, f"publish(Publish(article_id={page_of(story)}))")


def test_a_reader_who_saves_data_fetches_the_pictures_she_asks_for(
    reader_at: OpenReader, demo: Paper
) -> None:
    reader = reader_at(demo.url)
    page = reader.page
    open_and_keep(reader, "/")
    story = stories_on(page)[4]
    switch = page.get_by_role("button", name="डेटा बचाएं")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    fetched: list[str] = []
    page.context.on(
        "response",
        lambda one: (
            fetched.append(one.url)
            if "/media/" in one.url and one.request.method == "GET" and not one.from_service_worker
            else None
        ),
    )

    reader.open(story)
    ask = page.get_by_role("button", name="चित्र देखें").first
    expect(ask).to_contain_text("kB)")
    assert fetched == []
    assert page.evaluate(MOVED) == 0
    assert Axe().run(page).response["violations"] == []
    ask.click()
    page.wait_for_function("document.querySelector('main figure img').naturalWidth > 1")
    assert len(set(fetched)) == 1

    # Said once, the choice holds on other pages, until it is taken back.
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    reader.open(stories_on(page)[0])
    page.wait_for_function("document.querySelector('main img').naturalWidth > 1")
    assert (reader.complaints, reader.refused, reader.abroad) == ([], [], [])
