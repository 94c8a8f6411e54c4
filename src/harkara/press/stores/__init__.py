"""Stores: where pressed pages lie. All look alike from outside; settings choose one."""

from pathlib import Path

from django.conf import settings

from harkara.press.stores.base import Page, Staged, Store, Stored
from harkara.press.stores.disk import DiskStore

__all__ = ["DiskStore", "Page", "Staged", "Store", "Stored", "current"]


def current() -> Store:
    """Return the site's store."""
    return DiskStore(Path(settings.PRESS_STORE))
