"""Patience: how long work that a reader waits for may queue for the database's one writer."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

HURRIED_MS = 500


@contextmanager
def hurried() -> Iterator[None]:
    """Give up after half a second, inside the block, on a lock that somebody else holds."""
    if connection.vendor == "sqlite":
        usual = int(float(connection.settings_dict["OPTIONS"].get("timeout", 5)) * 1000)
        hurry, calm = f"PRAGMA busy_timeout = {HURRIED_MS}", f"PRAGMA busy_timeout = {usual}"
    else:
        hurry, calm = f"SET lock_timeout = {HURRIED_MS}", "RESET lock_timeout"
    with connection.cursor() as cursor:
        cursor.execute(hurry)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(calm)
