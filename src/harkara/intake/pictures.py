"""Pictures and videos of an HTML page, as addresses only: nothing is fetched."""

import re
from collections.abc import Callable
from functools import partial
from urllib.parse import urljoin, urlsplit

from lxml import etree

from harkara.newsroom.videos import video_addresses

_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "src")
_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)\Z", re.IGNORECASE)
LEAST_PIXELS = 100
MOST_ADDRESS = 500


def address(value: str | None, base: str) -> str:
    """Return the http(s) address of a link, made whole by the page's own; empty if it is none."""
    if not value or not value.strip() or value.lstrip().startswith("#"):
        return ""
    try:
        whole = urljoin(base, value.strip())
        parts = urlsplit(whole)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc or len(whole) > MOST_ADDRESS:
        return ""
    return whole if whole.isprintable() and not re.search(r"[\s<>\"']", whole) else ""


def picture_address(element: etree._Element, base: str) -> str:
    """Return where a picture lies; empty for icons, trackers and pictures inside the page."""
    return picture_source(element, partial(address, base=base), LEAST_PIXELS)


def picture_source(element: etree._Element, whole: Callable[[str], str], least: int) -> str:
    """Return where a picture lies, as `whole` takes it; empty if no reader is to see it.

    Pages that fetch their pictures late keep the address beside `src`. One that declares a side of
    fewer than `least` pixels is an icon or a tracker.
    """
    if any(_pixels(element.get(side)) < least for side in ("width", "height")):
        return ""
    first = (element.get("srcset") or "").split(",")[0].split()
    for said in [*map(element.get, _SOURCES), *first[:1]]:
        found = whole(said.strip()) if said and not said.strip().startswith("data:") else ""
        if found:
            return found
    return ""


def is_picture_name(url: str) -> bool:
    """Say whether an address ends like that of a picture."""
    return _PICTURE_NAME.search(url) is not None


def emoji(element: etree._Element) -> str:
    """Return the character that a picture of an emoji stands for, else nothing."""
    alt = element.get("alt") or ""
    return alt if "emoji" in (element.get("class") or "").lower() and len(alt) <= 8 else ""


def video_address(element: etree._Element, base: str) -> str:
    """Return the watch address of a YouTube frame, else nothing."""
    if element.tag == "amp-youtube":
        key = element.get("data-videoid") or ""
        return f"https://www.youtube.com/watch?v={key}" if re.fullmatch(r"[\w-]{6,20}", key) else ""
    found = video_addresses(address(element.get("data-src") or element.get("src"), base))
    return found.watch if found else ""


def _pixels(value: str | None) -> int:
    """Return a declared side in pixels; a side that is not declared counts as large."""
    digits = (value or "").strip().removesuffix("px")
    return (
        int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else LEAST_PIXELS
    )
