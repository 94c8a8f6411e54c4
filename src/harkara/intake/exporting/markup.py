"""Markup: a story's blocks as the HTML that WordPress would store."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

Raw = Mapping[str, Any]
_PAGE_LINK = re.compile(r'<a\b[^>]*\blinktype="page"[^>]*>')
_ID = re.compile(r'\bid="([0-9]{1,18})"')
LABEL = "ये भी पढ़ें"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as an export names it."""

    id: int
    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class Around:
    """What a body refers to: pages by their ids as (headline, whole address), photos by theirs."""

    page: Callable[[int], tuple[str, str] | None]
    photo: Callable[[int], Picture | None]


def html_of(stream: Sequence[Raw], around: Around) -> str:
    """Return the blocks of a story as HTML, a blank line between them."""
    made = (MAKERS[one["type"]](one["value"], around) for one in stream if one["type"] in MAKERS)
    return "\n\n".join(filter(None, made))


def _paragraph(value: str, around: Around) -> str:
    def resolved(found: re.Match[str]) -> str:
        named = _ID.search(found[0])
        page = around.page(int(named[1])) if named else None
        return f'<a href="{escape(page[1])}">' if page else "<a>"

    return _PAGE_LINK.sub(resolved, value)


def _heading(value: str, _around: Around) -> str:
    return f"<h2>{escape(value)}</h2>"


def _also_read(value: Raw, around: Around) -> str:
    page = around.page(value["story"]) if value.get("story") else None
    if page is None:
        return f"<p>{LABEL}: {escape(value.get('text', ''))}</p>" if value.get("text") else ""
    headline, address = page
    return f'<p>{LABEL}: <a href="{escape(address)}">{escape(headline)}</a></p>'


def _picture(value: Raw, around: Around) -> str:
    photo = around.photo(value["photo"]) if value.get("photo") else None
    if photo is None:
        return ""
    shown = (
        f'<img class="wp-image-{photo.id}" src="{escape(photo.url)}" alt="{escape(photo.alt)}"/>'
    )
    caption = escape(value.get("caption") or "")
    words = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="wp-block-image">{shown}{words}</figure>'


def _gallery(value: Raw, around: Around) -> str:
    inside = (_picture(one.get("value", one), around) for one in value["pictures"])
    return f'<figure class="wp-block-gallery">{"".join(inside)}</figure>'


def _pull_quote(value: Raw, _around: Around) -> str:
    who = f"<cite>{escape(value['who'])}</cite>" if value.get("who") else ""
    return f"<blockquote><p>{escape(value['text'])}</p>{who}</blockquote>"


def _fact_box(value: Raw, _around: Around) -> str:
    lines = "".join(f"<li>{escape(_item(line))}</li>" for line in value["lines"])
    return f"<h3>{escape(value['title'])}</h3><ul>{lines}</ul>"


def _list(value: Raw, _around: Around) -> str:
    tag = "ol" if value.get("ordered") else "ul"
    items = "".join(f"<li>{escape(_item(item))}</li>" for item in value["items"])
    return f"<{tag}>{items}</{tag}>"


def _item(value: Any) -> str:  # noqa: ANN401 (raw)
    """Return an item of a list block, which may lie in an envelope with its id."""
    return str(value["value"] if isinstance(value, dict) else value)


def _table(value: Raw, _around: Around) -> str:
    rows = [
        "".join(f"<td>{escape(cell.strip())}</td>" for cell in line.split("|"))
        for line in value["lines"].splitlines()
        if line.strip()
    ]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _video(value: Raw, _around: Around) -> str:
    wrapper = f'<div class="wp-block-embed__wrapper">{escape(value["url"])}</div>'
    return f'<figure class="wp-block-embed">{wrapper}</figure>'


def _social_post(value: Raw, _around: Around) -> str:
    # Quoted as the networks' own embed code has it: words, a dash, the name, a link.
    return (
        f'<blockquote class="twitter-tweet"><p>{escape(value["text"])}</p>'
        f"&mdash; {escape(value['author'])} "
        f'<a href="{escape(value["url"])}">{escape(value.get("network") or "")}</a></blockquote>'
    )


MAKERS: Mapping[str, Callable[[Any, Around], str]] = {
    "paragraph": _paragraph,
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
