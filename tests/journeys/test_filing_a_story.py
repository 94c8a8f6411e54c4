"""The desk: found a paper, paste a page, be refused without a section, publish, read it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect
from tests import running
from tests.journeys.conftest import OpenReader, sign_in

from harkara.text.legacy import KRUTI_DEV, encode

pytestmark = [*running.MARKS, pytest.mark.browser]
CLIPBOARDS = Path(__file__).parents[1] / "data" / "clipboards"
TYPED = "xkao ds yksx gj lky ckoM+h dh lQkbZ djrs gSaA"
HEADLINE = "सोहनी नदी के पुराने घाट पर बना रैन बसेरा"
FIRST = "नौघाट के पुराने घाट पर बना रैन बसेरा रविवार शाम से खोल दिया गया। पहली रात उसमें 42 लोग ठहरे।"
SECOND = "पालिका ने बताया कि बसेरे में 60 बिस्तर, गरम पानी और सामान रखने की अलमारियां हैं।"
COPIED = f"""मुख्यपृष्ठ » अवर्गीकृत » {HEADLINE}

{HEADLINE}

News Portal Development Company

{FIRST}

Trending Videos

{SECOND}

ये भी पढ़ें: घाट की सीढ़ियों की मरम्मत का काम फिर शुरू

Leave a Comment
"""


@pytest.fixture
def desk(founded: tuple[running.Paper, str], reader_at: OpenReader) -> Page:
    """Sign in to the newsroom."""
    paper, password = founded
    return sign_in(reader_at(paper.url), password)


def paste(page: Page, paper: running.Paper, copied: str) -> None:
    """Paste a copied page and keep the draft without a section."""
    page.goto(f"{paper.url}/newsroom/intake/paste/")
    page.locator("[name=text]").fill(copied)
    page.get_by_role("button", name="मसौदा दिखाएं").click()
    page.locator("[name=section]").select_option("")
    page.get_by_role("button", name="मसौदा बनाएं").click()
    page.wait_for_url("**/edit/")


def publish(page: Page) -> None:
    """Press the button that publishes, which hides behind an arrow."""
    page.locator("footer [data-w-dropdown-target=toggle], footer .w-dropdown__toggle").first.click()
    page.locator("[name=action-publish]").click()


def test_a_pasted_page_is_published_once_it_has_a_section(
    founded: tuple[running.Paper, str], desk: Page, reader_at: OpenReader
) -> None:
    paper, _ = founded
    paste(desk, paper, COPIED)

    publish(desk)
    expect(desk.get_by_text("खबर अभी किसी खंड में नहीं है").first).to_be_visible()

    desk.locator("[name=section]").select_option(label="जिला")
    publish(desk)
    desk.wait_for_url("**/newsroom/pages/*/")

    reader = reader_at(paper.url)
    story_on_front = reader.page.get_by_role("link", name=HEADLINE).first
    # The section's front follows the story as soon as the press has come to it.
    reader.wait_for(story_on_front, "/zila/")
    story_on_front.click()
    expect(reader.page.locator("h1")).to_have_text(HEADLINE)
    story = reader.page.locator(".story__body")
    expect(story.get_by_text(FIRST)).to_be_visible()
    expect(story.get_by_text(SECOND)).to_be_visible()
    for chrome in ("अवर्गीकृत", "Trending", "Development", "Comment"):
        expect(reader.page.get_by_text(chrome)).to_have_count(0)


def test_a_story_typed_in_an_old_font_arrives_as_hindi(
    founded: tuple[running.Paper, str], desk: Page
) -> None:
    paper, _ = founded
    typed = "\n\n".join(encode(text, KRUTI_DEV) for text in (HEADLINE, FIRST, SECOND))
    desk.goto(f"{paper.url}/newsroom/intake/paste/")
    desk.locator("[name=text]").fill(typed)
    desk.get_by_role("button", name="मसौदा दिखाएं").click()

    # What was typed stands beside what was read, and the editor can have it back.
    expect(desk.get_by_text(typed.split("\n\n", 1)[0]).filter(visible=True).first).to_be_visible()
    expect(desk.get_by_text(FIRST).filter(visible=True).first).to_be_visible()
    desk.get_by_role("button", name="मसौदा बनाएं").click()
    desk.wait_for_url("**/edit/")

    expect(desk.locator("[name=title]")).to_have_value(HEADLINE)


def test_what_word_put_on_the_clipboard_is_pasted_and_an_old_run_undone_on_the_story(
    founded: tuple[running.Paper, str], desk: Page
) -> None:
    paper, _ = founded
    desk.goto(f"{paper.url}/newsroom/intake/paste/")
    # As a browser tells of a paste: the words, and the HTML behind them.
    desk.locator("[name=text]").evaluate(
        """(field, html) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/html", html);
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
          field.value = new DOMParser().parseFromString(html, "text/html").body.innerText;
        }""",
        (CLIPBOARDS / "word.html").read_text(encoding="utf-8"),
    )
    desk.wait_for_timeout(50)
    desk.get_by_role("button", name="मसौदा दिखाएं").click()

    expect(desk.get_by_text(TYPED).filter(visible=True).first).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    desk.locator("[name=section]").select_option(label="जिला")
    desk.get_by_role("button", name="मसौदा बनाएं").click()
    desk.wait_for_url("**/edit/")
    story = desk.url
    kinds = desk.locator("[data-streamfield-child] input[name$='-type']")
    assert "list" in [one.get_attribute("value") for one in kinds.all()]

    desk.goto(story.replace("/pages/", "/intake/story/").replace("edit/", ""))
    run = desk.get_by_role("checkbox", name=TYPED)
    run.check()
    desk.get_by_role("button", name="चुने पाठ वैसे करें").or_(
        desk.locator("form:has([name=as_typed]) [type=submit]")
    ).first.click()
    desk.wait_for_url(story)
    expect(desk.get_by_text(TYPED).first).to_be_attached()


COPYING = """(html) => {
  document.body.textContent = "x";
  document.addEventListener("copy", (event) => {
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", "x");
    event.preventDefault();
  });
  getSelection().selectAllChildren(document.body);
}"""
WORDS = """() => document.querySelector("#body-root").rootBlock.children.map((child) => {
  const { type, value } = child.getValue();
  return type === "paragraph" ? JSON.parse(value).blocks[0].text : type;
})"""


def is_sent_form(request: Request) -> bool:
    return request.method == "POST" and request.is_navigation_request()


def until(page: Page, code: str) -> None:
    """Wait until some code gives true in a page, whose policy forbids it to be evaluated there."""
    for _ in range(100):
        if page.evaluate(code):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never true: {code}")


def test_what_google_docs_copied_is_pasted_into_the_body_and_an_old_run_left_as_typed(
    founded: tuple[running.Paper, str], desk: Page
) -> None:
    paper, _ = founded
    # Google Docs writes what it copies itself; the keys are the reporter's.
    docs = desk.context.new_page()
    docs.goto(f"{paper.url}/robots.txt")
    docs.evaluate(COPYING, (CLIPBOARDS / "google-docs.html").read_text(encoding="utf-8"))
    docs.keyboard.press("Control+c")
    docs.close()

    desk.goto(f"{paper.url}/newsroom/new-story/")
    until(desk, "() => Boolean(document.querySelector('#body-root')?.rootBlock)")
    desk.evaluate(
        "document.querySelector('#body-root').rootBlock._onRequestInsert(0, {type: 'paragraph'})"
    )
    desk.locator("[data-streamfield-child] .public-DraftEditor-content").first.click()
    desk.keyboard.press("Control+v")
    note = desk.locator(".pasted-note")
    expect(note.get_by_text(TYPED)).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    first, second, *rest = desk.evaluate(WORDS)
    assert first.startswith("धौलागढ़ किले की पिछले साल")
    assert second == "गांव के लोग हर साल बावड़ी की सफाई करते हैं।"
    assert rest[:2] == ["list", "table"]

    note.get_by_role("button", name="जैसा टाइप हुआ था वैसा करें").click()
    expect(note.get_by_text("जैसा टाइप हुआ था", exact=True)).to_be_visible()
    assert desk.evaluate(WORDS)[:2] == [first, TYPED]

    desk.locator("[data-streamfield-child] .public-DraftEditor-content").last.click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" काम चलता रहेगा।")
    # The editor keeps what is typed a quarter of a second later.
    until(desk, f"() => ({WORDS})().at(-1).endsWith('काम चलता रहेगा।')")
    # Not what the editor saves by itself, which may be under way.
    with desk.expect_response(lambda answer: is_sent_form(answer.request)):
        desk.get_by_role("button", name="मसौदा सहेजें").click()
    desk.goto(f"{paper.url}/newsroom/")
    desk.get_by_role("link", name="धौलागढ़ किले की दीवार").first.click()
    until(desk, "() => Boolean(document.querySelector('#body-root')?.rootBlock?.children.length)")
    assert desk.evaluate(WORDS)[1] == TYPED
    assert desk.evaluate(WORDS)[-1].endswith("लगते हैं। काम चलता रहेगा।")
