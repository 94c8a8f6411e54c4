"""The words of an index, in a table beside it: what a `Vocabulary` keeps.

It is written before the engine's own commit, so it may know words that no story has (yet, or any
more), and never lacks one. Such words are told apart by counting their stories. An index that is
made anew leaves them behind.
"""

import sqlite3
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

from harkara.search.vocabulary import Kept, beginning_key, is_hindi, kept, words_of
from harkara.text.fold import fold
from harkara.text.phonetic import Entry
from harkara.text.sounding import Row, costs

_TABLES = """
CREATE TABLE IF NOT EXISTS words (
    word TEXT PRIMARY KEY, own TEXT NOT NULL, own_cost INTEGER NOT NULL, heard TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS owned ON words (own) WHERE own != '';
CREATE TABLE IF NOT EXISTS sounds (
    key TEXT, word TEXT, parts TEXT NOT NULL, PRIMARY KEY (key, word)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS headlines (
    word TEXT PRIMARY KEY, folded TEXT NOT NULL, beginning TEXT NOT NULL, often INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS folded ON headlines (folded, often);
CREATE INDEX IF NOT EXISTS beginnings ON headlines (beginning, often);
"""
_AFTER_ALL = "\U0010ffff"
_BETWEEN = "|"
_AT_ONCE = 500
_MOST_HEARD = 2**12
_MOST_READY = 2**14
_WAIT = 10.0


class WordTable:
    """The table, open for reading. Threads share it; each process opens its own."""

    def __init__(self, path: Path) -> None:
        """Open the table; raises `sqlite3.Error` if it is not there or no table."""
        address = f"{path.absolute().as_uri()}?mode=rw"
        self._table = sqlite3.connect(address, uri=True, timeout=_WAIT, check_same_thread=False)
        weakref.finalize(self, self._table.close)
        self._changes = self._look_for_changes()
        self._heard: dict[str, Mapping[str, int]] = {}
        self._entries: dict[str, Entry] = {}

    def heard(self, typed: str) -> Mapping[str, int]:
        """Return the words that a spelling may stand for, and what each costs."""
        changes = self._look_for_changes()
        if changes != self._changes or len(self._heard) >= _MOST_HEARD:
            self._heard, self._changes = {}, changes
        heard = self._heard
        if typed not in heard:
            heard[typed] = costs(self, typed)
        return heard[typed]

    def rows(self, key: str) -> Sequence[Row]:
        """Return the words that have a phonetic key, with the parts of it."""
        found = self._table.execute("SELECT word, parts FROM sounds WHERE key = ?", (key,))
        return [(word, tuple(parts.split(_BETWEEN))) for word, parts in found.fetchall()]

    def owning(self, roman: str) -> Sequence[str]:
        """Return the words that have, or are, this Roman spelling."""
        found = self._table.execute("SELECT word FROM words WHERE own = ? AND own != ''", (roman,))
        return [word for (word,) in found.fetchall()]

    def entries(self, words: Sequence[str]) -> Sequence[Entry]:
        """Return some of the words, ready to be compared, in their order."""
        known = self._entries
        if not_known := [word for word in words if word not in known]:
            if len(known) >= _MOST_READY:
                known = self._entries = {word: known[word] for word in words if word in known}
            known.update((entry.word, entry) for entry in self._read(not_known))
        return [known[word] for word in words]

    def _read(self, words: Sequence[str]) -> Iterator[Entry]:
        marks = ",".join("?" * len(words))
        found = self._table.execute(
            f"SELECT word, heard, own, own_cost FROM words WHERE word IN ({marks})",  # noqa: S608
            words,
        )
        for word, heard, own, own_cost in found.fetchall():
            yield Entry(word, tuple(heard.split()), own, own_cost)

    def beginning(self, typed: str, most: int) -> list[str]:
        """Return words of headlines that begin so, those in most headlines first."""
        return self._headline_words("folded", fold(typed), most)

    def sounding_like(self, typed: str, most: int) -> list[str]:
        """Return Hindi words of headlines whose `beginning_key` begins so."""
        return self._headline_words("beginning", beginning_key(typed), most)

    def _headline_words(self, column: str, beginning: str, most: int) -> list[str]:
        found = self._table.execute(
            f"SELECT word FROM headlines WHERE {column} >= ? AND {column} < ?"  # noqa: S608
            " ORDER BY often DESC, word LIMIT ?",
            (beginning, beginning + _AFTER_ALL, most if beginning else 0),
        )
        return [word for (word,) in found.fetchall()]

    def _look_for_changes(self) -> int:
        """Return a number that is another one when others have written to the table."""
        return int(self._table.execute("PRAGMA data_version").fetchone()[0])


class WordTaker:
    """The table, open for writing by one writer."""

    def __init__(self, path: Path) -> None:
        """Open the table, making it if there is none."""
        self._table = sqlite3.connect(path, timeout=_WAIT, check_same_thread=False)
        self._table.execute("PRAGMA journal_mode = WAL")
        self._table.execute("PRAGMA synchronous = FULL")
        self._table.executescript(_TABLES)
        self._new: set[str] = set()
        self._headlines: Counter[str] = Counter()

    def take(self, rows: Iterable[str], titles: Iterable[str]) -> None:
        """Take in words as they stand between spaces: those never met before, and all of titles."""
        self._new.update(word for row in rows for word in _words_in(row))
        self._headlines.update({word for row in titles for word in _words_in(row)})

    def commit(self) -> None:
        """Write what was taken in."""
        with self._table:
            new = list(self._unknown())
            self._table.executemany(
                "INSERT INTO words VALUES (?, ?, ?, ?)",
                ((word, own, own_cost, " ".join(heard)) for (word, heard, own, own_cost), _ in new),
            )
            self._table.executemany(
                "INSERT OR IGNORE INTO sounds VALUES (?, ?, ?)",
                (
                    (key, one.entry.word, _BETWEEN.join(parts))
                    for one in new
                    for key, parts in one.sounds
                ),
            )
            self._table.executemany(
                "INSERT INTO headlines VALUES (?, ?, ?, ?)"
                " ON CONFLICT (word) DO UPDATE SET often = often + excluded.often",
                (
                    (word, fold(word), beginning_key(word) if is_hindi(word) else "", often)
                    for word, often in self._headlines.items()
                ),
            )
        self._new.clear()
        self._headlines.clear()

    def close(self) -> None:
        """Let go of the file; what was not written is dropped."""
        self._table.close()

    def _unknown(self) -> Iterator[Kept]:
        """Give what is to be kept of the words that the table does not know."""
        for some in _chunks(sorted(self._new)):
            marks = ",".join("?" * len(some))
            found = self._table.execute(f"SELECT word FROM words WHERE word IN ({marks})", some)  # noqa: S608
            yield from map(kept, sorted({*some} - {word for (word,) in found}))


@lru_cache(maxsize=2**14)
def _words_in(row: str) -> tuple[str, ...]:
    return tuple(words_of([row]))


def _chunks(words: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(words)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
