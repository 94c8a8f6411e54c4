"""Beside: what another Harkara kept beside its stories: their sources, what readers wrote."""

import binascii
from base64 import b64decode
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from harkara.intake.models import ForeignId, KeptComment, Move, Provenance
from harkara.intake.moments import iso_moment
from harkara.intake.moving.archive import Kept, Moved

_LISTS = ("removed", "repairs", "notices", "pictures", "topics")


def foreign_ids(
    move: Move, moved: Moved, kept: Kept, article: int, at: datetime
) -> Iterator[ForeignId]:
    """Give what sources call a story: the export itself, and those it came from before."""
    origin = moved.draft.origin
    yield ForeignId(
        source_kind=move.source_kind,
        source_key=move.source_key,
        foreign_id=origin.foreign_id,
        article_id=article,
        fingerprint=origin.fingerprint,
        received_at=at,
    )
    for one in kept.ids:
        yield ForeignId(
            source_kind=_text(one, "source")[:12],
            source_key=_text(one, "site")[:200],
            foreign_id=_text(one, "id")[:255],
            article_id=article,
            fingerprint=_text(one, "fingerprint")[:40],
            text_print=_print(one.get("text_print")),
            received_at=iso_moment(one.get("received_at")) or at,
        )


def comments(moved: Moved, kept: Kept, article: int) -> Iterator[KeptComment]:
    """Give what readers wrote below a story, with its place in the thread."""
    for one, (kind, key) in zip(moved.comments, kept.commented, strict=True):
        yield KeptComment(
            source_kind=kind[:12],
            source_key=key[:200],
            foreign_id=one.foreign_id[:255],
            article_id=article,
            parent_id=one.parent_id[:255],
            author=one.author,
            email=one.email,
            url=one.url,
            ip=one.ip,
            status=one.status[:40],
            text=one.text,
            written_at=one.at,
        )


def provenance(kept: Kept, article: int, at: datetime) -> Provenance | None:
    """Return where a story came from before; None for one that was written there."""
    said = kept.provenance
    if said is None:
        return None
    try:
        raw = b64decode(_text(said, "raw"), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    return Provenance(
        article_id=article,
        source_kind=_text(said, "source")[:12],
        file_name=_text(said, "file_name")[:255],
        raw=raw,
        is_packed=said.get("packed") is True and bool(raw),
        published_at=iso_moment(said.get("published_at")),
        received_at=iso_moment(said.get("received_at")) or at,
        **{name: _list(said.get(name)) for name in _LISTS},
    )


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _print(value: object) -> int | None:
    return value if type(value) is int and -(1 << 63) <= value < 1 << 63 else None
