"""Addresses as the outside world gets them: absolute, and plain ASCII."""

from functools import lru_cache
from urllib.parse import quote, urljoin

from django.conf import settings
from django.utils.encoding import iri_to_uri

from harkara.newsroom.addresses import short_path
from harkara.newsroom.records import Rendition


def absolute(path: str) -> str:
    """Return the whole ASCII address of a path of this site; a whole address stays one."""
    return _joined(f"{settings.PUBLIC_URL}/", path)


def permanent(number: int) -> str:
    """Return the address of a story that outlives every change of headline and section."""
    return absolute(short_path(number))


def media(rendition: Rendition) -> str:
    """Return the address of a picture's file."""
    return _joined(settings.MEDIA_URL, rendition.url)


def share_links(headline: str, address: str) -> dict[str, str]:
    """Return for each network the plain link that shares a story there."""
    text, link = quote(headline, safe=""), quote(address, safe="")
    return {
        "WhatsApp": f"https://wa.me/?text={text}%20{link}",
        "X": f"https://x.com/intent/post?text={text}&url={link}",
        "Telegram": f"https://t.me/share/url?url={link}&text={text}",
    }


@lru_cache(maxsize=2**12)
def _joined(base: str, path: str) -> str:
    return iri_to_uri(urljoin(base, path))
