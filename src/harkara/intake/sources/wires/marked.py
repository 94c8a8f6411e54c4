"""Marked: texts that are said to be plain and are marked up all the same."""

import re
from html import unescape

from harkara.intake.content import html_of
from harkara.intake.sources.wires.wrapped import unwrapped

_MARKED = re.compile(r"</p>|<br\s*/?>|^\s*<(?:p|div)\b", re.IGNORECASE)
_ESCAPED = re.compile(r"&lt;/p&gt;|&lt;br\s*/?&gt;", re.IGNORECASE)


def as_html(text: str) -> str:
    """Return a text as HTML: as it is if it is marked up, also if its marks are written as text.

    >>> as_html("&lt;p&gt;पुल खुला&lt;/p&gt;"), as_html("5 < 6")
    ('<p>पुल खुला</p>', '<p>5 &lt; 6</p>')
    """
    if _ESCAPED.search(text):
        text = unescape(text)
    return text if _MARKED.search(text) else html_of(unwrapped(text))
