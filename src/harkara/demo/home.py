"""The demo's home: a folder that knows it is the demo's, and how far the paper in it has come."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from harkara import config

NOTE_FILE = "demo.json"
URL_LINE = re.compile(r"^url\s*=.*$", re.MULTILINE)


class NoHome(Exception):
    """The folder cannot be the demo's home; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a demo's home remembers: when it was begun, who edits it, and whether it is ready."""

    made_at: str
    editor: str = "editor"
    password: str = "sohni-pul-640"  # noqa: S105 (printed at every start: for one machine)
    story: str = ""
    ready: bool = False


def open_home(home: Path, url: str) -> Note:
    """Return what a demo's home remembers; an empty or missing folder becomes one.

    From now on the paper in it is found at `url`. Raises NoHome if the folder cannot be written or
    holds something else.
    """
    path = home / NOTE_FILE
    try:
        home.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _must_be_empty(home)
            keep(home, Note(made_at=datetime.now(UTC).isoformat()))
        note = Note(**json.loads(path.read_text()))
        _set_url(home / config.FILE_NAME, url)
    except OSError as error:
        message = f"cannot use {home} ({error.strerror}); choose another --home"
        raise NoHome(message) from error
    except (ValueError, TypeError) as error:
        message = f"{path} cannot be read; delete {home} to make the demo again"
        raise NoHome(message) from error
    return note


def keep(home: Path, note: Note) -> None:
    """Write the note, whole or not at all."""
    draft = home / f".{NOTE_FILE}"
    draft.write_text(json.dumps(asdict(note), indent=2) + "\n")
    draft.replace(home / NOTE_FILE)


def _must_be_empty(home: Path) -> None:
    # A start that was cut short at once left its draft of the note.
    if any(file.name != f".{NOTE_FILE}" for file in home.iterdir()):
        message = f"{home} holds something that is not the demo; choose another --home"
        raise NoHome(message)


def _set_url(path: Path, url: str) -> None:
    """Make the configuration name this address, leaving whatever else it says alone."""
    line = f'url = "{url}"'
    old = path.read_text() if path.exists() else ""
    new = URL_LINE.sub(line, old, count=1) if URL_LINE.search(old) else f"{line}\n{old}"
    if new != old:
        path.write_text(new)
