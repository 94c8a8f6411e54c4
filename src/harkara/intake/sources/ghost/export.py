"""The export file: its tables, whichever of the forms that Ghost and its tools write it has."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_noop as _

from harkara.intake.refusals import Refused

MOST_BYTES = 512 << 20
_TOO_LARGE = _("more than %(size)d MB: export the site in parts")
_NO_JSON = _("it is no JSON: line %(line)d, column %(column)d")
_NO_GHOST = _("it is no Ghost export: it has no table of posts")

Row = Mapping[str, Any]


class Tables:
    """The tables of an export. Rows that are no objects are passed over."""

    def __init__(self, found: Mapping[str, Any]) -> None:
        self._found = found

    def rows(self, name: str) -> Iterator[Row]:
        """Give the rows of a table, none if the export has no such table."""
        table = self._found.get(name)
        for row in table if isinstance(table, list) else ():
            if isinstance(row, dict):
                yield unwrapped(row)


def unwrapped(row: Row) -> Row:
    """Return a row as itself: the migration tools keep it below `data`, beside its address."""
    inner = row.get("data")
    return {"url": row.get("url"), **inner} if isinstance(inner, dict) else row


def tables_of(path: Path) -> Tables:
    """Return the tables of an export. Raises Refused with one line if it is none."""
    if path.stat().st_size > MOST_BYTES:
        raise Refused(_TOO_LARGE, {"size": MOST_BYTES >> 20})
    try:
        said = json.loads(path.read_bytes().decode("utf-8-sig", "replace"))
    except json.JSONDecodeError as error:
        raise Refused(_NO_JSON, {"line": error.lineno, "column": error.colno}) from error
    except RecursionError as error:
        raise Refused(_NO_GHOST) from error
    for found in _candidates(said):
        if isinstance(found, dict) and isinstance(found.get("posts"), list):
            return Tables(found)
    raise Refused(_NO_GHOST)


def _candidates(said: object) -> Iterator[object]:
    if not isinstance(said, dict):
        return
    db = said.get("db")
    first = db[0] if isinstance(db, list) and db else None
    for one in (first, said):
        if isinstance(one, dict):
            yield one.get("data")
            yield one
    result = said.get("result")
    yield from _candidates(result) if isinstance(result, dict) else ()
