"""Tails: what a site's feed puts behind the words of an item.

WordPress ends a summary that it cut with `[…]`, themes add a link to read on, and Yoast SEO signs
every item with "The post … appeared first on …".
"""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from django.utils.translation import gettext_noop as _

from harkara.intake.content import Content
from harkara.intake.drafts import DraftBlock, DraftParagraph, Removed, with_texts

TAIL = _("line that the feed of a site adds")
_SIGNED = re.compile(
    r"(?:\s|^)The (?:post|article)\s.{1,400}?\sappeared first on\s.{1,200}$", re.IGNORECASE
)
_CUT = re.compile(r"\s*\[\s*(?:…|\.{3})\s*\]\s*$")
_BEFORE_A_LINK = " \t\N{NO-BREAK SPACE}:|-–—→»>("


def without_tails(content: Content, url: str) -> Content:
    """Return what an item holds without its tails, each of them listed as removed.

    A link to read on is known by its place, last in a paragraph, and by leading to the item itself,
    which is at `url`.
    """
    blocks: list[DraftBlock] = []
    removed: list[Removed] = []
    waiting = list(content.removed)
    for at, block in enumerate(content.blocks):
        while waiting and waiting[0].before_block <= at:
            removed.append(replace(waiting.pop(0), before_block=len(blocks)))
        if not isinstance(block, DraftParagraph):
            blocks.append(block)
            continue
        text = _without_tail(block, url)
        if text != block.text and not _CUT.search(block.text):
            taken = block.text[len(text) :].strip()
            removed.append(Removed(text=taken, why=TAIL, before_block=len(blocks) + bool(text)))
        if text:
            blocks.append(block if text == block.text else _shorter(block, text))
    removed += (replace(line, before_block=len(blocks)) for line in waiting)
    return replace(content, blocks=tuple(blocks), removed=tuple(removed))


def _without_tail(block: DraftParagraph, url: str) -> str:
    """Return the words of a paragraph without its tails; those that were cut end with "…"."""
    text = _SIGNED.sub("", block.text)
    for link in reversed(block.links):
        if not _is_same(link.url, url) or not text.endswith(link.text):
            break
        text = text.removesuffix(link.text).rstrip(_BEFORE_A_LINK)
    return _CUT.sub("…", text).strip() if text.strip(" .…[]") else ""


def _shorter(block: DraftParagraph, text: str) -> DraftBlock:
    links = tuple(link for link in block.links if link.text in text)
    return with_texts(replace(block, links=links), lambda _text: text)


def _is_same(one: str, other: str) -> bool:
    """Say whether two addresses are of one page, whatever follows them to count readers."""
    try:
        first, second = urlsplit(one), urlsplit(other)
    except ValueError:
        return False
    return bool(first.netloc) and (first.netloc, first.path) == (second.netloc, second.path)
