"""Cards: what stands between the paragraphs of a Ghost post, as HTML.

Both forms of the editor's document name them alike; their values are those of Ghost's own renderer
(`@tryghost/kg-default-cards` and `kg-default-nodes`).
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

Said = Mapping[str, Any]
_LINES = re.compile(r"\n\s*\n")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*\Z", re.DOTALL)
_ITEM = re.compile(r"\s*(?:[-*+]|(\d+)[.)])\s+(.*)")
# Of Markdown what a story has: pictures, links, bold, italic; in this order, for one is in another.
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[([^\]]*)\]\((\S+?)\)"), r'<img src="\2" alt="\1">'),
    (re.compile(r"\[([^\]]+)\]\((\S+?)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"<strong>\2</strong>"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])"), r"<em>\2</em>"),
)


def card(kind: str, said: Said) -> str:
    """Return a card as HTML, "" for one that says nothing in a story.

    What is for subscribers' mail alone, for signing up or for buying is no part of the story.
    """
    make = _MAKERS.get(kind)
    return make(said) if make else ""


def text_of(said: Said, *names: str) -> str:
    """Return the first of a card's texts that it has, as HTML has it."""
    found = (said.get(name) for name in names)
    return escape(next((one for one in found if isinstance(one, str) and one), ""))


def _raw(said: Said, *names: str) -> str:
    """Return the first of a card's texts, which is HTML already."""
    found = (said.get(name) for name in names)
    return next((one for one in found if isinstance(one, str) and one), "")


def _image(said: Said) -> str:
    shown = f'<img src="{text_of(said, "src")}" alt="{text_of(said, "alt", "title")}">'
    return f"<figure>{shown}<figcaption>{_raw(said, 'caption')}</figcaption></figure>"


def _gallery(said: Said) -> str:
    images = said.get("images")
    shown = [one for one in images if isinstance(one, dict)] if isinstance(images, list) else []
    pictures = "".join(
        f'<img src="{text_of(one, "src")}" alt="{text_of(one, "alt")}">' for one in shown
    )
    return f'<div class="kg-gallery-container">{pictures}</div>'


def _embed(said: Said) -> str:
    return f'<x-embed src="{text_of(said, "url", "src")}"></x-embed>'


def _callout(said: Said) -> str:
    return f"<p>{_raw(said, 'calloutText')}</p>"


def _toggle(said: Said) -> str:
    return f"<h3>{_raw(said, 'heading')}</h3>{_raw(said, 'content')}"


def _button(said: Said) -> str:
    words = text_of(said, "buttonText")
    return f'<p><a href="{text_of(said, "buttonUrl")}">{words}</a></p>' if words else ""


def _file(said: Said) -> str:
    words = text_of(said, "fileTitle", "fileName")
    return f'<p><a href="{text_of(said, "src")}">{words}</a></p>' if words else ""


def _product(said: Said) -> str:
    title = text_of(said, "productTitle")
    return f"<h3>{title}</h3>{_raw(said, 'productDescription')}" if title else ""


def _code(said: Said) -> str:
    return f"<pre>{text_of(said, 'code')}</pre>"


def _markdown(said: Said) -> str:
    text = _raw(said, "markdown")
    return "".join(map(_part, filter(str.strip, _LINES.split(text))))


def _part(text: str) -> str:
    heading = _HEADING.match(text.strip())
    if heading and "\n" not in heading[1]:
        return f"<h2>{_marked(heading[1])}</h2>"
    items = [_ITEM.match(line) for line in text.strip().splitlines()]
    if all(items):
        tag = "ol" if items[0] and items[0][1] else "ul"
        inside = "".join(f"<li>{_marked(one[2])}</li>" for one in items if one)
        return f"<{tag}>{inside}</{tag}>"
    # HTML may stand in Markdown as it is.
    return text if text.lstrip().startswith("<") else f"<p>{_marked(text.strip())}</p>"


def _marked(text: str) -> str:
    for pattern, html in _MARKS:
        text = pattern.sub(html, text)
    return text


_MAKERS: Mapping[str, Callable[[Said], str]] = {
    "image": _image,
    "gallery": _gallery,
    "embed": _embed,
    "bookmark": _embed,
    "video": _embed,
    "audio": _embed,
    "html": lambda said: _raw(said, "html"),
    "callout": _callout,
    "toggle": _toggle,
    "button": _button,
    "file": _file,
    "product": _product,
    "code": _code,
    "codeblock": _code,
    "markdown": _markdown,
    "card-markdown": _markdown,
    "header": lambda said: f"<h2>{_raw(said, 'header', 'heading')}</h2>",
}
