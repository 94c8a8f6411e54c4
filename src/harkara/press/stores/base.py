"""What every store offers, and what goes into one."""

import gzip
import hashlib
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import TracebackType
from typing import Protocol, Self

import brotli

# Encodings a page is kept in besides its plain bytes, the smallest first.
TWINS = ("br", "gzip")
PLAIN = "identity"
TEXT_TYPES = frozenset(
    {
        "application/atom+xml",
        "application/feed+json",
        "application/javascript",
        "application/json",
        "application/ld+json",
        "application/manifest+json",
        "application/rss+xml",
        "application/xml",
        "image/svg+xml",
    }
)


def is_text(content_type: str) -> bool:
    """Say whether bytes of this type are worth compressing."""
    bare = content_type.partition(";")[0].strip().lower()
    return bare.startswith("text/") or bare in TEXT_TYPES


@dataclass(frozen=True)
class Page:
    """The bytes of a page and their type, ready for a store."""

    body: bytes
    content_type: str

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the type and the plain bytes."""
        return hashlib.sha256(self.content_type.encode() + b"\0" + self.body).hexdigest()

    @cached_property
    def twins(self) -> dict[str, bytes]:
        """The compressed forms that are smaller than the plain bytes, by encoding."""
        if not is_text(self.content_type):
            return {}
        # No time and no name in the gzip header: the same page gives the same bytes.
        made = {
            "br": brotli.compress(self.body, quality=5),
            "gzip": gzip.compress(self.body, 6, mtime=0),
        }
        return {name: body for name, body in made.items() if len(body) < len(self.body)}


@dataclass(frozen=True, slots=True)
class Stored:
    """A page as it lies in a store, in one of its encodings."""

    body: bytes
    content_type: str
    encoding: str
    etag: str
    # When these bytes were put there, in whole seconds.
    modified: int
    # Differs from `Store.version` of the same page and encoding as soon as the bytes do.
    version: Hashable


class Staged(Protocol):
    """A page that lies ready beside its place; leaving the block without `place` discards it."""

    def place(self) -> None:
        """Put the page into its place, whole, whatever lay there before."""

    def keep(self) -> None:
        """See that the place outlives a loss of power; many may be kept at once, by threads."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> None: ...


class Store(Protocol):
    """Pages by path. A reader gets an old page or a new one, never a part of either.

    Every method raises `paths.BadPath` for a path where no page can stand; reading methods answer
    None instead.
    """

    def stage(self, path: str, page: Page) -> Staged:
        """Do all the slow work of storing a page, short of putting it into its place."""

    def put(self, path: str, page: Page) -> None:
        """Store a page."""

    def put_asset(self, path: str, body: bytes) -> None:
        """Store a file below /assets/ that never changes; its name tells its type."""

    def holds(self, path: str, page: Page) -> bool:
        """Say whether exactly this page lies there, with every twin it should have."""

    def version(self, path: str, encoding: str) -> Hashable | None:
        """Return a cheap mark of the stored bytes, None if there are none."""

    def is_sound(self, path: str) -> bool:
        """Say whether the page that lies there is undamaged and has every twin it should have."""

    def load(self, path: str, encoding: str) -> Stored | None:
        """Return a page in one encoding, None if it is not kept in it or its bytes are damaged."""

    def read(self, path: str, accepted: Collection[str] = ()) -> Stored | None:
        """Return a page in the best of the accepted encodings, None if there is no page."""

    def delete(self, path: str) -> None:
        """Take a page out; nothing happens if there is none."""

    def paths(self) -> Iterator[str]:
        """Give the path of every page, assets aside, in no order."""

    def tidy(self) -> int:
        """Clear away what interrupted work left behind; return how many files."""
