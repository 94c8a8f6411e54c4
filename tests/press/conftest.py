"""A press of its own for every test: a database file with real commits, a store, a tiny paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections
from pytest_django import DjangoDbBlocker, Settings
from tests.press import site

from harkara.press.stores import DiskStore


@pytest.fixture
def database(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """Stand in a fresh SQLite file for the default database: commits, threads and crashes are real.

    Only the press's tables are in it: the press knows no others.
    """
    file = tmp_path / "press.sqlite3"
    usual: Any = connections["default"]
    fresh = {**usual.settings_dict, "NAME": str(file)}
    connections.settings["default"] = fresh
    connections["default"] = connections.create_connection("default")
    with django_db_blocker.unblock():
        call_command("migrate", "press", verbosity=0, skip_checks=True)
        yield file
        connections["default"].close()
    connections.settings["default"] = usual.settings_dict
    connections["default"] = usual


@pytest.fixture
def store(tmp_path: Path, settings: Settings) -> DiskStore:
    """Return the store that the press of this test fills."""
    settings.PRESS_STORE = str(tmp_path / "pages")
    settings.PRESS_URLCONF = "tests.press.site"
    settings.PUBLIC_URL = "https://harkara.example"
    settings.ALLOWED_HOSTS = ["harkara.example"]
    return DiskStore(tmp_path / "pages")


@pytest.fixture
def paper(database: Path, store: DiskStore) -> site.Paper:
    """Return an empty paper with a press."""
    site.paper.__init__()  # type: ignore[misc]  # the views know this one paper
    return site.paper
