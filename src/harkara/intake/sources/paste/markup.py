"""HTML → lines: what a reader sees of a page, in order, with what its elements say they are.

Nothing of the page is kept but text and http(s) addresses, so nothing of it can ever run.
"""

import re

from django.utils.translation import gettext_noop as _
from lxml import etree

from harkara.intake.markup import tree
from harkara.intake.refusals import Refused
from harkara.intake.sources.paste import chats, office
from harkara.intake.sources.paste.facts import read_facts
from harkara.intake.sources.paste.lines import Kind, Line, PageFacts
from harkara.intake.sources.paste.walk import walk

_KNOWN = (
    "a|abbr|article|aside|b|blockquote|body|br|center|div|em|figure|font|footer|form|h[1-6]|head|header"
    "|hr|html|i|iframe|img|li|link|main|meta|nav|object|ol|p|pre|script|section|span|strong|style|svg"
    "|table|tbody|td|th|title|tr|u|ul|video|embed|input|button"
)
HTML = re.compile(rf"<!doctype\s+html|</?(?:{_KNOWN})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"<(?:p|div|br|li|tr|h[1-6]|article|section|table|blockquote)\b", re.IGNORECASE
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DROPPED = (
    "script", "style", "noscript", "template", "svg", "math", "object", "embed", "applet", "canvas",
    "audio", "head",
)  # fmt: skip
_RUNNABLE = ("script", "object", "embed", "applet")


def is_html(text: str) -> bool:
    """Say whether a text is HTML: it holds one tag that only HTML has."""
    return HTML.search(text) is not None


def from_html(text: str) -> tuple[tuple[Line, ...], PageFacts]:
    """Return the lines a reader sees and what the page says of itself.

    Raises Refused if the page is nested so deeply that a part of it could not be read.
    """
    if not _BLOCK_TAG.search(text):
        # A text with a stray tag in it: its own line ends are all the structure it has.
        text = text.replace("\n", "<br>\n")
    found = tree(_DECLARATION.sub("", text))
    root = found.root
    if not found.is_whole:
        raise Refused(_("the page is nested too deeply to be read whole: paste its text only"))
    if root is None:
        return (), PageFacts()
    facts = read_facts(root)
    runnable = sum(1 for _ in root.iter(*_RUNNABLE))
    in_chat = chats.is_chat(root)
    if in_chat or office.is_document(root):
        # Nothing in it is a page's furniture by its place.
        root.set("itemprop", "articleBody")
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    office.tidy(root)
    if in_chat:
        chats.tidy(root)
    lines = walk(root, facts.url)
    if runnable:
        lines = (*lines, Line(text=f"<script> × {runnable}", kind=Kind.SCRIPT))
    return lines, facts
