"""What is for good: tables whose rows the database itself refuses to change, whoever asks.

Said in migrations. SQLite drops a table's triggers when a migration makes the table anew: such a
migration must say it again, and the tests of `audience` notice one that does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

EXECUTE = "EXECUTE FUNCTION"
RAISE = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {refuse};
    RETURN NULL;
END $$
"""
REFUSE = "RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation'"
ABORT = "BEGIN SELECT RAISE(ABORT, '{said}'); END"
POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForGood:
    """A table whose rows are not changed, nor taken out where `rows_stay`.

    `name` is the trigger's, `said` what the refusal says. With `column` only that one is for good;
    its rows may be taken out. `unique` are the columns that tell a row that stays: in SQLite one
    that is put in the place of another deletes it, and no trigger is asked about that.
    """

    table: str
    name: str
    said: str
    column: str = ""
    rows_stay: bool = False
    unique: tuple[str, ...] = ()

    def operation(self) -> RunPython:
        """Return what a migration does to forbid it, and to allow it again."""
        return RunPython(self._forbid, self._allow)

    def _forbid(self, _apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        # At once, and not after what the migration changes: a table made anew has no triggers.
        on_postgresql = editor.connection.vendor == POSTGRESQL
        for line in self._on_postgresql() if on_postgresql else self._on_sqlite():
            editor.execute(line, params=None)

    def _allow(self, _apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor != POSTGRESQL:
            parts = ["", *(["_out"] if self.rows_stay else []), *(["_over"] if self.unique else [])]
            for part in parts:
                editor.execute(f"DROP TRIGGER {self.name}{part}")
            return
        for part in ["", "_all"] if self.rows_stay else [""]:
            editor.execute(f"DROP TRIGGER {self.name}{part} ON {self.table}")
            editor.execute(f"DROP FUNCTION {self.name}{part}()")

    def _on_postgresql(self) -> Iterator[str]:
        refuse = REFUSE.format(said=self.said)
        yield RAISE.format(name=self.name, refuse=refuse)
        events = "UPDATE OR DELETE" if self.rows_stay else "UPDATE"
        changed = self._if_changed("DISTINCT FROM")
        yield f"{self._trigger(events)} FOR EACH ROW {changed}{EXECUTE} {self.name}()"
        if self.rows_stay:
            # Emptied at a stroke, it asks for no row. What is empty may be emptied.
            is_full = f"EXISTS (SELECT 1 FROM {self.table})"  # noqa: S608 (a name of our own)
            refuse = f"IF {is_full} THEN {refuse}; END IF"
            yield RAISE.format(name=f"{self.name}_all", refuse=refuse)
            yield f"{self._trigger('TRUNCATE', '_all')} {EXECUTE} {self.name}_all()"

    def _on_sqlite(self) -> Iterator[str]:
        abort = ABORT.format(said=self.said)
        yield f"{self._trigger('UPDATE')} {self._if_changed('NOT')}{abort}"
        if self.rows_stay:
            yield f"{self._trigger('DELETE', '_out')} {abort}"
        if self.unique:
            same = " OR ".join(f"{one} = NEW.{one}" for one in self.unique)
            is_there = f"EXISTS (SELECT 1 FROM {self.table} WHERE {same})"  # noqa: S608 (likewise)
            yield f"{self._trigger('INSERT', '_over')} WHEN {is_there} {abort}"

    def _trigger(self, events: str, part: str = "") -> str:
        return f"CREATE TRIGGER {self.name}{part} BEFORE {events} ON {self.table}"

    def _if_changed(self, differs: str) -> str:
        return f"WHEN (OLD.{self.column} IS {differs} NEW.{self.column}) " if self.column else ""
