"""Entities: characters that a page spelled out for a browser, left as text a reader sees."""

import re
from html import unescape

from harkara.text.chars import CONTROLS, HIGH_SURROGATE, LOW_SURROGATE, RIGHT_TO_LEFT
from harkara.text.repairs.base import Fixer

# Quotes, dashes, spaces and signs that stand in sentences. `&lt;` and `&gt;` stay: text that
# has them is about markup, or was kept from becoming it.
_NAMES = (
    "amp quot apos nbsp ensp emsp thinsp zwj zwnj lrm rlm shy lsquo rsquo sbquo ldquo rdquo "
    "bdquo laquo raquo ndash mdash hyphen hellip bull middot deg copy reg trade times minus "
    "frac12 frac14 frac34 pound euro"
)
# An ampersand that was spelled out over and over is one ampersand: &amp;amp;quot; is a quote.
_AGAIN = "(?:(?:amp|AMP|#0{,3}38|#[xX]0{,3}26);)*"
_FIND = re.compile(
    f"&{_AGAIN}(?:(?:{'|'.join(_NAMES.split())});|#[0-9]{{2,7}};|#[xX][0-9a-fA-F]{{2,6}};)"
)
_REPEATED = re.compile(f"&{_AGAIN}(?=.)")
_STAYS = frozenset("<>&")
_OUT_OF_PLACE = re.compile(f"[{CONTROLS}{HIGH_SURROGATE}{LOW_SURROGATE}{RIGHT_TO_LEFT}]")


def _character(match: re.Match[str]) -> str:
    entity = _REPEATED.sub("&", match[0]) if match[0].count(";") > 1 else match[0]
    char = unescape(entity)
    if len(char) != 1 or (char in _STAYS and entity != "&amp;") or not _is_seen(char):
        return match[0]
    return char


def _is_seen(char: str) -> bool:
    """Say whether a character belongs here: controls, halves and right-to-left letters do not.

    Such a letter would decide what becomes of the direction marks around it.
    """
    return char >= " " and not _OUT_OF_PLACE.match(char)


SPELLED_OUT = (Fixer("entity", _FIND, _character),)
