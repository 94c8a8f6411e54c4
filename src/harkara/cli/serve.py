"""`harkara serve` and `harkara worker`: the site, running."""

import argparse
import os
import signal
import threading
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING

from harkara.cli.ports import port_number
from harkara.cli.site import need_site, need_this_version

if TYPE_CHECKING:
    from harkara.config import Config

# How soon a worker notices that the `serve` that started it is gone.
ORPHAN_CHECK = 1.0
MOST_WORKERS = 64


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `serve` and `worker`."""
    serve = subparsers.add_parser(
        "serve",
        help="run the site: the web server and the press's workers; SIGHUP renews them",
        epilog="example: harkara serve --host 0.0.0.0 --port 8000",
    )
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    serve.add_argument("--port", type=port_number, default=8000, help="the port to listen on")
    serve.add_argument(
        "--workers", type=worker_count, default=1, help="how many processes press pages"
    )
    serve.set_defaults(run=run_serve)
    worker = subparsers.add_parser(
        "worker",
        help="run the press's worker alone (`serve` runs one itself)",
        epilog="example: harkara worker",
    )
    worker.set_defaults(run=run_worker, django=True)
    # Without help, it stands in no list: `serve` alone runs it.
    web = subparsers.add_parser("web")
    web.add_argument("--fd", type=int, required=True, help=argparse.SUPPRESS)
    web.set_defaults(run=run_web, django=True)
    for child in (worker, web):
        child.add_argument("--parent", type=int, help=argparse.SUPPRESS)
        child.add_argument("--ready", type=int, help=argparse.SUPPRESS)


def run_serve(args: argparse.Namespace) -> int:
    """Run the site until it is told to stop."""
    need_site(args.home)
    url = f"http://{args.host}:{args.port}"

    def say_where() -> None:
        print(f"{url}\nnewsroom: {url}/newsroom/")

    return run_site(args.host, args.port, say_where, args.workers)


def run_worker(args: argparse.Namespace) -> int:
    """Press what becomes stale, keep the search index, learn, take in; until told to stop."""
    from harkara.press import tasks
    from harkara.web import edition

    need_this_version(need_site())
    edition.lay()
    stop = threading.Event()

    def stop_soon(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, stop_soon)
    signal.signal(signal.SIGTERM, stop_soon)
    if args.parent:
        threading.Thread(target=_outlive_nobody, args=(args.parent, stop), daemon=True).start()
    _say_ready(args.ready)
    beside = _beside(stop)
    try:
        tasks.work(stop)
    finally:
        stop.set()
        for thread in beside:
            thread.join()
    return 0


def run_web(args: argparse.Namespace) -> int:
    """Answer requests until told to stop."""
    from django.conf import settings

    from harkara.cli.web import serve

    need_this_version(settings.HARKARA)
    serve(args.fd, args.parent, partial(_say_ready, args.ready))
    return 0


def worker_count(text: str) -> int:
    """Return the number somebody typed; argparse says what is wrong with another text."""
    if not text.isdecimal() or not 0 < int(text) <= MOST_WORKERS:
        message = f"a number of workers is from 1 to {MOST_WORKERS}, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def run_site(
    host: str, port: int, on_ready: Callable[[], None] | None = None, workers: int = 1
) -> int:
    """Run web server and workers until SIGINT or SIGTERM; return the exit status.

    `on_ready` is called once, when the first request can be answered. Each process is started
    again when it dies. The site's home is the one $HARKARA_HOME names. Raises Refusal if something
    else listens on the port.
    """
    from harkara.cli.running import Site

    return Site(host, port, on_ready, workers).run()


def _beside(stop: threading.Event) -> list[threading.Thread]:
    """Begin what a worker does beside pressing, each in a thread of its own."""
    from django.conf import settings

    from harkara.audience.polls import tasks as polls
    from harkara.audience.trending import tasks as trending
    from harkara.intake import tasks as intake
    from harkara.newsroom import indexing, learning
    from harkara.press.purging.http import HttpPurger
    from harkara.press.purging.work import work
    from harkara.search import index

    site: Config = settings.HARKARA
    parts: list[Callable[[], None]] = [
        partial(indexing.work, stop, index.current()),
        partial(learning.work, stop),
        partial(intake.take_wires, stop),
        partial(intake.ask_feeds, stop),
        partial(intake.compare_moves, stop),
        partial(trending.work, stop),
        partial(polls.work, stop),
    ]
    if site.cdn is not None:
        # The CDN is told of what changes.
        parts.append(partial(work, stop, HttpPurger(site.cdn, site.url)))
    threads = [threading.Thread(target=part) for part in parts]
    for thread in threads:
        thread.start()
    return threads


def _say_ready(fd: int | None) -> None:
    if fd is not None:
        os.write(fd, b".")
        os.close(fd)


def _outlive_nobody(parent: int, stop: threading.Event) -> None:
    while os.getppid() == parent and not stop.wait(ORPHAN_CHECK):
        pass
    stop.set()
