"""`harkara demo`: a complete paper with sample stories, running."""

import argparse
import json
import os
import re
import socket
import sys
import time
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from harkara import config
from harkara.cli.refusal import Refusal

if TYPE_CHECKING:
    from harkara.demo.build import Built
    from harkara.demo.stories import Stock
    from harkara.demo.studio import Studio

HOST = "127.0.0.1"
FOLDER = "demo-home"
# What says that a folder is a demo's home, and what the next run must know of it.
NOTE_FILE = "demo.json"
EDITOR, PASSWORD = "editor", "sohni-pul-640"
URL_LINE = re.compile(r"^url\s*=.*$", re.MULTILINE)
BETWEEN_WORDS = 0.1


@dataclass(frozen=True, slots=True)
class Note:
    """What a demo's home remembers: when it was begun, who edits it, and whether it is ready."""

    made_at: str
    editor: str = EDITOR
    password: str = PASSWORD
    story: str = ""
    ready: bool = False


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `demo`."""
    demo = subparsers.add_parser(
        "demo",
        help="a complete paper with sample stories, running",
        epilog="example: harkara demo --port 8080",
    )
    demo.add_argument(
        "--home",
        type=Path,
        default=argparse.SUPPRESS,
        help=f"where the demo lives (default: {FOLDER} in the project)",
    )
    demo.add_argument("--port", type=_port, default=8000, help="the port to listen on")
    demo.add_argument("--no-serve", action="store_true", help="make the paper and stop")
    demo.set_defaults(run=run_demo)


def run_demo(args: argparse.Namespace) -> int:
    """Make the demo paper, or what is missing of it, print its addresses, and run it."""
    from harkara.cli.serve import run_site

    root = Path(os.environ.get("HARKARA_ROOT", "."))
    home = (args.home or root / FOLDER).absolute()
    url = f"http://{HOST}:{args.port}"
    if not args.no_serve:
        _must_be_free(args.port)
    note = _open_home(home, url)
    _set_up_django(home)
    note = _make(home, note)

    def say_ready() -> None:
        print(f"\n  front page  {url}/")
        print(f"  a story     {url}{note.story}")
        print(f"  newsroom    {url}/newsroom/   {note.editor} / {note.password}\n", flush=True)

    if args.no_serve:
        say_ready()
        return 0
    return run_site(HOST, args.port, say_ready)


def _open_home(home: Path, url: str) -> Note:
    """Return what the demo's home remembers; an empty or missing folder becomes one.

    Raises Refusal if the folder cannot be written or holds something else.
    """
    note_path = home / NOTE_FILE
    try:
        home.mkdir(parents=True, exist_ok=True)
        if note_path.exists():
            note = Note(**json.loads(note_path.read_text()))
        elif any(home.iterdir()):
            message = f"{home} holds something that is not the demo; choose another --home"
            raise Refusal(message)
        else:
            note = Note(made_at=datetime.now(UTC).isoformat())
            _keep(home, note)
        _set_url(home / config.FILE_NAME, url)
    except OSError as error:
        message = f"cannot use {home} ({error.strerror}); choose another --home"
        raise Refusal(message) from error
    except (ValueError, TypeError) as error:
        message = f"{note_path} cannot be read; delete {home} to make the demo again"
        raise Refusal(message) from error
    return note


def _keep(home: Path, note: Note) -> None:
    draft = home / f".{NOTE_FILE}"
    draft.write_text(json.dumps(asdict(note), indent=2) + "\n")
    draft.replace(home / NOTE_FILE)


def _set_url(path: Path, url: str) -> None:
    """Make the configuration name this address, leaving whatever else it says alone."""
    line = f'url = "{url}"'
    old = path.read_text() if path.exists() else ""
    new = URL_LINE.sub(line, old, count=1) if URL_LINE.search(old) else f"{line}\n{old}"
    if new != old:
        path.write_text(new)


def _set_up_django(home: Path) -> None:
    os.environ[config.HOME_VARIABLE] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harkara.settings")
    config.load()
    import django

    django.setup()


def _make(home: Path, note: Note) -> Note:
    """Bring the paper to where it is complete and pressed, and return the note that says so."""
    from django.conf import settings

    from harkara.cli.site import host_and_port, make_home
    from harkara.demo.stories import read
    from harkara.demo.studio import Studio

    address = host_and_port(settings.HARKARA)
    with _Progress() as progress:
        if note.ready:
            make_home(settings.HARKARA)
            _found(note, *address)
            _press(progress)
            return note
        progress.step(f"making the demo paper in {home} (once)")
        stock = read()
        with Studio(stock.pictures) as studio:
            make_home(settings.HARKARA)
            _found(note, *address)
            built = _build(note, stock, studio, progress)
        progress.step(f"{built.stories} stories, {built.live} live, {built.photos} pictures")
        progress.step(f"{_press(progress)} pages pressed")
    note = replace(note, story=built.story, ready=True)
    _keep(home, note)
    return note


def _build(note: Note, stock: "Stock", studio: "Studio", progress: "_Progress") -> "Built":
    from django.contrib.auth.models import User

    from harkara.demo.build import build

    editor, at = User.objects.get(username=note.editor), datetime.fromisoformat(note.made_at)
    return build(at, editor, progress, stock=stock, draw=studio.draw)


def _found(note: Note, host: str, port: int) -> None:
    """Found the paper, or let one that was founded know that its address is another now."""
    from django.db import transaction
    from wagtail.models import Site

    from harkara.cli.site import found
    from harkara.demo.paper import new_paper
    from harkara.newsroom.actions.founding import is_founded
    from harkara.press.actions import mark_all

    if not is_founded():
        found(new_paper(host, port), note.editor, note.password)
    with transaction.atomic():
        # Every page names its own address.
        if Site.objects.exclude(port=port).update(hostname=host, port=port):
            mark_all()


def _press(progress: "_Progress") -> int:
    from harkara.press import tasks
    from harkara.web import edition

    edition.lay()
    totals = tasks.run_until_idle(lambda done, left: progress(f"pages {done} / {done + left}"))
    return totals.total()


class _Progress:
    """Says how far the work is: steps as lines, and in between one line that keeps changing."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._next = 0.0

    def __enter__(self) -> "_Progress":
        return self

    def __exit__(self, *_error: object) -> None:
        self._clear()

    def __call__(self, words: str) -> None:
        if self._terminal and time.monotonic() >= self._next:
            self._next = time.monotonic() + BETWEEN_WORDS
            print(f"\r\x1b[K  {words}", end="", file=sys.stderr, flush=True)

    def step(self, words: str) -> None:
        self._clear()
        print(f"harkara: {words}", file=sys.stderr, flush=True)

    def _clear(self) -> None:
        if self._terminal:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _must_be_free(port: int) -> None:
    """Refuse at once, not after the paper is made, to listen where somebody else does."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = f"cannot listen on {HOST}:{port} ({error.strerror}); choose another --port"
            raise Refusal(message) from error


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 2**16:
        message = f"a port is a number from 1 to 65535, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return int(text)
