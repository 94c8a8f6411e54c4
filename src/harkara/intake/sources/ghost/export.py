"""The export file: the rows of its tables, whichever of the forms that Ghost and its tools write.

The file is read as a stream: of a site of any size, one row at a time is in memory.
"""

import codecs
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import ijson
from django.utils.translation import gettext_noop as _

from harkara.intake.json_text import whole_to, without_halves
from harkara.intake.refusals import Refused

_NO_JSON = _("it is no JSON, or breaks off before its first post")
_NO_GHOST = _("it is no Ghost export: it has no table of posts")
# Below what the tables lie: in an export of Ghost, in one of its API, in one of its tools.
_BASES = ("db.item.data.", "db.item.", "data.", "result.data.", "result.", "")
TABLES = frozenset(
    ["posts", "tags", "users", "posts_tags", "posts_authors", "posts_meta", "settings"]
)
FARTHEST = 6
"""No row of a table lies deeper than this."""
DEEPEST = 500
_PLACES = {f"{base}{name}": name for base in _BASES for name in TABLES}

Row = Mapping[str, Any]


class BrokenOff(Exception):
    """The file is no JSON any more, behind the rows that were given."""


def rows_of(path: Path) -> Iterator[tuple[str, Row]]:
    """Give the rows of all tables in the order of the file, each with its table's name.

    Rows that are no objects are passed over. Raises Refused if there is no table of posts, and
    BrokenOff if the file breaks off behind the first post.
    """
    posts = given = False
    with path.open("rb") as file:
        try:
            for name, row in _rows(_Readable(file)):
                posts = posts or name == "posts"
                if row is not None:
                    given = given or name == "posts"
                    yield name, unwrapped(row)
        except ijson.JSONError as error:
            if not given:
                raise Refused(_NO_JSON) from error
            raise BrokenOff from error
    if not posts:
        raise Refused(_NO_GHOST)


def unwrapped(row: Row) -> Row:
    """Return a row as itself: the migration tools keep it below `data`, beside its address."""
    inner = row.get("data")
    return {"url": row.get("url"), **inner} if isinstance(inner, dict) else row


def said(row: Row, name: str) -> str:
    """Return a text of a row, "" for anything that is none."""
    value = row.get(name)
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _rows(file: "_Readable") -> Iterator[tuple[str, Row | None]]:
    """Give the rows of tables, and None for each table where it begins."""
    builder, table, inside = ijson.ObjectBuilder(), "", 0
    path: list[str] = []
    for event, value in ijson.basic_parse(file, use_float=True):
        if inside:
            builder.event(event, value)
        elif event in ("start_array", "start_map") and len(path) <= FARTHEST:
            place = ".".join(path)
            if event == "start_array" and place in _PLACES:
                table = _PLACES[place]
                yield table, None
            elif event == "start_map" and place.endswith(".item") and place[:-5] in _PLACES:
                table, inside = _PLACES[place[:-5]], len(path) + 1
                builder = ijson.ObjectBuilder()
                builder.event(event, value)
        _step(path, event, value)
        if inside and len(path) < inside:
            inside = 0
            yield table, builder.value


def _step(path: list[str], event: str, value: object) -> None:
    """Follow an event to where the next one stands: keys of objects, `item` in lists."""
    if event == "map_key":
        path[-1] = str(value)
    elif event in ("start_map", "start_array"):
        path.append("item" if event == "start_array" else "")
        if len(path) > DEEPEST:
            message = "nested too deeply"
            raise ijson.JSONError(message)
    elif event in ("end_map", "end_array"):
        path.pop()


class _Readable:
    """A file as clean UTF-8: without its mark, and without what is no text or no letter."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._left = ""

    def read(self, size: int = io.DEFAULT_BUFFER_SIZE) -> bytes:
        """Return the next bytes, none at the end."""
        while size:
            raw = self._file.read(size)
            text = self._left + self._decoder.decode(raw, final=not raw)
            # An escape may go on in what is read next.
            end = whole_to(text) if raw else len(text)
            self._left = text[end:]
            clean = without_halves(text[:end])
            if clean or not raw:
                return clean.encode()
        return b""
