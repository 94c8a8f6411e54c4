"""Where a site's rows lie: the file in its home, or a PostgreSQL server its configuration names."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

PASSWORD_VARIABLE = "HARKARA_DATABASE_PASSWORD"  # noqa: S105 (the variable's name)
EXAMPLE = "postgresql://harkara@db.example.in/khabar"
SCHEMES = ("postgresql", "postgres")
# What the address may say after its question mark; libpq knows each of them by this name.
OPTIONS = frozenset({"host", "sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout"})
KEPT_OPEN = 60


class BadDatabase(Exception):
    """The address of the database cannot be used; the message says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A database on a PostgreSQL server. Its password comes from the environment alone."""

    name: str
    host: str = ""
    port: str = ""
    user: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    def settings(self) -> dict[str, Any]:
        """Return it as Django's settings name it."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": self.name,
            "HOST": self.host,
            "PORT": self.port,
            "USER": self.user,
            "PASSWORD": os.environ.get(PASSWORD_VARIABLE, ""),
            "CONN_MAX_AGE": KEPT_OPEN,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(self.options),
        }


def file_settings(path: Path) -> dict[str, Any]:
    """Return a SQLite file as Django's settings name it: readers and one writer at a time."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;"
            ),
        },
    }


def server_at(address: str) -> Server:
    """Return the database an address like `EXAMPLE` names.

    Raises BadDatabase if it is no such address, carries a password, or if what speaks to
    PostgreSQL is not installed.
    """
    try:
        parts = urlsplit(address)
        port, password = parts.port, parts.password
    except ValueError as error:
        raise _bad(address) from error
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in SCHEMES or not name or "/" in name or parts.fragment:
        raise _bad(address)
    if password is not None:
        message = f"leave the password out of database and set {PASSWORD_VARIABLE} to it"
        raise BadDatabase(message)
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if unknown := sorted(options.keys() - OPTIONS):
        message = f"database knows no {unknown[0]!r} after the ?; known are {_listed(OPTIONS)}"
        raise BadDatabase(message)
    if find_spec("psycopg") is None:
        message = (
            "database names a PostgreSQL server, and what speaks to one is not installed: "
            "run `HARKARA_POSTGRES=1 ./harkara …` once, or `pip install 'harkara[postgres]'`"
        )
        raise BadDatabase(message)
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return Server(
        name=name,
        host=host,
        port=str(port or ""),
        user=unquote(parts.username or ""),
        options=options,
    )


def _bad(address: str) -> BadDatabase:
    # An address that makes no sense may still hold somebody's password.
    shown = address if "@" not in address else "…@" + address.rpartition("@")[2]
    return BadDatabase(f'database must look like "{EXAMPLE}", not "{shown}"')


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
