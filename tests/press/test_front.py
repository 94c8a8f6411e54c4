"""The front: what readers get without Django, and what is handed on."""

import gzip
import io
import os
import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import brotli
import pytest

from harkara.press.caching import Caching
from harkara.press.front import Front
from harkara.press.media import Media
from harkara.press.shelf import OVERHEAD, Shelf
from harkara.press.stores import DiskStore, Page

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HTML = "text/html; charset=utf-8"
STORY = Page("<p>पानी छोड़ा गया</p>".encode() * 50, HTML)
NEWER = Page("<p>पानी रोका गया</p>".encode() * 60, HTML)


@dataclass
class Reply:
    """What came back over WSGI."""

    status: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Reader:
    """A browser that speaks WSGI."""

    front: Front

    def ask(self, path: str, method: str = "GET", **headers: str) -> Reply:
        reply = Reply()

        def start_response(status: str, given: list[tuple[str, str]], *_: object) -> Any:
            reply.status = status
            reply.headers = dict(given)
            assert len(reply.headers) == len(given)

        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": "",
            "wsgi.input": io.BytesIO(),
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        reply.body = b"".join(self.front(environ, start_response))
        return reply


def django(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    start_response("200 OK", [("X-From", "django")])
    return [f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}".encode()]


def spoil(file: Path) -> None:
    """Change one byte of a file behind everybody's back, as a failing disk does."""
    found = file.stat()
    body = bytearray(file.read_bytes())
    body[len(body) // 2] ^= 1
    file.write_bytes(body)
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


@pytest.fixture
def pages(tmp_path: Path) -> DiskStore:
    store = DiskStore(tmp_path / "pages")
    store.put("/desh/", STORY)
    store.put("/नदी/", STORY)
    store.put_asset("/assets/site-0.css", b"body { margin: 0 }" * 50)
    return store


@pytest.fixture
def reader(pages: DiskStore, tmp_path: Path) -> Reader:
    media = tmp_path / "media"
    for name in ("images/nadi.webp", "images/page.html", "original_images/nadi.jpg", "plain.jpg"):
        (media / name).parent.mkdir(parents=True, exist_ok=True)
        (media / name).write_bytes(name.encode())
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (media / "images" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    headers = {"X-Content-Type-Options": "nosniff"}
    caching = Caching(browser=60, while_revalidating=0, if_error=0)
    return Reader(Front(pages, django, headers, Media(media, ["images"]), caching))


def test_a_stored_page_is_answered_without_django(reader: Reader) -> None:
    reply = reader.ask("/desh/")

    assert reply.status == "200 OK"
    assert reply.body == STORY.body
    assert reply.headers == {
        "ETag": reply.headers["ETag"],
        "Last-Modified": reply.headers["Last-Modified"],
        "Repr-Digest": f"sha-256=:{b64encode(sha256(STORY.body).digest()).decode()}:",
        "Cache-Control": "public, max-age=60",
        "Vary": "Accept-Encoding",
        "Content-Type": HTML,
        "Content-Length": str(len(STORY.body)),
        "X-Content-Type-Options": "nosniff",
    }


def test_a_devanagari_address_finds_its_page(reader: Reader) -> None:
    assert reader.ask("/नदी/").body == STORY.body


@pytest.mark.parametrize(
    ("header", "encoding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("br;q=0.5, gzip", "gzip", gzip.decompress),
        ("identity;q=0, gzip", "gzip", gzip.decompress),
        ("*", "br", brotli.decompress),
    ],
)
def test_a_page_goes_out_in_an_encoding_the_reader_takes(
    reader: Reader, header: str, encoding: str, unpack: Callable[[bytes], bytes]
) -> None:
    reply = reader.ask("/desh/", accept_encoding=header)

    assert reply.headers["Content-Encoding"] == encoding
    assert reply.headers["Content-Length"] == str(len(reply.body))
    assert reply.headers["Vary"] == "Accept-Encoding"
    assert unpack(reply.body) == STORY.body


def test_a_reader_who_has_the_page_is_told_so(reader: Reader) -> None:
    tag = reader.ask("/desh/", accept_encoding="br").headers["ETag"]

    for header in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        reply = reader.ask("/desh/", accept_encoding="br", if_none_match=header)
        assert (reply.status, reply.body) == ("304 Not Modified", b"")
        assert reply.headers["ETag"] == tag
        assert "Content-Length" not in reply.headers
    assert reader.ask("/desh/", accept_encoding="gzip", if_none_match=tag).status == "200 OK"


def test_a_page_is_told_unchanged_by_the_date_it_was_given(reader: Reader) -> None:
    date = reader.ask("/desh/").headers["Last-Modified"]

    same = reader.ask("/desh/", if_modified_since=date)
    other = reader.ask("/desh/", if_modified_since="Sun, 06 Nov 1994 08:49:37 GMT")
    tagged = reader.ask("/desh/", if_modified_since=date, if_none_match='"another"')

    assert (same.status, same.body) == ("304 Not Modified", b"")
    assert (other.status, tagged.status) == ("200 OK", "200 OK")


def test_a_part_that_is_asked_for_is_answered_with_the_whole(reader: Reader) -> None:
    reply = reader.ask("/desh/", range="bytes=0-9")

    assert (reply.status, reply.body) == ("200 OK", STORY.body)


def test_whoever_refuses_every_form_there_is_gets_the_plain_one(
    reader: Reader, pages: DiskStore
) -> None:
    pages.put("/tiny.txt", Page(b"ok", "text/plain; charset=utf-8"))

    reply = reader.ask("/tiny.txt", accept_encoding="identity;q=0, br")

    assert (reply.status, reply.body) == ("200 OK", b"ok")


def test_a_damaged_form_gives_way_to_a_whole_one(
    reader: Reader, pages: DiskStore, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    spoil(tmp_path / "pages" / "desh" / "index.html.br")

    for _ in range(3):
        reply = reader.ask("/desh/", accept_encoding="br, gzip")

    assert reply.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(reply.body) == STORY.body
    assert caplog.text.count("is damaged") == 1


def test_a_page_damaged_in_every_form_is_handed_on_until_it_is_made_again(
    reader: Reader, pages: DiskStore, tmp_path: Path
) -> None:
    for file in (tmp_path / "pages" / "desh").iterdir():
        spoil(file)

    damaged = reader.ask("/desh/", accept_encoding="br, gzip")
    pages.put("/desh/", STORY)

    assert damaged.headers == {"X-From": "django"}
    assert reader.ask("/desh/").body == STORY.body


def test_a_head_request_tells_the_length_and_sends_nothing(reader: Reader) -> None:
    whole, head = reader.ask("/desh/"), reader.ask("/desh/", "HEAD")

    assert head.headers == whole.headers
    assert head.body == b""


def test_a_new_page_is_seen_at_once(reader: Reader, pages: DiskStore) -> None:
    before = reader.ask("/desh/", accept_encoding="br").headers["ETag"]
    pages.put("/desh/", NEWER)

    reply = reader.ask("/desh/", accept_encoding="br", if_none_match=before)

    assert brotli.decompress(reply.body) == NEWER.body


def test_a_page_taken_out_is_handed_on_at_once(reader: Reader, pages: DiskStore) -> None:
    reader.ask("/desh/")
    pages.delete("/desh/")

    assert reader.ask("/desh/").headers == {"X-From": "django"}


def test_an_asset_may_be_kept_for_ever(reader: Reader) -> None:
    reply = reader.ask("/assets/site-0.css")

    assert reply.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert reply.headers["Content-Type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize(
    "path", ["/videsh/", "/newsroom/", "/desh", "/desh/index.html", "/../secret.jpg", "/a\x00/"]
)
def test_what_is_not_stored_is_handed_on(reader: Reader, path: str) -> None:
    assert reader.ask(path).headers == {"X-From": "django"}


def test_the_front_page_is_handed_on_with_a_query_that_asks_for_something_else(
    pages: DiskStore,
) -> None:
    pages.put("/", STORY)
    front = Front(pages, django, {}, asks=re.compile(r"(?:\A|&)p=[0-9]"))

    def asked(query: str) -> bytes:
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "QUERY_STRING": query}
        return b"".join(front(environ, lambda *_: None))  # type: ignore[arg-type]

    assert asked("utm_source=app") == asked("") != b"GET /"
    assert asked("utm_source=app&p=41") == b"GET /"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_what_is_not_reading_is_handed_on(reader: Reader, method: str) -> None:
    assert reader.ask("/desh/", method).body == f"{method} /desh/".encode()


def test_bytes_that_are_no_text_are_handed_on(reader: Reader) -> None:
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/\xe0\xa4/"}

    assert list(reader.front(environ, lambda *_: lambda _: None)) == ["GET /\xe0\xa4/".encode()]


def test_a_store_that_cannot_be_read_hands_on(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(DiskStore, "version", broken)

    assert reader.ask("/desh/").headers == {"X-From": "django"}
    assert "Input/output error" in caplog.text


def test_a_rendition_is_served_for_a_long_time(reader: Reader) -> None:
    reply = reader.ask("/media/images/nadi.webp")

    assert reply.body == b"images/nadi.webp"
    assert reply.headers["Content-Type"] == "image/webp"
    assert reply.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    tag = reply.headers["ETag"]
    assert reader.ask("/media/images/nadi.webp", if_none_match=tag).status == "304 Not Modified"


@pytest.mark.parametrize(
    "path",
    [
        "/media/original_images/nadi.jpg",
        "/media/plain.jpg",
        "/media/images/",
        "/media/images",
        "/media/images/page.html",
        "/media/images/missing.webp",
        "/media/images/../plain.jpg",
        "/media/images/%2e%2e/plain.jpg",
        "/media/images/link.jpg",
        "/images/nadi.webp",
    ],
)
def test_nothing_else_of_the_media_folder_is_served(reader: Reader, path: str) -> None:
    assert reader.ask(path).headers == {"X-From": "django"}


def test_hot_pages_are_read_from_the_disk_once(
    reader: Reader, pages: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[str] = []
    load = DiskStore.load

    def counted(self: DiskStore, path: str, encoding: str) -> object:
        loads.append(path)
        return load(self, path, encoding)

    monkeypatch.setattr(DiskStore, "load", counted)
    for _ in range(5):
        reader.ask("/desh/")

    assert loads == ["/desh/"]


def test_memory_is_bounded_and_keeps_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DiskStore(tmp_path)
    size = 10_000
    for number in range(4):
        store.put(f"/{number}.png", Page(bytes([number]) * size, "image/png"))
    store.put("/big.png", Page(b"b" * size * 4, "image/png"))
    shelf = Shelf(store, 3 * (size + OVERHEAD), lambda _path, page: page.body)
    loads: list[str] = []
    load = DiskStore.load

    def counted(self: DiskStore, path: str, encoding: str) -> object:
        loads.append(path)
        return load(self, path, encoding)

    monkeypatch.setattr(DiskStore, "load", counted)
    for path in ("/0.png", "/1.png", "/2.png", "/0.png", "/big.png", "/3.png", "/0.png", "/1.png"):
        page = shelf.get(path, "identity")
        assert page is not None

    # The fourth pushed out 1, which was read longest ago; the big one was never kept.
    assert loads == ["/0.png", "/1.png", "/2.png", "/big.png", "/3.png", "/1.png"]
