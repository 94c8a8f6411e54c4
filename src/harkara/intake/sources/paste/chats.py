"""Chats: what WhatsApp in the browser puts on a clipboard besides the words of its messages.

Each message says who sent it and when in an attribute of its own, and shows the time below.
"""

import re
from collections.abc import Iterator

from lxml import etree

from harkara.intake.markup import words

SENDER = "data-pre-plain-text"
_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(?:\s?[ap]\.?\s?m\.?)?\Z", re.IGNORECASE)
_LINES = "white-space:pre-wrap"


def is_chat(root: etree._Element) -> bool:
    """Say whether this is messages of a chat."""
    return next(_messages(root), None) is not None


def tidy(root: etree._Element) -> None:
    """Keep the lines of each message, and leave out the times that stand below them."""
    for message in list(_messages(root)):
        message.set("style", _LINES)
    for part in list(root.iter("div", "span")):
        if part.getparent() is not None and _TIME.match(words(part)):
            part.clear(keep_tail=True)


def _messages(root: etree._Element) -> Iterator[etree._Element]:
    return root.iterfind(f".//*[@{SENDER}]")
