"""Joining: which tags, authors and meta data each post has, told in tables apart from the posts."""

import json
import sqlite3
from collections.abc import Iterator

from harkara.intake.sources.ghost.export import Row


class Joins:
    """Keeps the links of an export in a file, and gives them post by post."""

    def __init__(self) -> None:
        # Without a name it is a file that goes with the connection, whatever happens.
        self._base = sqlite3.connect("")
        self._base.execute("CREATE TABLE link (kind, post, other, sort)")
        self._base.execute("CREATE INDEX of_a_post ON link (kind, post, sort)")
        self._base.execute("CREATE TABLE meta (post PRIMARY KEY, said)")

    def link(self, kind: str, post: str, other: str, sort: object) -> None:
        """Keep that a post has a tag or an author, and at which place among them."""
        place = sort if type(sort) is int else 0
        self._base.execute("INSERT INTO link VALUES (?, ?, ?, ?)", [kind, post, other, place])

    def tell(self, post: str, meta: Row) -> None:
        """Keep what is told of a post in the table of meta data."""
        self._base.execute(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)",
            [post, json.dumps(meta, ensure_ascii=False)],
        )

    def of(self, kind: str, post: str) -> list[str]:
        """Return the ids of a post's tags or authors, in their order."""
        asked = "SELECT other FROM link WHERE kind = ? AND post = ? ORDER BY sort, rowid"
        return [other for (other,) in self._base.execute(asked, [kind, post])]

    def all(self, kind: str) -> Iterator[tuple[str, str]]:
        """Give all posts with their tags or authors, post by post and in their order."""
        asked = "SELECT post, other FROM link WHERE kind = ? ORDER BY post, sort, rowid"
        yield from self._base.execute(asked, [kind])

    def meta_of(self, post: str) -> Row | None:
        """Return what is told of a post in the table of meta data."""
        found = self._base.execute("SELECT said FROM meta WHERE post = ?", [post]).fetchone()
        said: Row | None = json.loads(found[0]) if found else None
        return said

    def close(self) -> None:
        """Throw it all away."""
        self._base.close()
