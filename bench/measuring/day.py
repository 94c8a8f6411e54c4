"""Copy of one day, made up: feeds, wires and documents of any number of stories.

The same number gives the same files, apart from the times in Word documents. No two ways tell the
same stories.
"""

import io
import json
import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

A_FEED = 100
"""So many items a feed holds."""
_SEEDS = {"feeds": 1826, "folder": 1827, "push": 1828, "documents": 1829}
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Told:
    """A story of the day: its headline, which no other one has, and its paragraphs."""

    headline: str
    paragraphs: Sequence[str]


def stories_of(way: str, count: int) -> Iterator[Told]:
    """Give the stories that come this way."""
    from bench.measuring.exports import headline_of
    from bench.measuring.made_up import stories
    from harkara.demo.stories import read

    texts = [
        block.holds["text"]
        for told in read().stories
        for block in told.body
        if block.kind == "paragraph"
    ]
    first = _SEEDS[way] * 1_000_000
    for at, text in enumerate(stories(texts, count, _SEEDS[way]), first):
        yield Told(f"{headline_of(at)} {at}", text.split("\n"))


def write_feeds(folder: Path, count: int) -> list[Path]:
    """Write feeds (RSS 2.0) of so many stories, each of A_FEED."""
    told, paths = list(stories_of("feeds", count)), []
    for first in range(0, count, A_FEED):
        path = folder / f"{first // A_FEED:05}.xml"
        items = "".join(_item(first + at, one) for at, one in enumerate(told[first:][:A_FEED]))
        head = "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        path.write_text(f"{head}<channel><title>परख</title>{items}</channel></rss>", "utf-8")
        paths.append(path)
    return paths


def write_wires(folder: Path, count: int, way: str = "push") -> list[Path]:
    """Write so many items (ninjs 2.0), each in a file that has lain there for a while."""
    paths = []
    for at, one in enumerate(stories_of(way, count)):
        path = folder / f"{at:06}.json"
        told = {
            "uri": f"urn:agency.example:{way}:{at}",
            "type": "text",
            "version": "1",
            "versioncreated": "2026-11-24T12:00:00+05:30",
            "headlines": [{"value": one.headline}],
            "bodies": [{"contentType": "text/plain", "value": "\n".join(one.paragraphs)}],
        }
        path.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        os.utime(path, (0, 1_700_000_000 + at))
        paths.append(path)
    return paths


def write_documents(folder: Path, count: int) -> list[Path]:
    """Write what people hand in, in turns: plain text, pages, Word documents, messages."""
    paths, forms = [], (_plain, _page, _word, _message)
    for at, one in enumerate(stories_of("documents", count)):
        ending, raw = forms[at % len(forms)](one)
        path = folder / f"{at:06}.{ending}"
        path.write_bytes(raw)
        paths.append(path)
    return paths


WRITERS = {
    "feeds": write_feeds,
    "folder": lambda folder, count: write_wires(folder, count, "folder"),
    "push": write_wires,
    "documents": write_documents,
}


def _item(at: int, one: Told) -> str:
    return (
        f"<item><guid>{at}</guid><title>{escape(one.headline)}</title>"
        f"<link>https://khabar.example/{at}</link>"
        f"<content:encoded><![CDATA[{_html(one)}]]></content:encoded></item>"
    )


def _html(one: Told) -> str:
    return "".join(f"<p>{escape(said)}</p>" for said in one.paragraphs)


def _plain(one: Told) -> tuple[str, bytes]:
    return "txt", "\n\n".join((one.headline, *one.paragraphs)).encode()


def _page(one: Told) -> tuple[str, bytes]:
    menu = "<nav><a href='/'>होम</a> <a href='/desh/'>देश</a> <a href='/khel/'>खेल</a></nav>"
    foot = "<footer>© 2026 सर्वाधिकार सुरक्षित</footer>"
    story = f"<article><h1>{escape(one.headline)}</h1>{_html(one)}</article>"
    return "html", f"<!doctype html><html><body>{menu}{story}{foot}</body></html>".encode()


def _word(one: Told) -> tuple[str, bytes]:
    out = io.BytesIO()
    said = "".join(
        f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>"
        for line in (one.headline, *one.paragraphs)
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        document = f'<w:document xmlns:w="{_WORD}"><w:body>{said}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return "docx", out.getvalue()


def _message(one: Told) -> tuple[str, bytes]:
    stamp = "[12:30, 26/11/2026] रफीक भाई:"
    return "txt", "\n\n".join((f"{stamp} *{one.headline}*", *one.paragraphs)).encode()
