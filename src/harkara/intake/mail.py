"""Mail: the words of a message that was saved as a file (.eml, or a page saved as .mhtml)."""

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from django.utils.translation import gettext_noop as _

from harkara.intake.refusals import Refused

_FIELD = rb"[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*"
_HEAD = re.compile(rb"\A(?:" + _FIELD + rb"){2,200}\r?\n")
_MIME = re.compile(rb"^(?:MIME-Version|Content-Type):", re.IGNORECASE | re.MULTILINE)
_BROKEN = _("this message cannot be read: open it, select the story, and paste the text")
_UNTOLD = (None, "us-ascii")
_UNREADABLE = (MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError)
"""What the standard library raises for messages that are broken in one way or another."""
MOST_HEAD = 64 * 1024


def is_mail(raw: bytes) -> bool:
    """Say whether this is a message as mail programs save it: it begins with fields, MIME's too."""
    head = _HEAD.match(raw[:MOST_HEAD])
    return head is not None and _MIME.search(head[0]) is not None


def text_in(raw: bytes) -> tuple[bytes, int]:
    """Return the words of a message, plain or as HTML, and how many files come with it.

    The words are UTF-8, or as they came where the message does not tell their encoding. Raises
    Refused, with one line, if none can be read.
    """
    try:
        message = message_from_bytes(raw, policy=policy.default)
        body = message.get_body(preferencelist=("plain", "html"))
        text = _words(body) if isinstance(body, EmailMessage) else b""
        files = sum(one.is_attachment() for one in message.iter_attachments())
    except _UNREADABLE as error:
        raise Refused(_BROKEN) from error
    if not text.strip():
        raise Refused(_BROKEN)
    return text, files


def _words(body: EmailMessage) -> bytes:
    if body.get_content_charset() in _UNTOLD:
        payload = body.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""
    return str(body.get_content()).encode()
