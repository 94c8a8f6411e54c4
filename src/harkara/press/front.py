"""The front: answers readers from the store, and hands everything else on to Django.

A WSGI application before another one. A stored page costs one look at its file, and the database
may be down. Query strings never reach a pressed page.
"""

import base64
import hashlib
import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from harkara.press.caching import FOR_EVER, Caching
from harkara.press.media import Media, etag_of
from harkara.press.negotiation import acceptable, has_already
from harkara.press.paths import BadPath, checked
from harkara.press.shelf import Shelf
from harkara.press.stores.base import PLAIN, Store, Stored, is_text
from harkara.press.stores.types import type_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

logger = logging.getLogger(__name__)

MEMORY = 64 * 1024 * 1024
READING = frozenset({"GET", "HEAD"})

Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer that only waits to be sent: whole, and for somebody who has it already."""

    etag: str
    modified: str
    body: list[bytes]
    headers: Headers
    headers_unchanged: Headers


class Front:
    """A WSGI application that serves a store and falls through to another application.

    `headers` go out with every answer of its own; `media` are the pictures it may show; `memory`
    bounds the bytes of hot pages it keeps. With a query that `asks` matches, the front page is the
    application's to answer. `beside` are small applications for what is neither asked for with GET
    nor HEAD, by the first part of its path: they must answer at once, without a database.
    """

    def __init__(
        self,
        store: Store,
        application: "WSGIApplication",
        headers: Mapping[str, str],
        media: Media | None = None,
        caching: Caching | None = None,
        memory: int = MEMORY,
        asks: re.Pattern[str] | None = None,
        beside: Mapping[str, "WSGIApplication"] = MappingProxyType({}),
    ) -> None:
        self._shelf = Shelf(store, memory, self._ready)
        self._application = application
        self._headers = list(headers.items())
        self._media = media
        self._caching = caching or Caching()
        self._asks = asks
        self._beside = beside

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        # What is neither GET nor HEAD is for Django to take or to refuse, but for a few things.
        if environ["REQUEST_METHOD"] in READING:
            path = _path_of(environ.get("PATH_INFO", ""))
            if path and not (path == "/" and self._is_asked(environ.get("QUERY_STRING", ""))):
                encodings = acceptable(environ.get("HTTP_ACCEPT_ENCODING", ""))
                ready = self._page(path, encodings) or self._picture(path)
                if ready:
                    return _send(ready, environ, start_response)
        elif small := self._beside.get(environ.get("PATH_INFO", "")[1:].partition("/")[0]):
            return small(environ, start_response)
        return self._application(environ, start_response)

    def _is_asked(self, query: str) -> bool:
        return bool(query and self._asks and self._asks.search(query))

    def _page(self, path: str, encodings: tuple[str, ...]) -> Ready | None:
        try:
            for encoding in encodings:
                ready = self._shelf.get(path, encoding)
                if ready:
                    return ready
            # Nothing it takes is there: whoever refuses plain bytes gets them before nothing.
            return None if PLAIN in encodings else self._shelf.get(path, PLAIN)
        except OSError:
            # A store that cannot be read must not take the whole site down: Django tries.
            logger.exception("cannot read the stored page %s", path)
        return None

    def _picture(self, path: str) -> Ready | None:
        file = self._media.find(path) if self._media else None
        if file is None:
            return None
        # The name of a rendition holds its original and its shape: other bytes, other name.
        about = [("Cache-Control", FOR_EVER)]
        content = [("Content-Type", type_of(file.name))]
        return self._answer(file.read_bytes(), *_tags_of(file), about, content)

    def _ready(self, path: str, page: Stored) -> Ready:
        about = [("Cache-Control", self._caching.header(path))]
        if is_text(page.content_type):
            about.append(("Vary", "Accept-Encoding"))
        digest = base64.b64encode(hashlib.sha256(page.body).digest()).decode()
        content = [("Content-Type", page.content_type), ("Repr-Digest", f"sha-256=:{digest}:")]
        if page.encoding != PLAIN:
            content.append(("Content-Encoding", page.encoding))
        return self._answer(page.body, page.etag, page.modified, about, content)

    def _answer(
        self, body: bytes, etag: str, modified: int, about: Headers, content: Headers
    ) -> Ready:
        when = formatdate(modified, usegmt=True)
        always = [("ETag", etag), ("Last-Modified", when), *about, *self._headers]
        whole = [*always, *content, ("Content-Length", str(len(body)))]
        return Ready(etag, when, [body], whole, always)


def _send(
    ready: Ready, environ: "WSGIEnvironment", start_response: "StartResponse"
) -> Iterable[bytes]:
    if_none_match = environ.get("HTTP_IF_NONE_MATCH")
    # A date is asked only where no tag is, and only the very one we gave counts, as in nginx.
    if (
        environ.get("HTTP_IF_MODIFIED_SINCE") == ready.modified
        if if_none_match is None
        else has_already(if_none_match, ready.etag)
    ):
        start_response("304 Not Modified", ready.headers_unchanged)
        return []
    start_response("200 OK", ready.headers)
    return ready.body if environ["REQUEST_METHOD"] == "GET" else []


def _tags_of(file: Path) -> tuple[str, int]:
    found = file.stat()
    return etag_of(found), int(found.st_mtime)


@lru_cache(maxsize=4096)
def _path_of(path_info: str) -> str:
    """Return the decoded path that a server handed over, "" if no page can stand there."""
    try:
        return checked(path_info.encode("latin-1").decode())
    except (UnicodeError, BadPath):
        return ""
