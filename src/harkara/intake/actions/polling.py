"""Polling: asking a feed for news, and taking in what it has not told before."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from harkara.intake.actions.arriving import arrive
from harkara.intake.actions.receiving import Change
from harkara.intake.actions.seeing import is_kept, not_seen, see, told_elsewhere, was_seen
from harkara.intake.actions.turns import note_failure, note_success
from harkara.intake.drafts import Draft, DraftSource, Notice
from harkara.intake.fetching import Fetcher, Known, Limits
from harkara.intake.fetching.fetcher import NOTHING
from harkara.intake.fetching.robots import Robots
from harkara.intake.models import FeedSubscription
from harkara.intake.refusals import Refused
from harkara.intake.sources.feeds import Feed, read_feed
from harkara.intake.sources.paste import paste
from harkara.newsroom import queries

PAGE_REST = 1.0
FIRST = 20
"""So many items of a feed that is new here become drafts; what is older is only noted. And of so
many items are the pages read at one asking; the others come at the next."""
SAME_TEXT = 0.8
"""An item of which so much is told by a story of the desk is that story."""
_FEED = Limits(kinds=("text/*", "application/*", "binary/octet-stream"))
_PAGE = Limits(bytes=5 * 1024 * 1024, seconds=20, kinds=("text/html", "application/xhtml+xml"))
_NO_PAGE = _("The whole story could not be fetched: %(why)s")
_NOT_ALLOWED = _("The whole story was not fetched: its site asks programs not to read it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What one asking brought: stories by what became of them, and why it failed if it did.

    `left` counts the items that are looked at when the feed is asked again.
    """

    new: int = 0
    updated: int = 0
    waiting: int = 0
    repeated: int = 0
    left: int = 0
    refused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poller:
    """Asks feeds; `rest` waits between two pages of one server."""

    fetcher: Fetcher
    robots: Robots
    rest: Callable[[float], object]

    def poll(self, feed: FeedSubscription, at: datetime) -> Polled:
        """Ask a feed that was claimed and take in what is new; when it is asked next is noted.

        What is wrong with the feed is said in the answer and beside the feed, never raised. Items
        are taken in one by one: what came before a failure stays.
        """
        known = Known(etag=feed.etag, last_modified=feed.last_modified)
        try:
            fetched = self.fetcher.fetch(feed.url, _FEED, known)
            if fetched.unchanged:
                note_success(feed, known, "", at)
                return Polled()
            found = read_feed(
                fetched.body,
                url=fetched.url,
                kind=fetched.kind,
                charset=fetched.charset,
                zone=timezone.get_default_timezone(),
            )
        except Refused as refusal:
            return Polled(refused=note_failure(feed, refusal, at))
        polled = self._take(feed, found, at)
        # What was left for the next time must be sent again.
        known = fetched.known if not polled.left else NOTHING
        note_success(feed, known, fetched.moved_to, at)
        return polled

    def _take(self, feed: FeedSubscription, found: Feed, at: datetime) -> Polled:
        drafts = not_seen(feed, [_of_feed(draft, feed) for draft in found.drafts], at)
        wanted, rest = drafts[:FIRST], drafts[FIRST:]
        if not feed.seen.exists():
            see(feed, rest, at)
            rest = []
        elif not feed.full_text:
            wanted, rest = drafts, []
        counts = Counter(self._take_one(feed, draft, at) for draft in wanted)
        return Polled(
            new=counts["new"],
            updated=counts["updated"],
            waiting=counts["waiting"],
            repeated=counts["repeated"],
            left=len(rest),
        )

    def _take_one(self, feed: FeedSubscription, draft: Draft, at: datetime) -> str:
        """Take in one item; return which count it belongs to, or nothing."""
        seen_before = was_seen(feed, draft)
        if not seen_before and told_elsewhere(feed, draft):
            see(feed, [draft], at)
            return "repeated"
        whole = self._whole(feed, draft)
        with transaction.atomic():
            see(feed, [draft], at)
            if not seen_before and _is_told(whole):
                return "repeated"
            if seen_before and not is_kept(whole):
                return ""
            received = arrive(whole, at=at, section_id=feed.section_id)
        return {
            Change.NEW: "new",
            Change.UPDATED: "updated",
            Change.EDITED_HERE: "waiting",
        }.get(received.change, "")

    def _whole(self, feed: FeedSubscription, draft: Draft) -> Draft:
        """Return an item with the text of its own page, where the feed's owner allows that."""
        if not feed.full_text or not draft.source.url:
            return draft
        self.rest(PAGE_REST)
        if not self.robots.allow(draft.source.url):
            return _with_notice(draft, Notice(message=_NOT_ALLOWED))
        try:
            page = self.fetcher.fetch(draft.source.url, _PAGE)
            told = paste(page.body, zone=timezone.get_default_timezone())
        except Refused as refusal:
            return _with_notice(draft, Notice(message=_NO_PAGE, values={"why": str(refusal)}))
        if len(told.text) <= len(draft.text):
            return draft
        return replace(
            draft,
            headline=draft.headline or told.headline,
            standfirst=draft.standfirst or told.standfirst,
            body=told.body,
            byline=draft.byline or told.byline,
            dateline=told.dateline,
            published_at=draft.published_at or told.published_at,
            removed=told.removed,
            repairs=told.repairs,
            damaged=told.damaged,
        )


def _of_feed(draft: Draft, feed: FeedSubscription) -> Draft:
    return replace(
        draft,
        origin=replace(draft.origin, key=f"feed {feed.pk}"),
        source=DraftSource(name=feed.name, url=draft.source.url, credit=feed.credit or feed.name),
    )


def _is_told(draft: Draft) -> bool:
    """Say whether a story of the desk tells what an item tells, in the same words."""
    text = "\n".join((draft.headline, draft.standfirst, draft.text))
    return any(one.share >= SAME_TEXT for one in queries.repeats(text))


def _with_notice(draft: Draft, notice: Notice) -> Draft:
    return replace(draft, notices=(*draft.notices, notice))
