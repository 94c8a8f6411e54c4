"""Cards: what stands between the paragraphs of a Ghost post, as HTML.

Both forms of the editor's document name them alike; their values are those of Ghost's own renderer
(`@tryghost/kg-default-cards` and `kg-default-nodes`), and they come out with the classes that it
gives them: so a post says the same, whichever of its forms is read (`content/cards.py`).
"""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from harkara.intake.sources.ghost.markdown import html_of as markdown

Said = Mapping[str, Any]


def card(kind: str, said: Said) -> str:
    """Return a card as HTML, "" for one that says nothing in a story.

    What is for subscribers' mail alone is no part of the story.
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


def _figure(kind: str, inside: str, said: Said) -> str:
    """Return a card as Ghost shows it, with what stands below it."""
    caption = _raw(said, "caption")
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="kg-card kg-{kind}-card">{inside}{below}</figure>'


def _image(said: Said) -> str:
    return _figure("image", _picture(said), said)


def _picture(said: Said) -> str:
    return f'<img src="{text_of(said, "src")}" alt="{text_of(said, "alt", "title")}">'


def _gallery(said: Said) -> str:
    images = said.get("images")
    shown = [one for one in images if isinstance(one, dict)] if isinstance(images, list) else []
    return _figure("gallery", "".join(map(_picture, shown)), said)


def _embed(said: Said) -> str:
    # What was quoted of a network has its words in the HTML alone.
    shown = _raw(said, "html") or f'<x-embed src="{text_of(said, "url")}"></x-embed>'
    return _figure("embed", shown, said)


def _bookmark(said: Said) -> str:
    told = said.get("metadata")
    title = text_of(told, "title") if isinstance(told, dict) else ""
    words = f'<div class="kg-bookmark-title">{title}</div>'
    return _figure("bookmark", f'<a href="{text_of(said, "url")}">{words}</a>', said)


def _video(said: Said) -> str:
    return _figure("video", f'<video src="{text_of(said, "src")}"></video>', said)


def _audio(said: Said) -> str:
    title = f'<div class="kg-audio-title">{text_of(said, "title")}</div>'
    return _figure("audio", f'<audio src="{text_of(said, "src")}"></audio>{title}', said)


def _pair(said: Said) -> str:
    images = (said.get("beforeImage"), said.get("afterImage"))
    shown = "".join(_picture(one) for one in images if isinstance(one, dict))
    return _figure("before-after", shown, said) if shown else ""


def _callout(said: Said) -> str:
    return f"<p>{_raw(said, 'calloutText')}</p>"


def _toggle(said: Said) -> str:
    return f"<h3>{_raw(said, 'heading')}</h3>{_raw(said, 'content')}"


def _button(said: Said) -> str:
    words = text_of(said, "buttonText")
    return f'<p><a href="{text_of(said, "buttonUrl")}">{words}</a></p>' if words else ""


def _file(said: Said) -> str:
    words = f'<div class="kg-file-card-title">{text_of(said, "fileTitle", "fileName")}</div>'
    more = f'<div class="kg-file-card-caption">{text_of(said, "fileCaption")}</div>'
    return f'<div class="kg-file-card"><a href="{text_of(said, "src")}">{words}{more}</a></div>'


def _product(said: Said) -> str:
    title = _raw(said, "productTitle")
    image = f'<img src="{text_of(said, "productImageSrc")}">'
    words, url = text_of(said, "productButton"), text_of(said, "productUrl")
    button = f'<p><a href="{url}">{words}</a></p>' if words and url else ""
    return f"{image}<h4>{title}</h4>{_raw(said, 'productDescription')}{button}" if title else ""


def _header(said: Said) -> str:
    head = f'<h2 class="kg-header-card-heading">{_raw(said, "header", "heading")}</h2>'
    below = f'<p class="kg-header-card-subheading">{_raw(said, "subheader", "subheading")}</p>'
    return f'<div class="kg-header-card">{head}{below}</div>'


def _signup(said: Said) -> str:
    texts = (_raw(said, name) for name in ("header", "subheader", "disclaimer"))
    inside = "".join(f"<p>{one}</p>" for one in texts if one)
    return f'<div class="kg-signup-card">{inside}</div>'


def _call(said: Said) -> str:
    words = f"<p>{_raw(said, 'sponsorLabel')}</p>" if said.get("hasSponsorLabel") else ""
    text = f"{words}{_raw(said, 'textValue')}<p>{text_of(said, 'buttonText')}</p>"
    return f'<div class="kg-cta-card">{text}</div>'


def _code(said: Said) -> str:
    return _figure("code", f"<pre>{text_of(said, 'code')}</pre>", said)


_MAKERS: Mapping[str, Callable[[Said], str]] = {
    "image": _image,
    "gallery": _gallery,
    "embed": _embed,
    "bookmark": _bookmark,
    "video": _video,
    "audio": _audio,
    "before-after": _pair,
    "html": lambda said: _raw(said, "html"),
    "callout": _callout,
    "toggle": _toggle,
    "button": _button,
    "file": _file,
    "product": _product,
    "code": _code,
    "codeblock": _code,
    "markdown": lambda said: markdown(_raw(said, "markdown")),
    "card-markdown": lambda said: markdown(_raw(said, "markdown")),
    "header": _header,
    "signup": _signup,
    "call-to-action": _call,
}
