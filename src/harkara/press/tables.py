"""Rows by the thousand, past the models' own slow road, in whatever database the home has."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model


class Table:
    """One model's own table: rows are gathered, then written in one statement.

    What a row does not say has the model's default, prepared as Django would prepare it. Of rows
    that are `once` one that is there already is left as it is; of those that have `one_for` a
    column's value only that `renewed` of one that is there.
    """

    def __init__(
        self,
        model: type[Model],
        *,
        numbered: bool = False,
        once: bool = False,
        one_for: str = "",
        renewed: Sequence[str] = (),
    ) -> None:
        self.model = model
        fields = [
            field
            for field in model._meta.local_concrete_fields
            if numbered or field is not model._meta.auto_field
        ]
        empty = model()
        self._defaults = {
            field.attname: field.get_db_prep_save(field.pre_save(empty, add=True), connection)
            for field in fields
        }
        quote = connection.ops.quote_name
        columns = ", ".join(quote(str(field.column)) for field in fields)
        gaps = ", ".join(["%s"] * len(fields))
        name = quote(model._meta.db_table)
        self._insert = f"INSERT INTO {name} ({columns}) VALUES ({gaps})"  # noqa: S608 (our models)
        if once:
            self._insert += " ON CONFLICT DO NOTHING"
        elif one_for:
            news = ", ".join(f"{quote(one)} = excluded.{quote(one)}" for one in renewed)
            self._insert += f" ON CONFLICT ({quote(one_for)}) DO UPDATE SET {news}"
        self._rows: list[tuple[Any, ...]] = []

    def add(self, **said: object) -> None:
        """Gather one row; its values are as the database takes them."""
        row = self._defaults | said
        if len(row) > len(self._defaults):
            message = f"{self.model.__name__} has no {set(row) - set(self._defaults)}"
            raise LookupError(message)
        self._rows.append(tuple(row.values()))

    def write(self) -> None:
        """Write what was gathered."""
        if not self._rows:
            return
        with connection.cursor() as cursor:
            cursor.executemany(self._insert, self._rows)
        self._rows.clear()


@lru_cache(maxsize=4096)
def moment(at: datetime) -> object:
    """Return a time as the database takes it."""
    return connection.ops.adapt_datetimefield_value(at)
