"""Noting what a CDN must drop, in the transaction that changes the page."""

from django.conf import settings
from django.utils import timezone

from harkara.press.models import Purge


def note_purge(path: str) -> None:
    """Note that a page changed, if there is a CDN to tell. Call it where the change commits."""
    if settings.HARKARA.cdn is None:
        return
    Purge.objects.bulk_create(
        [Purge(path=path, asked_at=timezone.now())],
        update_conflicts=True,
        unique_fields=["path"],
        update_fields=["asked_at", "failures", "retry_at"],
    )
