"""The type a file's name tells, as web servers read it too."""

from pathlib import PurePosixPath

HTML = "text/html; charset=utf-8"
BYTES = "application/octet-stream"
BY_SUFFIX = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
}


def type_of(name: str) -> str:
    """Return the type a file of this name has unless its page says otherwise."""
    return BY_SUFFIX.get(PurePosixPath(name).suffix.lower(), BYTES)
