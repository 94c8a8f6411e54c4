"""Rows by the thousand, past the models' own slow road, in whatever database the home has."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model


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
        self.model, self._numbered = model, numbered
        self._conflict = " ON CONFLICT DO NOTHING" if once else ""
        if one_for:
            quote = connection.ops.quote_name
            news = ", ".join(f"{quote(one)} = excluded.{quote(one)}" for one in renewed)
            self._conflict = f" ON CONFLICT ({quote(one_for)}) DO UPDATE SET {news}"
        self._rows: list[tuple[Any, ...]] = []

    @cached_property
    def _defaults(self) -> dict[str, Any]:
        empty = self.model()
        return {
            field.attname: field.get_db_prep_save(field.pre_save(empty, add=True), connection)
            for field in self._fields()
        }

    def _fields(self) -> list["Field[Any, Any]"]:
        options = self.model._meta
        return [
            field
            for field in options.local_concrete_fields
            if self._numbered or field is not options.auto_field
        ]

    def _insert(self) -> str:
        quote = connection.ops.quote_name
        columns = ", ".join(quote(str(field.column)) for field in self._fields())
        gaps = ", ".join(["%s"] * len(self._defaults))
        name = quote(self.model._meta.db_table)
        return f"INSERT INTO {name} ({columns}) VALUES ({gaps}){self._conflict}"  # noqa: S608 (our models)

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
            cursor.executemany(self._insert(), self._rows)
        self._rows.clear()


@lru_cache(maxsize=4096)
def moment(at: datetime) -> object:
    """Return a time as the database takes it."""
    return connection.ops.adapt_datetimefield_value(at)
