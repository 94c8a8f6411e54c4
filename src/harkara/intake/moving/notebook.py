"""The notebook of a survey: what must be known of a whole archive, in a file and not in memory."""

import sqlite3
from collections.abc import Iterator

from harkara.intake.drafts import DraftImageRef

AT_ONCE = 1000


class Notebook:
    """Keeps what is told of pictures by their ids, and where each id of a story first stands.

    It also keeps which pictures were uploaded with which story, and which places of the archive are
    to be read again.
    """

    def __init__(self) -> None:
        # Without a name it is a file that goes with the connection, whatever happens.
        self._base = sqlite3.connect("")
        self._base.execute("CREATE TABLE told (id TEXT PRIMARY KEY, url, alt, caption, credit)")
        self._base.execute("CREATE INDEX told_at ON told (url)")
        self._base.execute("CREATE TABLE seen (id TEXT PRIMARY KEY, line INTEGER)")
        self._base.execute("CREATE TABLE attached (parent, place INTEGER, id)")
        self._base.execute("CREATE INDEX attached_to ON attached (parent)")
        self._base.execute("CREATE TABLE marked (at INTEGER PRIMARY KEY, stage)")
        self._waiting: list[tuple[str, ...]] = []
        self._seen: list[tuple[str, int]] = []

    def tell(self, picture: DraftImageRef) -> None:
        """Keep what is told of a picture."""
        self._waiting.append(
            (picture.foreign_id, picture.url, picture.alt, picture.caption, picture.credit)
        )
        if len(self._waiting) >= AT_ONCE:
            self._write()

    def attach(self, parent: str, foreign_id: str, place: str) -> None:
        """Keep which story a picture was uploaded with, and its place among those of it."""
        row = [parent, int(place) if place.isdecimal() else 0, foreign_id]
        self._base.execute("INSERT INTO attached VALUES (?, ?, ?)", row)

    def attached(self, parent: str) -> tuple[str, ...]:
        """Return the ids of the pictures that were uploaded with a story, in their order."""
        asked = (
            "SELECT id FROM attached WHERE parent = ? ORDER BY place, CAST(id AS INTEGER) LIMIT ?"
        )
        return tuple(str(one) for (one,) in self._base.execute(asked, [parent, AT_ONCE]))

    def see(self, foreign_id: str, line: int) -> None:
        """Keep the line on which the id of a story stands, if it is the first."""
        self._seen.append((foreign_id, line))
        if len(self._seen) >= AT_ONCE:
            self._write()

    def first_line(self, foreign_id: str) -> int | None:
        """Return the line on which an id first stands, None if it was never seen."""
        self._write()
        found = self._base.execute("SELECT line FROM seen WHERE id = ?", [foreign_id]).fetchone()
        return int(found[0]) if found else None

    def mark(self, stage: str, at: int) -> None:
        """Keep a place in the archive that is to be read again, and at which stage."""
        self._base.execute("INSERT OR IGNORE INTO marked VALUES (?, ?)", [at, stage])

    def marked(self, stage: str) -> Iterator[int]:
        """Give the places that are to be read again at a stage, in their order."""
        last = -1
        asked = "SELECT at FROM marked WHERE stage = ? AND at > ? ORDER BY at LIMIT ?"
        while found := self._base.execute(asked, [stage, last, AT_ONCE]).fetchall():
            yield from (int(at) for (at,) in found)
            last = found[-1][0]

    def of(self, foreign_id: str) -> DraftImageRef | None:
        """Return what was told of a picture, None if nothing was."""
        self._write()
        found = self._base.execute(
            "SELECT url, alt, caption, credit FROM told WHERE id = ?", [foreign_id]
        ).fetchone()
        if found is None:
            return None
        url, alt, caption, credit = found
        return DraftImageRef(
            url=url, alt=alt, caption=caption, foreign_id=foreign_id, credit=credit
        )

    def lies_at(self, url: str) -> bool:
        """Say whether a picture that was told of lies at this very address."""
        self._write()
        asked = "SELECT 1 FROM told WHERE url = ? LIMIT 1"
        return self._base.execute(asked, [url]).fetchone() is not None

    def close(self) -> None:
        """Throw it all away."""
        self._base.close()

    def _write(self) -> None:
        if self._waiting:
            self._base.executemany(
                "INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?, ?)", self._waiting
            )
            self._base.commit()
            self._waiting.clear()
        if self._seen:
            self._base.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", self._seen)
            self._base.commit()
            self._seen.clear()
