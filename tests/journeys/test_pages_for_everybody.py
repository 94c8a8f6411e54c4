"""Every kind of page, in light and in dark: axe finds nothing, nothing moves, nothing leaves."""

from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html as lxml_html
from tests.journeys.conftest import OpenReader, Reader
from tests.running import MARKS, Paper

from harkara.press.paths import FRAGMENTS
from harkara.press.stores import DiskStore

pytestmark = [*MARKS, pytest.mark.browser]
KINDS = ("front", "section", "month", "topic", "author", "corrections", "info", "not found")
# What a story's body may hold, by the mark each leaves on its page.
BLOCKS = (
    "aside.also", "aside.facts", "div.gallery", "figure.quote", "blockquote.post", "div.table",
    "section.corrections", "div.story__body ul", "p.story__kind",
)  # fmt: skip
SHIFT = """() => new Promise((done) => {
    let sum = 0;
    const watch = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
    });
    watch.observe({type: "layout-shift", buffered: true});
    setTimeout(() => { watch.disconnect(); done(sum); }, 300);
})"""
DOWN = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
        scrollTo(0, y);
        await new Promise(requestAnimationFrame);
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
}"""

BROKEN = """<!doctype html><html lang="hi"><title>क</title><main><h1>क</h1>
<p>ख</p><img src="https://elsewhere.example/a.png" width="300" height="300"></main>
<script>
    requestAnimationFrame(() => setTimeout(() => document.querySelector("p").style.margin = "9em"));
    throw Error("from the page");
</script>"""


@dataclass(frozen=True, slots=True)
class Addresses:
    """One page of each kind, and stories that hold every kind of block between them."""

    kinds: dict[str, str]
    stories: tuple[str, ...]


@pytest.fixture(scope="module")
def addresses(demo: Paper) -> Addresses:
    store = DiskStore(demo.home / "pages")
    pages = {
        path: lxml_html.document_fromstring(stored.body.decode())
        for path in sorted(store.paths())
        # A fragment is no page of its own.
        if not path.startswith(FRAGMENTS)
        and (stored := store.load(path, "identity"))
        and stored.content_type.startswith("text/html")
    }
    stories = {path: page for path, page in pages.items() if page.cssselect("article.story")}
    some = next(iter(stories))
    author = next(a for page in stories.values() for a in page.cssselect(".byline a"))
    return Addresses(
        kinds={
            "front": "/",
            "section": f"/{some.split('/')[1]}/",
            "month": str(pages[f"/{some.split('/')[1]}/"].cssselect(".months a")[0].get("href")),
            "topic": str(stories[some].cssselect(".topics__link")[0].get("href")),
            "author": str(author.get("href")),
            "corrections": "/bhool-sudhar/",
            "info": str(pages["/"].cssselect("footer nav a")[0].get("href")),
            "not found": "/desh/aisi-koi-khabar-nahin/",
        },
        stories=tuple(
            dict.fromkeys(
                next(path for path, page in stories.items() if page.cssselect(block))
                for block in BLOCKS
            )
        ),
    )


@pytest.fixture(params=["light", "dark"])
def reader(demo: Paper, reader_at: OpenReader, request: pytest.FixtureRequest) -> Reader:
    return reader_at(demo.url, color_scheme=request.param)


def look_at(reader: Reader, path: str) -> tuple[list[str], float]:
    """Read a page to its end; return what axe says of it, and how far anything moved."""
    reader.open(path)
    reader.page.evaluate(DOWN)
    shift = float(reader.page.evaluate(SHIFT))
    return [
        f"{path}: {found['id']}: {node['target']} {node['failureSummary']}"
        for found in Axe().run(reader.page).response["violations"]
        for node in found["nodes"]
    ], shift


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_shuts_nobody_out_and_stands_still(
    addresses: Addresses, reader: Reader, kind: str
) -> None:
    path = addresses.kinds[kind]

    violations, shift = look_at(reader, path)

    assert violations == []
    assert shift == 0
    assert (reader.abroad, reader.complaints) == ([], [])
    assert reader.refused == ([path] if kind == "not found" else [])


def test_a_story_shuts_nobody_out_whatever_it_holds(addresses: Addresses, reader: Reader) -> None:
    looked = [look_at(reader, path) for path in addresses.stories]

    assert [found for violations, _ in looked for found in violations] == []
    assert [shift for _, shift in looked if shift > 0] == []
    assert (reader.abroad, reader.refused, reader.complaints) == ([], [], [])


def test_what_is_wrong_with_a_page_is_noticed(demo: Paper, reader_at: OpenReader) -> None:
    reader = reader_at(demo.url)
    reader.page.route("**/broken/", lambda route: route.fulfill(body=BROKEN))
    reader.page.route("https://elsewhere.example/*", lambda route: route.abort())

    violations, shift = look_at(reader, "/broken/")

    assert any("image-alt" in found for found in violations)
    assert shift > 0
    assert reader.abroad == ["https://elsewhere.example/a.png"]
    assert reader.complaints == ["from the page"]
