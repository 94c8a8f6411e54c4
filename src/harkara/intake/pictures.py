"""Pictures and videos of an HTML page, as addresses only: nothing is fetched."""

import re
from urllib.parse import urljoin, urlsplit

from lxml import etree

_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "src")
_EMBED = re.compile(
    r"^https://(?:www\.)?(?:youtube(?:-nocookie)?\.com/embed/|youtu\.be/|youtube\.com/watch\?v=)(?:watch\?v=)?"
    r"(?P<id>[\w-]{6,20})"
)
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
    if any(_pixels(element.get(side)) < LEAST_PIXELS for side in ("width", "height")):
        return ""
    for name in _SOURCES:
        found = address(element.get(name), base)
        if found:
            return found
    first = (element.get("srcset") or "").split(",")[0].split()
    return address(first[0], base) if first else ""


def emoji(element: etree._Element) -> str:
    """Return the character that a picture of an emoji stands for, else nothing."""
    alt = element.get("alt") or ""
    return alt if "emoji" in (element.get("class") or "").lower() and len(alt) <= 8 else ""


def video_address(element: etree._Element, base: str) -> str:
    """Return the watch address of a YouTube frame, else nothing."""
    if element.tag == "amp-youtube":
        key = element.get("data-videoid") or ""
        return f"https://www.youtube.com/watch?v={key}" if re.fullmatch(r"[\w-]{6,20}", key) else ""
    found = _EMBED.match(address(element.get("data-src") or element.get("src"), base))
    return f"https://www.youtube.com/watch?v={found['id']}" if found else ""


def _pixels(value: str | None) -> int:
    """Return a declared side in pixels; a side that is not declared counts as large."""
    digits = (value or "").strip().removesuffix("px")
    return (
        int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else LEAST_PIXELS
    )
