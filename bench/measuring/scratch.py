"""A scratch database: the engine's own tables in a home of their own, gone with the process."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

APP = "search"


@cache
def scratch_home() -> Path:
    """Make a home with an empty database for the engine's tables, once for each process."""
    home = Path(tempfile.mkdtemp(prefix="harkara-bench-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ |= {"HARKARA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "harkara.settings"}
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", APP, verbosity=0)
    return home


def empty_scratch() -> Path:
    """Return the home of the scratch database, its tables empty."""
    home = scratch_home()
    from django.apps import apps

    for model in apps.get_app_config(APP).get_models():
        model._default_manager.all().delete()
    return home


def bytes_of(home: Path) -> int:
    """Return how many bytes the database takes, its log written back."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return sum(path.stat().st_size for path in home.glob("*.sqlite3*"))
