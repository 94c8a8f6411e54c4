"""The front: answers readers from the store, and hands everything else on to Django.

A WSGI application before another one. A stored page costs one look at its file, and the database
may be down. Query strings never reach a pressed page.
"""

import logging
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from harkara.press.media import Media, etag_of
from harkara.press.paths import ASSETS, BadPath, checked
from harkara.press.shelf import Shelf
from harkara.press.stores.base import PLAIN, TWINS, Store, Stored, is_text
from harkara.press.stores.types import type_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

logger = logging.getLogger(__name__)

MEMORY = 64 * 1024 * 1024
FOR_A_MINUTE = "public, max-age=60"
FOR_EVER = "public, max-age=31536000, immutable"

Headers = list[tuple[str, str]]


class Front:
    """A WSGI application that serves a store and falls through to another application.

    `headers` go out with every answer of its own; `media` are the pictures it may show; `memory`
    bounds the bytes of hot pages it keeps.
    """

    def __init__(
        self,
        store: Store,
        application: "WSGIApplication",
        headers: Mapping[str, str],
        media: Media | None = None,
        memory: int = MEMORY,
    ) -> None:
        self._shelf = Shelf(store, memory)
        self._application = application
        self._headers = list(headers.items())
        self._media = media

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        # What is neither GET nor HEAD is for Django to take or to refuse.
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            path = _path_of(environ.get("PATH_INFO", ""))
            page = self._page(path, environ) if path else None
            if page:
                return self._send_page(path, page, environ, start_response)
            picture = self._media.find(path) if self._media and path else None
            if picture:
                return self._send_picture(picture, environ, start_response)
        return self._application(environ, start_response)

    def _page(self, path: str, environ: "WSGIEnvironment") -> Stored | None:
        accepted = accepted_encodings(environ.get("HTTP_ACCEPT_ENCODING", ""))
        try:
            for encoding in (*(twin for twin in TWINS if twin in accepted), PLAIN):
                page = self._shelf.get(path, encoding)
                if page:
                    return page
        except OSError:
            # A store that cannot be read must not take the whole site down: Django tries.
            logger.exception("cannot read the stored page %s", path)
        return None

    def _send_page(
        self, path: str, page: Stored, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        about = [("Cache-Control", FOR_EVER if path.startswith(ASSETS) else FOR_A_MINUTE)]
        if is_text(page.content_type):
            about.append(("Vary", "Accept-Encoding"))
        if page.encoding != PLAIN:
            about.append(("Content-Encoding", page.encoding))
        about.append(("Content-Type", page.content_type))
        return self._send(page.body, page.etag, about, environ, start_response)

    def _send_picture(
        self, file: Path, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        # The name of a rendition holds its original and its shape: other bytes, other name.
        about = [("Cache-Control", FOR_EVER), ("Content-Type", type_of(file.name))]
        return self._send(file.read_bytes(), etag_of(file), about, environ, start_response)

    def _send(
        self,
        body: bytes,
        etag: str,
        about: Headers,
        environ: "WSGIEnvironment",
        start_response: "StartResponse",
    ) -> Iterable[bytes]:
        headers = [("ETag", etag), *about, *self._headers]
        if has_already(environ.get("HTTP_IF_NONE_MATCH", ""), etag):
            kept = [pair for pair in headers if not pair[0].startswith("Content-")]
            start_response("304 Not Modified", kept)
            return []
        start_response("200 OK", [*headers, ("Content-Length", str(len(body)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


@lru_cache(maxsize=256)
def accepted_encodings(header: str) -> frozenset[str]:
    """Return the compressed encodings that an Accept-Encoding header allows."""
    weights = {}
    for item in header.lower().split(","):
        name, _, weight = item.partition(";")
        weights[name.strip()] = weight.replace(" ", "").rstrip("0") not in ("q=", "q=0.")
    others = weights.get("*", False)
    return frozenset(twin for twin in TWINS if weights.get(twin, others))


def has_already(if_none_match: str, etag: str) -> bool:
    """Say whether an If-None-Match header names these bytes."""
    if if_none_match == "*":
        return True
    return etag in (tag.strip().removeprefix("W/") for tag in if_none_match.split(","))


@lru_cache(maxsize=4096)
def _path_of(path_info: str) -> str:
    """Return the decoded path that a server handed over, "" if no page can stand there."""
    try:
        return checked(path_info.encode("latin-1").decode())
    except (UnicodeError, BadPath):
        return ""
