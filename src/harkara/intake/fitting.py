"""Fitting: what a draft says beside its text, no longer than the newsroom has room for."""

from datetime import datetime
from typing import TypedDict

from harkara.intake.drafts import Draft
from harkara.intake.stream import MOST_CORRECTION, MOST_CREDIT, MOST_NAME
from harkara.text.graphemes import ellipsis

MOST_STANDFIRST = 500
MOST_DATELINE = 80
MOST_URL = 500


class Fitted(TypedDict):
    """What a story has beside its headline, its text and its place."""

    standfirst: str
    kind: str
    dateline: str
    source_name: str
    source_credit: str
    source_url: str
    embargo_until: datetime | None
    corrections: tuple[tuple[datetime, str], ...]


def fitted(draft: Draft) -> Fitted:
    """Return what a draft says, cut to what is kept of it.

    An address that is too long is left out: cut, it leads nowhere.
    """
    source = draft.source
    return {
        "standfirst": _standfirst(draft.standfirst),
        "kind": draft.form,
        "dateline": draft.dateline[:MOST_DATELINE],
        "source_name": source.name[:MOST_NAME],
        "source_credit": source.credit[:MOST_CREDIT],
        "source_url": source.url if len(source.url) <= MOST_URL else "",
        "embargo_until": draft.embargo_until,
        "corrections": tuple((at, text[:MOST_CORRECTION]) for at, text in draft.corrections),
    }


def _standfirst(said: str) -> str:
    if len(said) <= MOST_STANDFIRST:
        return said
    return ellipsis(said, MOST_STANDFIRST, measure=len)
