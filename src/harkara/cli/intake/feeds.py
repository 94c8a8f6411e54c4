"""`harkara intake feed`: ask feeds now, without waiting for their turn."""

import argparse
import json
import sys
import threading
from dataclasses import asdict
from typing import TYPE_CHECKING

from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site

if TYPE_CHECKING:
    from harkara.intake.actions.polling import Polled
    from harkara.intake.models import FeedSubscription


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `intake feed`."""
    feed = commands.add_parser(
        "feed",
        help="ask one feed, or all of them, now",
        description="Ask one feed, or all of them, now. What is new in it waits at the desk.",
        epilog="example: harkara intake feed https://agency.example/rss --add 'Agency'",
    )
    which = feed.add_mutually_exclusive_group(required=True)
    which.add_argument("url", metavar="URL", nargs="?", help="the address of a feed")
    which.add_argument("--all", action="store_true", help="every feed that is asked")
    feed.add_argument("--add", metavar="NAME", help="take the feed from now on, as this source's")
    feed.add_argument("--json", action="store_true", help="print JSON on standard output")
    feed.set_defaults(run=run_feed, django=True)


def run_feed(args: argparse.Namespace) -> int:
    """Ask feeds and say what each brought; 1 if one of them could not be read."""
    from django.utils import timezone

    from harkara.intake.actions.turns import claim
    from harkara.intake.models import FeedSubscription
    from harkara.intake.tasks import poller

    need_site(args.home)
    feeds = FeedSubscription.objects.filter(active=True) if args.all else [_named(args)]
    asking = poller(threading.Event())
    failed = False
    for feed in feeds:
        if claim(timezone.now(), feed) is None:
            # The worker asks it at this very moment.
            continue
        polled = asking.poll(feed, timezone.now())
        failed = failed or bool(polled.refused)
        _say(feed, polled, as_json=args.json)
    return 1 if failed else 0


def _named(args: argparse.Namespace) -> "FeedSubscription":
    """Return the feed of an address, taken from now on if that is wished."""
    from django.core.exceptions import ValidationError

    from harkara.intake.models import FeedSubscription

    known = FeedSubscription.objects.filter(url=args.url).first()
    if known is not None:
        return known
    if not args.add:
        message = f"no feed of the newsroom lies at {args.url}; to take it, say whose: --add NAME"
        raise Refusal(message)
    feed = FeedSubscription(url=args.url, name=args.add)
    try:
        feed.full_clean(exclude=["host"])
    except ValidationError as error:
        raise Refusal("; ".join(error.messages)) from error
    feed.save()
    return feed


def _say(feed: "FeedSubscription", polled: "Polled", *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"feed": feed.url, **asdict(polled)}, ensure_ascii=False))
    elif polled.refused:
        sys.stderr.write(f"harkara: {feed.url}: {polled.refused}\n")
    else:
        print(
            f"{feed.name}: {polled.new} new, {polled.updated} updated, "
            f"{polled.waiting} to look at, {polled.repeated} told before"
        )
