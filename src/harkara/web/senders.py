"""Senders: whether what was posted comes from a page of ours.

A pressed page is the same for every reader, so its forms carry no token of one reader's session.
What a browser says of where a request comes from cannot be set by a script of another site:
`Sec-Fetch-Site`, and in older browsers `Origin` or `Referer` (decision 19).
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

SAME = "same-origin"


class Sender(StrEnum):
    """Where a request comes from, as far as the browser says."""

    OURS = "ours"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


def sender_of(request: HttpRequest) -> Sender:
    """Return where a request comes from; one foreign word is enough, and none is unknown."""
    return sender_in(request.META, f"{request.scheme}://{request.get_host()}")


def sender_in(environ: Mapping[str, str], home: str) -> Sender:
    """Return where a request comes from that was sent to `home`, as its WSGI environment says."""
    site = environ.get("HTTP_SEC_FETCH_SITE", "")
    pages = [environ.get(name, "") for name in ("HTTP_ORIGIN", "HTTP_REFERER")]
    own = (settings.PUBLIC_URL, home)
    words = [site == SAME] * bool(site) + [_is_ours(page, own) for page in pages if page]
    if not words:
        return Sender.UNKNOWN
    return Sender.OURS if all(words) else Sender.FOREIGN


def _is_ours(address: str, own: Collection[str]) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return f"{parts.scheme}://{parts.netloc}" in own
