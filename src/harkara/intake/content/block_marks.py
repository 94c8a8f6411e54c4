"""Block marks: the comments between which WordPress's editor stores its blocks."""

import re
from collections.abc import Callable
from html import escape

from harkara.intake.json_text import read_json

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# A block that closes itself holds no HTML: WordPress makes it when the page is shown.
_FILLED = re.compile(r"<!--\s*wp:(?P<name>[a-z][\w/-]*)\s+(?P<said>\{.*\})?\s*/-->\Z", re.DOTALL)
# These part a story into pages or lines, and show nothing.
_PARTS = frozenset({"more", "nextpage", "separator", "spacer"})


def without_comments(html: str, filled: Callable[[str], object]) -> str:
    """Return HTML without its comments; `filled` is told each block that held nothing itself.

    One that names the address of what it embeds becomes that.
    """
    if "<!--" not in html:
        return html

    def rest(found: re.Match[str]) -> str:
        block = _FILLED.match(found[0]) if found[0].endswith("/-->") else None
        if block is None or block["name"] in _PARTS:
            return ""
        said = _said(block["said"])
        address = said.get("url")
        if isinstance(address, str) and address.startswith(("http://", "https://")):
            return f'<x-embed src="{escape(address)}"></x-embed>'
        ref = said.get("ref")
        filled(f"{block['name']} {ref}" if isinstance(ref, int) else block["name"])
        return ""

    return _COMMENT.sub(rest, html)


def _said(text: str | None) -> dict[str, object]:
    """Return the attributes of a block; none if they are no JSON."""
    try:
        said = read_json(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
