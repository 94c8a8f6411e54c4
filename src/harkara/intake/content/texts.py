"""Texts: headlines, summaries and names, which come with markup in them or without any."""

import re
from html import unescape

from django.utils.html import escape

from harkara.intake.content.reading import read_content
from harkara.intake.content.ways import sent
from harkara.intake.drafts import TextBlock
from harkara.intake.mending import Pen

_LINES = re.compile(r"(?:\r\n?|\n)+")
_ROMAN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
MOST_WORDS = 80


def plain(html: str, pen: Pen) -> str:
    """Return what a piece of HTML says, on one line, mended.

    >>> plain("<p>पुल <b>खुला</b> &amp;</p><p>राह आसान</p>", Pen())
    'पुल खुला & राह आसान'
    """
    if "<" not in html:
        return pen.mend(" ".join(unescape(html).split()))
    blocks = read_content(html, sent(), pen).blocks
    texts = (block.text for block in blocks if isinstance(block, TextBlock))
    return " ".join(" ".join(texts).split())


def html_of(text: str) -> str:
    """Return plain text as HTML, a paragraph for each of its lines."""
    return "".join(f"<p>{escape(line)}</p>" for line in _LINES.split(text) if line.strip())


def readable_words(name: str) -> str:
    """Return the words of an old address if they may stay as they are, otherwise nothing.

    >>> readable_words("sohni-pul"), readable_words("%e0%a4%b8%e0%a5%8b"), readable_words("1234")
    ('sohni-pul', '', '')
    """
    fits = _ROMAN.match(name) and len(name) <= MOST_WORDS and not name.replace("-", "").isdigit()
    return name if fits else ""
