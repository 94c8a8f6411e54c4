"""A press of its own for every test: a database with real commits, a store, a tiny paper."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connections
from pytest_django import DjangoDbBlocker, Settings
from tests.press import site

from harkara.press.stores import DiskStore


@pytest.fixture
def database(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker, request: pytest.FixtureRequest
) -> Iterator[None]:
    """Stand in an empty database for the default one: commits, threads and crashes are real.

    Only the press's tables are in it: the press knows no others.
    """
    if connections["default"].vendor == "sqlite":
        with django_db_blocker.unblock(), standing_in(str(tmp_path / "press.sqlite3")):
            migrate()
            yield
    else:
        with django_db_blocker.unblock(), standing_in(request.getfixturevalue("on_server")):
            yield
            empty()


@pytest.fixture(scope="session")
def on_server(django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Make a database on the server for all tests of this process, and drop it at the end."""
    name = f"press_{os.getpid()}"
    with django_db_blocker.unblock():
        with connections["default"]._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        with standing_in(name):
            migrate()
        yield name
        with connections["default"]._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def standing_in(name: str) -> Iterator[None]:
    """Have the default connection lead to another database."""
    usual: Any = connections["default"]
    connections.settings["default"] = {**usual.settings_dict, "NAME": name}
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = usual.settings_dict
        connections["default"] = usual


def migrate() -> None:
    """Make the press's tables."""
    call_command("migrate", "press", verbosity=0, skip_checks=True)


def empty() -> None:
    """Leave the tables as they were made."""
    tables = ", ".join(model._meta.db_table for model in apps.get_app_config("press").get_models())
    with connections["default"].cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables} RESTART IDENTITY")


@pytest.fixture
def store(tmp_path: Path, settings: Settings) -> DiskStore:
    """Return the store that the press of this test fills."""
    settings.PRESS_STORE = str(tmp_path / "pages")
    settings.PRESS_URLCONF = "tests.press.site"
    settings.PUBLIC_URL = "https://harkara.example"
    settings.ALLOWED_HOSTS = ["harkara.example"]
    return DiskStore(tmp_path / "pages")


@pytest.fixture
def paper(database: None, store: DiskStore) -> site.Paper:
    """Return an empty paper with a press."""
    site.paper.__init__()  # type: ignore[misc]  # the views know this one paper
    return site.paper
