"""What every store must do. A new store is added to `STORES` and changes nothing else here."""

import gzip
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
import time_machine

from harkara.press.paths import BadPath
from harkara.press.stores import DiskStore, Page, Store

HTML = "text/html; charset=utf-8"
OLD = Page("<p>पुरानी खबर</p>".encode() * 50, HTML)
NEW = Page("<p>नई खबर आ गई</p>".encode() * 50, HTML)
PICTURE = Page(b"\x89PNG" * 100, "image/png")

STORES: dict[str, Callable[[Path], Store]] = {"disk": lambda tmp: DiskStore(tmp / "pages")}


ENCODINGS = ("identity", "br", "gzip")
NOON = int(datetime(2026, 6, 1, 6, tzinfo=UTC).timestamp())
Spoil = Callable[[str, str], None]


@pytest.fixture
def spoiled(tmp_path: Path) -> Spoil:
    """Return what cuts the stored bytes of a page short, behind the store's back."""
    suffixes = {"identity": "", "br": ".br", "gzip": ".gz"}

    def spoil(path: str, encoding: str) -> None:
        file = tmp_path / "pages" / f"{path[1:]}index.html{suffixes[encoding]}"
        with file.open("rb+") as opened:
            opened.truncate(10)

    return spoil


@pytest.fixture(params=STORES)
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return STORES[request.param](tmp_path)


def body_of(store: Store, path: str) -> bytes | None:
    stored = store.read(path)
    return stored.body if stored else None


@pytest.mark.parametrize(
    "path", ["/", "/desh/", "/desh/bandh-12/", "/robots.txt", "/नदी/", "/s/12", "/a b/"]
)
def test_what_is_put_is_read_back(any_store: Store, path: str) -> None:
    any_store.put(path, NEW)

    stored = any_store.read(path)

    assert stored is not None
    assert (stored.body, stored.content_type, stored.encoding) == (NEW.body, HTML, "identity")


def test_a_page_that_was_never_put_is_not_there(any_store: Store) -> None:
    any_store.put("/desh/", NEW)

    assert any_store.read("/videsh/") is None
    assert any_store.read("/desh") is None
    assert any_store.read("/desh/index/") is None
    assert any_store.version("/videsh/", "identity") is None


def test_a_page_and_the_pages_below_it_live_together(any_store: Store) -> None:
    any_store.put("/desh/", OLD)
    any_store.put("/desh/bandh/", NEW)

    assert body_of(any_store, "/desh/") == OLD.body
    assert body_of(any_store, "/desh/bandh/") == NEW.body


def test_a_reader_gets_the_smallest_encoding_it_accepts(any_store: Store) -> None:
    any_store.put("/desh/", NEW)

    best = any_store.read("/desh/", {"gzip", "br"})
    zipped = any_store.read("/desh/", {"gzip"})

    assert best is not None
    assert zipped is not None
    assert (best.encoding, brotli.decompress(best.body)) == ("br", NEW.body)
    assert (zipped.encoding, gzip.decompress(zipped.body)) == ("gzip", NEW.body)


def test_what_does_not_get_smaller_has_no_twin(any_store: Store) -> None:
    any_store.put("/a.png", PICTURE)
    any_store.put("/tiny.txt", Page(b"ok", "text/plain; charset=utf-8"))

    assert any_store.load("/a.png", "br") is None
    assert any_store.load("/tiny.txt", "gzip") is None
    tiny = any_store.read("/tiny.txt", {"br", "gzip"})
    assert tiny is not None
    assert tiny.body == b"ok"


@time_machine.travel("2026-06-01T06:00Z", tick=False)
def test_every_new_page_has_a_tag_and_a_time_of_its_own_even_in_the_same_second(
    any_store: Store,
) -> None:
    pages = []
    for body in (b"<p>1</p>", b"<p>2</p>", b"<p>3</p>"):
        any_store.put("/a/", Page(body * 50, HTML))
        pages += [page for name in ENCODINGS if (page := any_store.load("/a/", name))]

    assert len(pages) == 9
    assert len({page.etag for page in pages}) == 9
    assert sorted({page.modified for page in pages}) == [NOON, NOON + 1, NOON + 2]
    assert all(page.etag.startswith('"') for page in pages)


def test_a_page_whose_bytes_were_damaged_is_as_good_as_none(
    any_store: Store, spoiled: Spoil
) -> None:
    any_store.put("/a/", NEW)
    spoiled("/a/", "identity")

    assert any_store.load("/a/", "identity") is None
    assert any_store.load("/a/", "br") is not None
    assert not any_store.is_sound("/a/")
    assert not any_store.holds("/a/", NEW)


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_a_damaged_twin_is_noticed(any_store: Store, spoiled: Spoil, encoding: str) -> None:
    any_store.put("/a/", NEW)
    assert any_store.is_sound("/a/")
    spoiled("/a/", encoding)

    assert not any_store.is_sound("/a/")
    assert not any_store.holds("/a/", NEW)


def test_a_page_that_is_not_there_is_not_sound(any_store: Store) -> None:
    assert not any_store.is_sound("/a/")


def test_each_encoding_has_a_tag_of_its_own(any_store: Store) -> None:
    any_store.put("/a/", NEW)

    tags = {
        page.etag for name in ("identity", "br", "gzip") if (page := any_store.load("/a/", name))
    }

    assert len(tags) == 3


def test_the_version_changes_with_the_bytes_and_not_without(any_store: Store) -> None:
    any_store.put("/a/", OLD)
    before = any_store.version("/a/", "br")
    again = any_store.version("/a/", "br")
    any_store.put("/a/", NEW)
    after = any_store.version("/a/", "br")
    loaded = any_store.load("/a/", "br")

    assert before == again != after
    assert loaded is not None
    assert loaded.version == after


def test_a_type_the_name_does_not_tell_is_kept(any_store: Store) -> None:
    rss = "application/rss+xml; charset=utf-8"
    any_store.put("/feed/", Page(b"<rss/>" * 50, rss))
    any_store.put("/news.xml", Page(b"<rss/>" * 50, rss))

    types = [
        page.content_type for path in ("/feed/", "/news.xml") if (page := any_store.read(path))
    ]

    assert types == [rss, rss]


def test_a_page_may_change_its_type(any_store: Store) -> None:
    any_store.put("/a/", Page(b"x" * 50, "application/json"))
    any_store.put("/a/", Page(b"x" * 50, HTML))

    stored = any_store.read("/a/")

    assert stored is not None
    assert stored.content_type == HTML


def test_a_store_holds_exactly_what_was_put_last(any_store: Store) -> None:
    any_store.put("/a/", OLD)

    assert any_store.holds("/a/", OLD)
    assert not any_store.holds("/a/", NEW)
    assert not any_store.holds("/a/", Page(OLD.body, "text/plain"))
    assert not any_store.holds("/b/", OLD)


def test_a_staged_page_is_not_seen_before_it_is_placed(any_store: Store) -> None:
    any_store.put("/a/", OLD)

    with any_store.stage("/a/", NEW) as staged:
        before = body_of(any_store, "/a/")
        staged.place()
        after = body_of(any_store, "/a/")

    assert (before, after) == (OLD.body, NEW.body)


def test_a_staged_page_that_is_not_placed_leaves_nothing(any_store: Store) -> None:
    with any_store.stage("/a/", NEW):
        pass

    assert any_store.read("/a/") is None
    assert list(any_store.paths()) == []


def test_a_placed_page_has_no_twin_of_the_page_before(any_store: Store) -> None:
    any_store.put("/a/", NEW)
    any_store.put("/a/", Page(b"ok", HTML))

    stored = any_store.read("/a/", {"br", "gzip"})

    assert stored is not None
    assert stored.body == b"ok"


def test_a_deleted_page_is_gone_in_every_encoding(any_store: Store) -> None:
    any_store.put("/desh/", OLD)
    any_store.put("/desh/bandh/", NEW)

    any_store.delete("/desh/bandh/")

    assert all(any_store.load("/desh/bandh/", name) is None for name in ("identity", "br", "gzip"))
    assert body_of(any_store, "/desh/") == OLD.body


def test_deleting_what_is_not_there_is_no_error(any_store: Store) -> None:
    any_store.delete("/desh/bandh/")

    assert list(any_store.paths()) == []


def test_every_page_is_listed_once_and_assets_are_not(any_store: Store) -> None:
    pages = {"/", "/desh/", "/desh/bandh/", "/feed.xml", "/नदी/"}
    for path in pages:
        any_store.put(path, NEW)
    any_store.put_asset("/assets/site-0.css", b"body{}" * 50)

    assert sorted(any_store.paths()) == sorted(pages)


def test_an_asset_is_kept_with_the_type_its_name_tells(any_store: Store) -> None:
    any_store.put_asset("/assets/site-0.css", b"body { margin: 0 }" * 50)
    any_store.put_asset("/assets/site-0.css", b"body { margin: 0 }" * 50)

    stored = any_store.read("/assets/site-0.css", {"br"})

    assert stored is not None
    assert (stored.content_type, stored.encoding) == ("text/css; charset=utf-8", "br")


def test_an_asset_has_its_place_among_the_assets(any_store: Store) -> None:
    with pytest.raises(BadPath):
        any_store.put_asset("/site.css", b"")


@pytest.mark.parametrize("path", ["/../x/", "/a/../../x", "/a\x00/", "/a\\b", "/%2e%2e/x", "x", ""])
def test_nothing_is_written_or_read_outside(any_store: Store, tmp_path: Path, path: str) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "index.html").write_text("secret")

    assert any_store.read(path) is None
    with pytest.raises(BadPath):
        any_store.put(path, NEW)
    with pytest.raises(BadPath):
        any_store.delete(path)
    assert (tmp_path / "x" / "index.html").read_text() == "secret"


def test_there_is_nothing_to_tidy_after_clean_work(any_store: Store) -> None:
    any_store.put("/a/", NEW)

    assert any_store.tidy() == 0
    assert body_of(any_store, "/a/") == NEW.body
