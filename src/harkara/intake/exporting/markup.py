"""Markup: a story's blocks as HTML, in the forms that WordPress stores and every reader shows."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape, unescape
from typing import Any
from urllib.parse import quote

from harkara.intake.content.own_marks import CORRECTIONS, FACT_BOX
from harkara.intake.exporting.gathering import PageRef
from harkara.newsroom.blocks import table_rows
from harkara.newsroom.models import Photo
from harkara.newsroom.queries.body import LINK_ID, PAGE_LINK, items

Raw = Mapping[str, Any]
LABEL = "ये भी पढ़ें"
PHOTO_IDS = 1_000_000_000
"""Photos have ids of their own there: in WordPress they share one series with the stories."""
_PHOTO = re.compile(r'class="wp-image-(\d+)"')
_FIGURE = re.compile(r'<figure class="wp-block-image">.*?</figure>', re.DOTALL)
_WRAPPED = re.compile(r"(?<=embed__wrapper\">)\n(\S+)\n")
_LINK = r'<a href="\1">\1</a>'
_EDGES = re.compile(r"<p\b[^>]*>")
# What WordPress's editor calls each block; a block without a name of its own is HTML to it.
_NAMES = {
    "paragraph": "paragraph",
    "also_read": "paragraph",
    "heading": "heading",
    "picture": "image",
    "gallery": "gallery",
    "pull_quote": "quote",
    "list": "list",
    "table": "table",
    "video": "embed",
}


@dataclass(frozen=True, slots=True)
class Refs:
    """What bodies refer to: the site's address, pages and photos by their ids."""

    site: str
    pages: Mapping[int, PageRef]
    photos: Mapping[int, Photo]


def html_of(stream: Sequence[Raw], refs: Refs, *, named: bool = False) -> str:
    """Return the blocks of a story as HTML, a blank line between them.

    `named` puts each between the comments by which WordPress's editor knows its blocks.
    """
    made = ((one["type"], MAKERS[one["type"]](one["value"], refs)) for one in stream)
    shown = _named if named else _linked
    return "\n\n".join(shown(kind, html) for kind, html in made if html)


def corrections_html(corrections: Sequence[tuple[datetime, str]], *, named: bool = False) -> str:
    """Return what a story owned up to as the group of paragraphs that stands at its foot."""
    if not corrections:
        return ""
    lines = "".join(
        f'<p><time datetime="{at.isoformat()}">{at:%d.%m.%Y}</time>: {escape(text)}</p>'
        for at, text in corrections
    )
    html = f'<div class="wp-block-group {CORRECTIONS}">{lines}</div>'
    return _named("group", html) if named else html


def rich_text(html: str, refs: Refs) -> str:
    """Return rich text with its links to pages as whole addresses, without the editor's marks."""

    def resolved(found: re.Match[str]) -> str:
        named = LINK_ID.search(found[0])
        page = refs.pages.get(int(named[1])) if named else None
        return f'<a href="{escape(refs.site + page.path)}">' if page and page.path else "<a>"

    return _EDGES.sub("<p>", PAGE_LINK.sub(resolved, html))


def file_address(photo: Photo, site: str) -> str:
    """Return the address a picture has in an export: its file's name below `uploads`."""
    return f"{site}/uploads/{quote(file_name(photo))}"


def file_name(photo: Photo) -> str:
    """Return the name of a photo's file, which no other has."""
    return str(photo.file.name).rpartition("/")[2]


def _named(kind: str, html: str) -> str:
    name = _NAMES.get(kind, "group" if "wp-block-group" in html[:40] else "html")
    said = _SAID[kind](html) if kind in _SAID else ""
    if kind == "gallery":
        html = _FIGURE.sub(lambda one: _named("picture", one[0]), html)
    return f"<!-- wp:{name} {said}-->\n{html}\n<!-- /wp:{name} -->"


def _linked(kind: str, html: str) -> str:
    """Return a block for who does not embed what an address names: it is a link there."""
    return _WRAPPED.sub(_LINK, html) if kind == "video" else html


def _picture_said(html: str) -> str:
    """Return what WordPress's editor wants to know of a picture beside its HTML: its id."""
    found = _PHOTO.search(html)
    return f'{{"id":{found[1]}}} ' if found else ""


def _video_said(html: str) -> str:
    """Return the same of a video: where it is."""
    found = _WRAPPED.search(html)
    address = json.dumps(unescape(found[1])).replace("--", "\\u002d\\u002d") if found else ""
    return f'{{"url":{address},"type":"video"}} ' if address else ""


_SAID: Mapping[str, Callable[[str], str]] = {"picture": _picture_said, "video": _video_said}


def _heading(value: str, _refs: Refs) -> str:
    return f"<h2>{escape(value)}</h2>"


def _also_read(value: Raw, refs: Refs) -> str:
    page = refs.pages.get(value.get("story") or 0)
    if page is None or page.path is None:
        return f"<p>{LABEL}: {escape(value['text'])}</p>" if value.get("text") else ""
    return f'<p>{LABEL}: <a href="{escape(refs.site + page.path)}">{escape(page.headline)}</a></p>'


def _picture(value: Raw, refs: Refs) -> str:
    shown = _image(value.get("photo"), refs)
    caption = _caption(value.get("caption") or "")
    return f'<figure class="wp-block-image">{shown}{caption}</figure>' if shown else ""


def _image(pk: int | None, refs: Refs) -> str:
    photo = refs.photos.get(pk or 0)
    if photo is None:
        return ""
    address, alt = escape(file_address(photo, refs.site)), escape(photo.alt)
    return f'<img class="wp-image-{PHOTO_IDS + photo.pk}" src="{address}" alt="{alt}"/>'


def _caption(text: str) -> str:
    return f"<figcaption>{escape(text)}</figcaption>" if text else ""


def _gallery(value: Raw, refs: Refs) -> str:
    inside = "".join(_picture(one, refs) for one in items(value.get("pictures")))
    return f'<figure class="wp-block-gallery has-nested-images">{inside}</figure>' if inside else ""


def _pull_quote(value: Raw, _refs: Refs) -> str:
    who = f"<cite>{escape(value['who'])}</cite>" if value.get("who") else ""
    return f'<blockquote class="wp-block-quote"><p>{escape(value["text"])}</p>{who}</blockquote>'


def _fact_box(value: Raw, _refs: Refs) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in items(value["lines"]))
    inside = f"<h3>{escape(value['title'])}</h3><ul>{lines}</ul>"
    return f'<div class="wp-block-group {FACT_BOX}">{inside}</div>'


def _list(value: Raw, _refs: Refs) -> str:
    tag = "ol" if value.get("ordered") else "ul"
    inside = "".join(f"<li>{escape(item)}</li>" for item in items(value.get("items")))
    return f"<{tag}>{inside}</{tag}>"


def _table(value: Raw, _refs: Refs) -> str:
    rows = (
        "".join(f"<td>{escape(cell)}</td>" for cell in row)
        for row in table_rows(value.get("lines") or "")
    )
    inside = f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"
    caption = _caption(value.get("caption") or "")
    return f'<figure class="wp-block-table">{inside}{caption}</figure>'


def _video(value: Raw, refs: Refs) -> str:
    address = f'<div class="wp-block-embed__wrapper">\n{escape(value["url"])}\n</div>'
    still = _image(value.get("poster"), refs)
    title = _caption(value.get("title") or "")
    return f'<figure class="wp-block-embed">{address}{still}{title}</figure>'


def _social_post(value: Raw, _refs: Refs) -> str:
    # Quoted as the networks' own embed code has it: words, a dash, the name, a link.
    return (
        f'<blockquote class="twitter-tweet"><p>{escape(value["text"])}</p>'
        f"— {escape(value['author'])} "
        f'<a href="{escape(value["url"])}">{escape(value.get("network") or "")}</a></blockquote>'
    )


MAKERS: Mapping[str, Callable[[Any, Refs], str]] = {
    "paragraph": rich_text,
    "heading": _heading,
    "also_read": _also_read,
    "picture": _picture,
    "gallery": _gallery,
    "pull_quote": _pull_quote,
    "fact_box": _fact_box,
    "list": _list,
    "table": _table,
    "video": _video,
    "social_post": _social_post,
}
