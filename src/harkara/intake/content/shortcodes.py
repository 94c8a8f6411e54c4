"""Shortcodes: `[caption]`, `[gallery]`, `[embed]` and their like, as the HTML they stand for.

The names are those of WordPress and the plugins that portals use most. What is not known is taken
out, and what stands between its opening and its closing form stays.
"""

import re
from collections.abc import Callable
from html import escape

_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))""")
_CAPTION = re.compile(
    r"\[(?:caption|wp_caption)\b([^\]]*)\](.*?)\[/(?:caption|wp_caption)\]", re.DOTALL
)
_WHOLE_PICTURE = re.compile(r"^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)$", re.DOTALL)
_EMBED = re.compile(
    r"\[(?:embed|youtube|twitter|tweet|facebook|instagram|vimeo|video_embed)\b([^\]]*)\]"
    r"\s*(https?://[^\[\s]+)\s*\[/[a-z_]+\]"
)
_ONE = re.compile(r"\[(gallery|youtube|embed|video|audio|tweet|vimeo|playlist)\b([^\]]*)\]")
# A name in brackets is a shortcode if it has attributes or a closing form, or a name like one.
_UNKNOWN = re.compile(
    r"\[/[a-z][\w-]{2,40}\]|\[[a-z][\w-]{2,40}(?:\s+[\w-]+\s*=[^\[\]]*)/?\]|\[[a-z]+_[\w-]{2,40}\s*/?\]"
)
_OPENS = re.compile(r"\[([a-z][\w-]{2,40})\]")


def without_shortcodes(html: str, unknown: Callable[[str], object]) -> str:
    """Return the HTML with its shortcodes spelled out; `unknown` is told each that is taken out."""
    if "[" not in html:
        return html
    html = _CAPTION.sub(_caption, html)
    html = _EMBED.sub(lambda found: _leads_to(found[2]), html)
    html = _ONE.sub(_one, html)
    closed = {found[2:-1] for found in re.findall(r"\[/[a-z][\w-]{2,40}\]", html)}

    def taken_out(found: re.Match[str]) -> str:
        unknown(found[0])
        return ""

    html = _OPENS.sub(lambda found: taken_out(found) if found[1] in closed else found[0], html)
    return _UNKNOWN.sub(taken_out, html)


def attributes(text: str) -> dict[str, str]:
    """Return the attributes of a shortcode by their names.

    >>> attributes(' ids="4,7" columns=2')
    {'ids': '4,7', 'columns': '2'}
    """
    return {name: a or b or c for name, a, b, c in _ATTRIBUTE.findall(text)}


def _caption(found: re.Match[str]) -> str:
    said, inside = attributes(found[1]), found[2]
    whole = _WHOLE_PICTURE.match(inside)
    picture, caption = (whole[1], whole[2]) if whole else (inside, "")
    words = caption or escape(said.get("caption", ""))
    return f"<figure>{picture}<figcaption>{words}</figcaption></figure>"


def _one(found: re.Match[str]) -> str:
    name, said = found[1], attributes(found[2])
    if name == "gallery":
        return f'<x-gallery ids="{escape(said.get("ids") or said.get("include", ""))}"></x-gallery>'
    address = next((said[key] for key in ("src", "url", "mp4", "mp3", "id") if key in said), "")
    if not address:
        rest = found[2].strip(" =")
        address = rest if rest.startswith("http") else ""
    if name == "youtube" and address and "/" not in address:
        address = f"https://www.youtube.com/watch?v={address}"
    return _leads_to(address) if address.startswith("http") else ""


def _leads_to(address: str) -> str:
    return f'<x-embed src="{escape(address)}"></x-embed>'
