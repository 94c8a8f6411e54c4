"""`harkara demo`: a complete paper with sample stories, running."""

import argparse
import os
import sys
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from harkara import config
from harkara.cli.ports import must_be_free, port_number
from harkara.cli.refusal import Refusal

if TYPE_CHECKING:
    from harkara.demo.build import Built
    from harkara.demo.home import Note

HOST = "127.0.0.1"
FOLDER = "demo-home"
BETWEEN_WORDS = 0.1


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
    demo.add_argument("--port", type=port_number, default=8000, help="the port to listen on")
    demo.add_argument("--no-serve", action="store_true", help="make the paper and stop")
    demo.set_defaults(run=run_demo)


def run_demo(args: argparse.Namespace) -> int:
    """Make the demo paper, or what is missing of it, print its addresses, and run it."""
    from harkara.cli.serve import run_site
    from harkara.demo.home import NoHome, open_home

    root = Path(os.environ.get("HARKARA_ROOT", "."))
    home = (args.home or root / FOLDER).absolute()
    url = f"http://{HOST}:{args.port}"
    if not args.no_serve:
        # At once, not after the paper is made.
        must_be_free(HOST, args.port)
    try:
        note = open_home(home, url)
    except NoHome as refusal:
        raise Refusal(str(refusal)) from refusal
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


def _set_up_django(home: Path) -> None:
    os.environ[config.HOME_VARIABLE] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harkara.settings")
    config.load()
    import django

    django.setup()


def _make(home: Path, note: "Note") -> "Note":
    """Bring the paper to where it is complete and pressed; return what its home remembers now."""
    from django.conf import settings

    from harkara.cli.site import host_and_port, make_home
    from harkara.demo.home import keep

    with _Progress() as progress:
        if not note.ready:
            progress.step(f"making the demo paper in {home} (once)")
            built = _build(note, progress)
            progress.step(f"{built.stories} stories, {built.live} live, {built.photos} pictures")
            note = replace(note, story=built.story)
        else:
            make_home(settings.HARKARA)
        if _move(*host_and_port(settings.HARKARA)):
            progress.step("the address is another one now: pressing every page again")
        pressed = _press(progress)
        if not note.ready:
            progress.step(f"{pressed} pages pressed")
            note = replace(note, ready=True)
            keep(home, note)
    return note


def _build(note: "Note", progress: "_Progress") -> "Built":
    """Found the paper and file its stories, or what an earlier run has left undone."""
    from django.conf import settings
    from django.contrib.auth.models import User

    from harkara.cli.site import found, host_and_port, make_home
    from harkara.demo import stories
    from harkara.demo.build import build
    from harkara.demo.paper import new_paper
    from harkara.demo.studio import Studio
    from harkara.newsroom.actions.founding import is_founded

    stock, at = stories.read(), datetime.fromisoformat(note.made_at)
    # The pictures are drawn while the database is made.
    with Studio(stock.pictures) as studio:
        make_home(settings.HARKARA)
        if not is_founded():
            paper = new_paper(*host_and_port(settings.HARKARA))
            found(paper, note.editor, note.password)
        editor = User.objects.get(username=note.editor)
        return build(at, editor, progress, stock=stock, draw=studio.draw)


def _move(host: str, port: int) -> bool:
    """Let the paper know where it is found now; return whether that is another address."""
    from wagtail.models import Site

    elsewhere = Site.objects.exclude(hostname=host, port=port)
    return bool(elsewhere.update(hostname=host, port=port))


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
