"""Style, script and pictures of the site, and what a page may weigh."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web import samples
from tests.web.conftest import Newsroom, Open, Read

from harkara.web import ads, assets

# Budgets of a story's page, gzipped, in bytes.
PAGE, SCRIPT, STYLE = 40_000, 10_000, 8_000
CLASS = re.compile(r"\.([a-z][a-z0-9_-]*)")
TEMPLATES = assets.ROOM / "templates"


class Shelf:
    """A store that remembers what was laid on it."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put_asset(self, path: str, body: bytes, /) -> None:
        self.files[path] = body


def packed(body: bytes) -> int:
    return len(gzip.compress(body, 6, mtime=0))


def test_a_story_s_page_keeps_to_its_budget(open_page: Open) -> None:
    html = packed(open_page(samples.STORY.path).body)

    assert html + packed(assets.style()) + packed(assets.script()) <= PAGE
    assert packed(assets.script()) <= SCRIPT
    assert packed(assets.style()) <= STYLE


def test_a_page_asks_for_one_style_sheet_and_one_script(read_page: Read) -> None:
    page = read_page(samples.STORY.path)

    assert page.xpath("//link[@rel='stylesheet']/@href") == [assets.address("site.css")]
    assert page.xpath("//script/@src") == [assets.address("site.js")]


def test_the_script_of_polls_is_asked_for_where_one_is_open_and_keeps_to_the_budget(
    open_page: Open, read_page: Read
) -> None:
    asking = assets.address("poll.js")
    scripts = packed(assets.script()) + packed(assets.files()[asking])

    assert scripts <= SCRIPT
    assert packed(open_page(samples.BARE.path).body) + packed(assets.style()) + scripts <= PAGE
    for path in ("/", samples.BARE.path, "/matdan/1/"):
        assert read_page(path).xpath("//script/@src").count(asking) == 1
    for path in (samples.STORY.path, "/desh/", "/matdan/2/", "/matdan/"):
        assert asking not in read_page(path).xpath("//script/@src")


def test_everything_a_page_asks_for_is_laid(read_page: Read) -> None:
    shelf = Shelf()

    assets.lay(shelf)

    asked = set(
        read_page("/").xpath("//link[starts-with(@href, '/assets/')]/@href | //script/@src")
    )
    assert asked <= set(shelf.files)
    assert shelf.files[assets.address("site.css")] == assets.style()


def test_the_name_of_an_asset_changes_with_its_bytes(
    monkeypatch: pytest.MonkeyPatch, fresh: None
) -> None:
    before = assets.address("site.css")
    assets.files.cache_clear()
    assets._addresses.cache_clear()
    monkeypatch.setattr(assets, "STYLES", assets.STYLES[:-1])

    assert assets.address("site.css") != before
    assert re.fullmatch(r"/assets/site-[0-9a-f]{12}\.css", before)


def test_the_digest_changes_with_an_advertisement(
    monkeypatch: pytest.MonkeyPatch, newsroom: Newsroom
) -> None:
    before = assets.digest()

    assert assets.digest() == before
    monkeypatch.setattr(ads, "slots", lambda: {"story": "<p>नया</p>"})
    assert assets.digest() != before


@pytest.mark.parametrize(
    ("kind", "listed"), [("css", assets.STYLES), ("js", (*assets.SCRIPTS, *assets.OF_SOME_PAGES))]
)
def test_every_part_of_style_and_script_is_listed(kind: str, listed: tuple[str, ...]) -> None:
    assert {path.stem for path in (assets.STATIC / kind).iterdir()} == set(listed)


def test_every_class_that_is_styled_is_used_in_a_template_or_the_script() -> None:
    templates = [path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html")]
    used = "\n".join([*templates, assets.script().decode()])
    rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", assets.style().decode(), flags=re.DOTALL)

    made = {"section", "card", "ad"}  # the second half of these names is made in the template
    for name in set(CLASS.findall(rules)):
        assert name in used or name.partition("--")[0] in made, name


def test_no_style_spreads_the_letters_or_asks_another_host() -> None:
    style = assets.style().decode()

    assert "letter-spacing" not in style
    assert "url(" not in style
    assert "@import" not in style


def test_the_script_names_no_host() -> None:
    assert "http" not in assets.script().decode()


@pytest.fixture
def fresh() -> Iterator[None]:
    """Forget, afterwards, the names that were made of changed bytes."""
    yield
    assets.files.cache_clear()
    assets._addresses.cache_clear()


def test_pictures_are_small() -> None:
    for name in (*assets.PICTURES, "favicon.ico"):
        assert Path(assets.STATIC / "img" / name).stat().st_size < 12_000
