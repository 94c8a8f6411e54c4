"""Addresses from outside: only those that a reader's browser may follow."""

from urllib.parse import urlsplit


def followable(url: str) -> str:
    """Return the address if it is a whole one of the web, otherwise nothing.

    Forms refuse the others; copy that came in by another door was in no form.

    >>> followable("https://example.in/khabar")
    'https://example.in/khabar'
    >>> followable("javascript:alert(1)"), followable("http://["), followable("/khabar")
    ('', '', '')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
