"""A founded paper, put into the database as rows: founding one takes half a second each time."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from django.db import connection, transaction
from wagtail.models import Site

from harkara.newsroom.actions.founding import NewPaper, found_paper

Row = tuple[Any, ...]


class Change(NamedTuple):
    """What founding did to one table: the ids of rows it took away, and those it put there."""

    table: str
    key: str
    columns: Sequence[str]
    gone: Sequence[Any]
    new: Sequence[Row]


def found(paper: NewPaper) -> None:
    """Found a paper; what that changes in a fresh SQLite file is seen once, and put there again."""
    if connection.vendor == "sqlite":
        _put(_founding(paper, _base()))
    else:
        found_paper(paper)


def _base() -> Row:
    """Return what tells one fresh database from another: the kinds and rights it was given."""
    tables = ("django_content_type", "auth_permission", "wagtailcore_page", "wagtailcore_site")
    asked = ", ".join(f"(SELECT count(*) || '/' || max(id) FROM {one})" for one in tables)  # noqa: S608 (names of tables)
    with connection.cursor() as cursor:
        return tuple(cursor.execute(f"SELECT {asked}").fetchone())


@cache
def _founding(paper: NewPaper, _base: Row) -> list[Change]:
    with transaction.atomic():
        before = _tables()
        found_paper(paper)
        changes = [_change(table, before[table], now) for table, now in _tables().items()]
        transaction.set_rollback(True)
    return [one for one in changes if one.gone or one.new]


@transaction.atomic
def _put(changes: Sequence[Change]) -> None:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for one in changes:
            where = f"{quote(one.table)} WHERE {quote(one.key)} = %s"
            cursor.executemany(f"DELETE FROM {where}", [(key,) for key in one.gone])  # noqa: S608 (names of tables)
        for one in changes:
            names = ", ".join(map(quote, one.columns))
            places = ", ".join(["%s"] * len(one.columns))
            into = f"INSERT INTO {quote(one.table)} ({names}) VALUES ({places})"  # noqa: S608 (names of tables)
            cursor.executemany(into, one.new)
    # Told by a signal, where a paper is founded.
    Site.clear_site_root_paths_cache()


def _tables() -> dict[str, dict[Any, Row]]:
    """Return all rows by table and id."""
    found = {}
    with connection.cursor() as cursor:
        # Triggers keep the table of whole words.
        for table in sorted(connection.introspection.django_table_names(only_existing=True)):
            if not table.endswith("_fts"):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (names of tables)
                at = [column[0] for column in cursor.description].index(_key(table))
                found[table] = {row[at]: row for row in cursor.fetchall()}
    return found


def _change(table: str, before: dict[Any, Row], now: dict[Any, Row]) -> Change:
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
    columns = [column.name for column in described]
    gone = [key for key, row in before.items() if now.get(key) != row]
    new = [row for key, row in now.items() if before.get(key) != row]
    return Change(table, _key(table), columns, gone, new)


def _key(table: str) -> str:
    with connection.cursor() as cursor:
        key = connection.introspection.get_primary_key_column(cursor, table)
    assert key, table
    return str(key)
