"""Told: what is said of a draft beside its text: where it came from, and what was done to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b

from django.utils.translation import gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A line that is not in the story, and why; `before_block` is where it would go back."""

    text: str
    why: str
    before_block: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One lossless repair: what stood there, what stands there now, and in which text."""

    name: str
    before: str
    after: str
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One line the sender should read: a msgid with named values."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return gettext(self.message) % self.values


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSource:
    """Where the story was first published."""

    name: str = ""
    url: str = ""
    credit: str = ""


class SourceKind(StrEnum):
    """By which door a draft came in."""

    PASTE = "paste"
    WXR = "wxr"
    GHOST = "ghost"
    JSONL = "jsonl"
    FEED = "feed"
    WIRE = "wire"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What came in, byte for byte, and by which door.

    `key` names the source among those of its kind: a site's or a feed's address, a wire's name.
    `foreign_id` is what that source calls the story, whatever its version; without one every
    delivery is a story of its own.
    """

    kind: SourceKind
    raw: bytes
    name: str = ""
    key: str = ""
    foreign_id: str = ""

    @property
    def fingerprint(self) -> str:
        """What tells one version of the story from another."""
        return blake2b(self.raw, digest_size=20).hexdigest()
