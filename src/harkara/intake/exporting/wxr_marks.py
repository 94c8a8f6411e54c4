"""WXR marks: the elements of a WordPress export, written so that what they say comes back."""

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from django.utils import timezone

_CLOCK = "%Y-%m-%d %H:%M:%S"
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Words in square brackets that WordPress would run as a shortcode of that name.
_SHORTCODE = re.compile(r"\[(?=[/\[]?[A-Za-z])")


def content(html: str) -> str:
    """Return a body; no words of it are a shortcode."""
    return tag("content:encoded", _SHORTCODE.sub("&#91;", html))


def meta(name: str, value: str) -> str:
    """Return a field of a post with its value."""
    inside = tag("wp:meta_key", name) + tag("wp:meta_value", value)
    return f"<wp:postmeta>{inside}</wp:postmeta>"


def term(domain: str, key: str, name: str) -> str:
    """Return the mark of a post that belongs to a category, a tag or an author."""
    said = escape(key, {'"': "&quot;"})
    return f'<category domain="{domain}" nicename="{said}">{_cdata(escape(name))}</category>'


def tag(name: str, text: str) -> str:
    """Return an element that says a text, which may hold markup."""
    return f"<{name}>{_cdata(text)}</{name}>\n"


def moment_of(at: datetime) -> str:
    """Return a time as an export says it, in UTC."""
    return at.astimezone(UTC).strftime(_CLOCK)


def clock(at: datetime | None) -> str:
    """Return a moment as the site's clock showed it, "" for none."""
    return timezone.localtime(at).strftime(_CLOCK) if at else ""


def times(name: str, at: datetime | None) -> str:
    """Return a moment both as the site's clock showed it and in UTC, nothing for none.

    WordPress tells posts of the same title, and comments of the same name, apart by the first.
    """
    if at is None:
        return ""
    return tag(name, clock(at)) + tag(f"{name}_gmt", moment_of(at))


def _cdata(text: str) -> str:
    clean = _UNREADABLE.sub("", text)
    if not re.search(r"[<>&]", clean):
        return clean
    return f"<![CDATA[{clean.replace(']]>', ']]]]><![CDATA[>')}]]>"
