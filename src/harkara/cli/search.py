"""`harkara search` and `harkara index`: find stories from the shell, and look after the index."""

import argparse
import json
from typing import TYPE_CHECKING

from harkara.cli.progress import Progress
from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site

if TYPE_CHECKING:
    from harkara.newsroom.records import FoundStory
    from harkara.search.documents import Results

NOT_THERE = "there is no index that can be used ({said}); make it: harkara index make"


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `search`, `index make` and `index status`."""
    search = subparsers.add_parser(
        "search",
        help="find live stories, as readers find them",
        epilog="example: harkara search 'rajnath एस-400' --newest",
    )
    search.add_argument(
        "words", nargs="+", help='words of either script, "phrases", -words to leave out'
    )
    search.add_argument("--section", default="", help="only stories of the section of this address")
    search.add_argument("--topic", default="", help="only stories of the topic of this address")
    search.add_argument("--author", default="", help="only stories of the author of this address")
    search.add_argument("--since", default="", metavar="DAY", help="from this day on (2026-11-30)")
    search.add_argument("--until", default="", metavar="DAY", help="up to this day")
    search.add_argument("--newest", action="store_true", help="the newest first")
    search.add_argument("--page", default="1", help="which page of ten stories")
    search.add_argument("--json", action="store_true", help="print JSON on standard output")
    search.set_defaults(run=run_search, django=True)
    index = subparsers.add_parser(
        "index",
        help="the index that stories are found by: make it anew, look at it",
        epilog="example: harkara index make",
    )
    commands = index.add_subparsers(title="commands", metavar="COMMAND", required=True)
    make = commands.add_parser(
        "make",
        help="make the index anew from the database, and remember what each story says by which "
        "copies are noticed; readers search the old index meanwhile",
        epilog="example: harkara index make",
    )
    make.set_defaults(run=run_make, django=True)
    status = commands.add_parser(
        "status",
        help="say how many stories the index holds and how many changes wait",
        epilog="example: harkara index status --json",
    )
    status.add_argument("--json", action="store_true", help="print JSON on standard output")
    status.set_defaults(run=run_status, django=True)


def run_search(args: argparse.Namespace) -> int:
    """Print the stories that are found; the status is 1 if there is none."""
    from harkara.search.backends.base import Unavailable
    from harkara.web.asked import Asked
    from harkara.web.presenters.search import as_json
    from harkara.web.searching import find

    need_site()
    # After words that begin with a minus, argparse wants `--` before them.
    asked = Asked.of(
        {
            "q": " ".join(args.words),
            "order": "newest" if args.newest else "",
            **{name: getattr(args, name) for name in ("section", "topic", "author")},
            **{name: getattr(args, name) for name in ("since", "until", "page")},
        }
    )
    try:
        results, found = find(asked, pictured=False)
    except Unavailable as lost:
        raise Refusal(NOT_THERE.format(said=lost)) from lost
    if args.json:
        print(json.dumps(as_json(asked, results, found), ensure_ascii=False, indent=2))
    else:
        _print(results, found)
    return 0 if found else 1


def run_make(_args: argparse.Namespace) -> int:
    """Make the index anew in the place of the old one, and remember what each story says."""
    from harkara.newsroom.documents import LiveArchive
    from harkara.newsroom.queries.repeats import DeskTexts
    from harkara.search import index
    from harkara.search.backends.base import Busy
    from harkara.search.following import rebuild
    from harkara.search.remembering import remember_all

    need_site()
    try:
        with Progress("read") as progress:
            made = rebuild(index.current(), LiveArchive(), progress)
    except Busy as busy:
        message = "another process is making the index; let it finish"
        raise Refusal(message) from busy
    print(f"stories: {made}")
    with Progress("looked at") as progress:
        remembered = remember_all(DeskTexts(), progress)
    print(f"newly remembered: {remembered}")
    return 0


def run_status(args: argparse.Namespace) -> int:
    """Print what the index holds; the status is 1 if it must be made."""
    from harkara.newsroom.documents import LiveArchive
    from harkara.search import index
    from harkara.search.backends.base import Unavailable
    from harkara.search.following import must_be_made
    from harkara.search.queries import count_after, now

    need_site()
    current = index.current()
    try:
        held, position = current.count(), current.position()
    except Unavailable as lost:
        raise Refusal(NOT_THERE.format(said=lost)) from lost
    found = {
        "stories": held,
        "on_site": LiveArchive().count(),
        "waiting": count_after(position or 0),
        "position": position,
        "now": now(),
        "usable": not must_be_made(current),
    }
    if args.json:
        print(json.dumps(found))
    else:
        print(f"stories: {found['stories']} of {found['on_site']}")
        print(f"changes that wait: {found['waiting']}")
        if not found["usable"]:
            print("it cannot follow the database: harkara index make")
    return 0 if found["usable"] else 1


def _print(results: "Results", found: "tuple[FoundStory, ...]") -> None:
    print(f"{results.total} stories, page {results.page} of {results.pages}")
    for word in results.words:
        if word.by_sound or not word.found:
            print(f"  {word.typed} → {', '.join(word.found) or 'nothing'}")
    if results.suggestion:
        print(f"  perhaps: {results.suggestion}")
    for one in found:
        card = one.card
        print(f"{card.published_at:%Y-%m-%d}  {card.section.name}  {card.headline}  {card.path}")
