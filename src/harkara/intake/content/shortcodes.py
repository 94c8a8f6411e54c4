"""Shortcodes: `[caption]`, `[gallery]`, `[embed]` and their like, as the HTML they stand for.

The names are those of WordPress. What plugins and page builders add (WPBakery, Divi, Avada,
Shortcodes Ultimate) is known by what it says: one that leads to a video, a post of a network or a
file, or names pictures, shows these. What shows nothing is taken out; what stands between its
opening and its closing form stays.
"""

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from urllib.parse import unquote

from harkara.intake.content.embeds import network_of
from harkara.newsroom.videos import video_addresses

_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))""")
_CAPTION = re.compile(
    r"\[(?:caption|wp_caption)\b([^\]]*)\](.*?)\[/(?:caption|wp_caption)\]", re.DOTALL
)
_WHOLE_PICTURE = re.compile(r"^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)$", re.DOTALL)
# WPBakery packs HTML so that the editor leaves it alone, and scripts likewise.
_PACKED = re.compile(r"\[vc_raw_(html|js)\b[^\]]*\]([^\[]*)\[/vc_raw_\1\]")
# Whatever holds nothing but an address shows what is there.
_HOLDS_ADDRESS = re.compile(
    r"\[([a-z][\w-]{2,40})\b([^\[\]]*)\]\s*(https?://[^\[\s<]+)\s*\[/\1\]", re.ASCII
)
_TAG = re.compile(r"\[([a-z][\w-]{2,40})\b([^\[\]]*)\](?:\s*\[/\1\])?", re.ASCII)
_PLAYERS = frozenset({"youtube", "embed", "video", "audio", "tweet", "vimeo", "playlist"})
_OF_PICTURES = re.compile(r"image|img|photo|picture|gallery|carousel|slide")
_IDS = re.compile(r"(\d{1,18}(?:\s*,\s*\d{1,18})*)(?:\|\w*)?\Z", re.ASCII)
_NAMES_OF_IDS = ("ids", "include", "images", "gallery_ids", "image", "image_id", "id")
_NAMES_OF_ADDRESSES = ("src", "url", "mp4", "mp3", "link", "file", "image", "image_url", "id")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|mp3|mp4)(?:\?\S*)?\Z", re.IGNORECASE)
_YOUTUBE_ID = re.compile(r"[\w-]{11}\Z", re.ASCII)
# These only part a page into columns: that they go changes nothing.
_LAYOUT = re.compile(
    r"\[/?(?:vc_(?:row|column|section)|et_pb_(?:section|row|column|text)|fusion_(?:builder|text))"
)
# A name in brackets is a shortcode if it has attributes or a closing form, or a name like one.
_UNKNOWN = re.compile(
    r"\[/[a-z][\w-]{2,40}\]|\[[a-z][\w-]{2,40}(?:\s+[\w-]+\s*=[^\[\]]*)/?\]"
    r"|\[[A-Za-z]+_[\w-]{2,40}\s*/?\]|\[(?:toc|lwptoc|ez-toc|gallery)\s*/?\]"
)
_OPENS = re.compile(r"\[([a-z][\w-]{2,40})\]")


def without_shortcodes(html: str, unknown: Callable[[str], object]) -> str:
    """Return the HTML with its shortcodes spelled out; `unknown` is told each that is taken out.

    The columns of page builders are not told.
    """
    if "[" not in html:
        return html

    def taken_out(found: re.Match[str]) -> str:
        if not _LAYOUT.match(found[0]):
            unknown(found[0])
        return ""

    html = _PACKED.sub(lambda found: _unpacked(found) or taken_out(found), html)
    html = _CAPTION.sub(_caption, html)
    html = _HOLDS_ADDRESS.sub(_held, html)
    html = _TAG.sub(lambda found: _shown(found[1], found[2]) or found[0], html)
    closed = {found[2:-1] for found in re.findall(r"\[/[a-z][\w-]{2,40}\]", html)}
    html = _OPENS.sub(lambda found: taken_out(found) if found[1] in closed else found[0], html)
    return _UNKNOWN.sub(taken_out, html)


def attributes(text: str) -> dict[str, str]:
    """Return the attributes of a shortcode by their names.

    >>> attributes(' ids="4,7" columns=2')
    {'ids': '4,7', 'columns': '2'}
    """
    return {name: a or b or c for name, a, b, c in _ATTRIBUTE.findall(text)}


def _unpacked(found: re.Match[str]) -> str:
    """Return HTML that was packed, "" for a script and for what cannot be unpacked."""
    if found[1] == "js":
        return ""
    try:
        return unquote(base64.b64decode("".join(found[2].split())).decode())
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _caption(found: re.Match[str]) -> str:
    said, inside = attributes(found[1]), found[2]
    whole = _WHOLE_PICTURE.match(inside)
    picture, caption = (whole[1], whole[2]) if whole else (inside, "")
    words = caption or escape(said.get("caption", ""))
    return f"<figure>{picture}<figcaption>{words}</figcaption></figure>"


def _held(found: re.Match[str]) -> str:
    name, text, address = found.groups()
    if _OF_PICTURES.search(name):
        return _shown(name, text) or f'<img src="{escape(address)}" alt="">'
    return _leads_to(address)


def _shown(name: str, text: str) -> str:
    """Return what a shortcode shows, by its name and the text of its attributes, else ""."""
    said = attributes(text)
    addresses = list(_addresses(name, said, text))
    if _OF_PICTURES.search(name):
        ids = (_IDS.match(said[key]) for key in _NAMES_OF_IDS if key in said)
        if found := next(filter(None, ids), None):
            return f'<x-gallery ids="{found[1]}"></x-gallery>'
        if addresses:
            alt = escape(said.get("alt", ""))
            return f'<img src="{escape(addresses[0])}" alt="{alt}">'
        return ""
    shown = (one for one in addresses if name in _PLAYERS or _can_be_shown(one))
    return next(map(_leads_to, shown), "")


def _can_be_shown(address: str) -> bool:
    """Say whether an address is that of something a reader sees or gets, not of another page."""
    return bool(video_addresses(address) or network_of(address) or _FILE.search(address))


def _addresses(name: str, said: Mapping[str, str], text: str) -> Iterator[str]:
    """Give the addresses that a shortcode names; one for YouTube may name the video alone."""
    for key in _NAMES_OF_ADDRESSES:
        value = said.get(key, "")
        if value.startswith(("http://", "https://")):
            yield value
        elif key == "id" and "youtube" in name and _YOUTUBE_ID.match(value):
            yield f"https://www.youtube.com/watch?v={value}"
    bare = text.strip(" =")
    if name in _PLAYERS and bare.startswith(("http://", "https://")):
        yield bare


def _leads_to(address: str) -> str:
    return f'<x-embed src="{escape(address)}"></x-embed>'
