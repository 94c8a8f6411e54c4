"""The proof: when nothing is stale, every stored page equals a fresh render, byte for byte."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import brotli

from harkara.press import queries, stores
from harkara.press.models import Target
from harkara.press.render import BrokenPage, render
from harkara.press.stores import Page, Store
from harkara.press.stores.base import PLAIN

Progress = Callable[[int, int], None]
OK = 200
PLAIN_OF: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
}


class NotSettled(Exception):
    """Pages are stale, so there is nothing to compare yet: run the press first."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the store and the site do not agree."""

    path: str
    what: str


def verify(progress: Progress = lambda _done, _all: None) -> Iterator[Difference]:
    """Give every difference between what is stored and what the site would answer now.

    Compared are the plain bytes, every twin, the type and the recorded keys of each target, and
    that pages and targets are there for each other. A page that becomes stale meanwhile is left to
    the press. Raises NotSettled if anything is stale at the start.
    """
    waiting = queries.stale_count()
    if waiting:
        message = f"{waiting} pages are stale"
        raise NotSettled(message)
    store = stores.current()
    strays = set(store.paths())
    targets = list(Target.objects.order_by("path").values_list("path", flat=True))
    for done, path in enumerate(targets, start=1):
        strays.discard(path)
        what = _difference(store, path)
        if what and not _changed_meanwhile(path):
            yield Difference(path, what)
        progress(done, len(targets))
    for path in sorted(strays):
        if not Target.objects.filter(path=path).exists():
            yield Difference(path, "a stored page without a target")


def _difference(store: Store, path: str) -> str:
    """Say in words how a page differs, "" if it does not."""
    try:
        rendered = render(path)
    except BrokenPage as broken:
        return f"cannot be rendered: {broken.why}"
    if rendered.status != OK:
        return f"answers {rendered.status} and is stored"
    if rendered.keys != queries.readings(path):
        odd = sorted(rendered.keys ^ queries.readings(path))
        return f"reads other keys than recorded: {', '.join(odd)}"
    return _stored_difference(store, path, Page(rendered.body, rendered.content_type))


def _stored_difference(store: Store, path: str, page: Page) -> str:
    stored = store.read(path)
    if stored is None and store.version(path, PLAIN) is not None:
        return "the stored page is damaged"
    if stored is None:
        return "a target without a stored page"
    if stored.body != page.body:
        return "the stored bytes differ"
    if stored.content_type != page.content_type:
        return f"stored as {stored.content_type}, answers {page.content_type}"
    for encoding, plain_of in PLAIN_OF.items():
        twin = store.load(path, encoding)
        if twin is None and encoding in page.twins:
            there = store.version(path, encoding) is not None
            found = "damaged" if there else "missing"
            return f"the {encoding} twin is {found}"
        if twin is not None and _unpacked(twin.body, plain_of) != page.body:
            return f"the {encoding} twin differs"
    return ""


def _unpacked(body: bytes, plain_of: Callable[[bytes], bytes]) -> bytes | None:
    try:
        return plain_of(body)
    except (OSError, EOFError, zlib.error, brotli.error):
        return None


def _changed_meanwhile(path: str) -> bool:
    """Say whether a target is stale, or gone, by now."""
    return queries.is_stale(path) or not Target.objects.filter(path=path).exists()
