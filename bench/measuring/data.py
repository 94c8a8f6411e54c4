"""The data a bench measures on: gzipped sets in one folder, found by name and split."""

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]
EXTENSIONS = ("tsv", "jsonl")


class NoSuchSet(Exception):
    """The folder holds no file of that set."""


@dataclass(frozen=True, slots=True)
class Data:
    """A folder of sets, and the split (train, dev, test …) to measure on."""

    folder: Path
    split: str

    def has(self, name: str) -> bool:
        """Say whether the set is there, in the split asked for or unsplit."""
        return self._find(name, self.split) is not None

    def rows(self, name: str, *, split: str | None = None) -> Iterator[Row]:
        """Give the rows of `<name>.<split>.<ext>.gz`, else of `<name>.<ext>.gz`.

        A line of JSON is a row, and so is a line of tab-separated values under its header.
        Raises NoSuchSet if neither file is there.
        """
        path = self._find(name, split or self.split)
        if path is None:
            message = f"{self.folder} has no {name}.{split or self.split}.* and no {name}.*"
            raise NoSuchSet(message)
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            if path.name.endswith(".jsonl.gz"):
                for line in lines:
                    yield json.loads(line)
            else:
                yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)

    def names(self, beginning: str = "") -> list[str]:
        """Return the names of the sets that begin so, whatever their splits."""
        found = {path.name.partition(".")[0] for path in self.folder.glob(f"{beginning}*.gz")}
        return sorted(found)

    def splits(self, name: str) -> list[str]:
        """Return the splits a set has: an empty name for a file without one."""
        found: set[str] = set()
        for path in self.folder.glob(f"{name}.*.gz"):
            parts = path.name.split(".")
            if parts[-2] in EXTENSIONS:
                found.add(parts[1] if len(parts) == 4 else "")
        return sorted(found)

    def _find(self, name: str, split: str) -> Path | None:
        for middle in (f".{split}" if split else "", ""):
            for extension in EXTENSIONS:
                path = self.folder / f"{name}{middle}.{extension}.gz"
                if path.is_file():
                    return path
        return None
