"""Rows by the thousand, past the models' own slow road, in whatever database the home has."""

from collections.abc import Sequence

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model


def rewrite(model: type[Model], column: str, values: Sequence[tuple[str, int]]) -> None:
    """Write one column of rows that are there: texts as the database takes them, with the ids."""
    if not values:
        return
    options = model._meta
    table, written, key = map(
        connection.ops.quote_name, (options.db_table, column, str(options.pk.column))
    )
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {table} SET {written} = %s WHERE {key} = %s", values)  # noqa: S608


def next_id(model: type[Model]) -> int:
    """Return the first free id of a model's table."""
    newest = model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
    return int(newest or 0) + 1


def take_ids(model: type[Model], count: int) -> list[int]:
    """Take so many ids that the database will give to nobody else, in order.

    Called in the transaction that writes them.
    """
    if connection.vendor == "postgresql":
        statement = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
        values: list[str | int] = [model._meta.db_table, str(model._meta.pk.column), count]
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return sorted(int(found) for (found,) in cursor.fetchall())
    # A transaction of SQLite's that will write is the only one, and it counts on by itself.
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
        row = cursor.fetchone()
    first = row[0] + 1 if row else next_id(model)
    return list(range(first, first + count))


def count_on(*models: type[Model]) -> None:
    """Let the database give out ids after those that were written here."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
