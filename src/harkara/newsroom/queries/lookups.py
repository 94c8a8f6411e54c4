"""Finding stories, sections and topics by what a reader or a reporter has in hand."""

from collections.abc import Collection, Iterable

from django.db import connection
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect

from harkara.newsroom import keys
from harkara.newsroom.addresses import BELOW_A_LISTING, BELOW_A_STORY, LATEST, section_path
from harkara.newsroom.kinds import StoryKind
from harkara.newsroom.models import (
    FrontPage,
    InfoPage,
    LiveStory,
    SectionPage,
    Withdrawal,
)
from harkara.newsroom.queries.cards import path_of
from harkara.newsroom.queries.gathering import at_hand
from harkara.newsroom.records import LiveRef
from harkara.press.chunks import chunks
from harkara.press.recorder import read
from harkara.text.fold import fold
from harkara.text.tokens import words

# A headline cut short by whoever typed it still finds its story from this many words on.
WORDS_OF_A_CUT_HEADLINE = 5


def story_path(number: int) -> str | None:
    """Return the present address of a live story, or None."""
    read(keys.card(number))
    row = at_hand(number).stories.get(number)
    return path_of(row) if row else None


def live_refs(numbers: Iterable[int]) -> dict[int, LiveRef]:
    """Return those of the stories that are live, by their numbers; for no page, so without keys."""
    found: dict[int, LiveRef] = {}
    for few in chunks(sorted(set(numbers))):
        rows = LiveStory.objects.filter(pk__in=few).order_by()
        for number, section_id, kind in rows.values_list("number", "section_id", "kind"):
            is_video = kind == StoryKind.VIDEO
            found[number] = LiveRef(number=number, section_id=section_id, is_video=is_video)
    return found


def was_live(number: int) -> bool:
    """Return True if a story was on the site once and is not now."""
    read(keys.card(number))
    return Withdrawal.objects.filter(pk=number).exists()


def merged_into(number: int) -> str | None:
    """Return the present address of the live story that a withdrawn one was merged into, or None.

    A story that was merged in its turn is followed to the last one.
    """
    seen: set[int] = set()
    while number not in seen:
        seen.add(number)
        read(keys.card(number))
        row = Withdrawal.objects.filter(pk=number, merged_into__isnull=False).first()
        if row is None or row.merged_into is None:
            return None
        number = row.merged_into
        path = story_path(number)
        if path:
            return path
    return None


def redirect_for(path: str) -> str | None:
    """Return where an old address of the site leads, or None.

    What stood below an address that has moved (a month, a feed) has moved with it; other faces of
    a story (AMP, its comments' feed) lead to the story. What WordPress calls the feed of a listing
    leads to ours, and a further page of it to the first.
    """
    found = _kept(path)
    if found is None:
        return _story_above(path) or _face_of_listing(path) or _redirect_above(path)
    # A page that is not on the site has an address too, and its words are nobody's business yet.
    if found.redirect_page_id:
        return path_of_page(found.redirect_page_id)
    return found.redirect_link or None


def _kept(path: str) -> Redirect | None:
    found: Redirect | None = Redirect.objects.filter(old_path=Redirect.normalise_path(path)).first()
    return found


def pages_at(paths: Collection[str]) -> dict[str, int]:
    """Return the ids of the newsroom pages that old addresses lead to, by the addresses as given.

    One query; at most 500 at a time.
    """
    kept = {path: Redirect.normalise_path(path) for path in paths}
    rows = Redirect.objects.filter(
        old_path__in=set(kept.values()), redirect_page__isnull=False
    ).order_by()
    pages = dict(rows.values_list("old_path", "redirect_page"))
    return {path: pages[old] for path, old in kept.items() if old in pages}


def _story_above(path: str) -> str | None:
    story = BELOW_A_STORY.sub("", path)
    found = _kept(story) if story not in ("", path) else None
    return path_of_page(found.redirect_page_id) if found and found.redirect_page_id else None


def _face_of_listing(path: str) -> str | None:
    below = BELOW_A_LISTING.search(path)
    listing = _listing(path[: below.start()]) if below else None
    if below is None or listing is None or not below["feed"]:
        return listing
    has_feed = listing != f"/{LATEST}/"
    return f"{listing if has_feed else '/'}{'atom' if below['form'] == 'atom' else 'feed'}.xml"


def _listing(path: str) -> str | None:
    """Return the present address of what was a listing, or is a section; None for all else."""
    if not path:
        return "/"
    found = _kept(path)
    if found is not None:
        return found.redirect_link if found.redirect_link.endswith("/") else None
    slug = path.strip("/")
    return section_path(slug) if SectionPage.objects.live().filter(slug=slug).exists() else None


def _redirect_above(path: str) -> str | None:
    above, _, rest = path.removesuffix("/").rpartition("/")
    found = _kept(above)
    if found is None or found.redirect_page_id or not found.redirect_link.endswith("/"):
        return None
    return f"{found.redirect_link}{rest}{path[len(above) + 1 + len(rest) :]}"


def path_of_page(page_id: int) -> str | None:
    """Return the present address of a newsroom page that readers may see, or None."""
    row = LiveStory.objects.filter(article=page_id).first()
    if row:
        return path_of(row)
    for model in (SectionPage, InfoPage):
        page = model.objects.live().filter(pk=page_id).first()
        if page:
            return section_path(page.slug)
    return "/" if FrontPage.objects.live().filter(pk=page_id).exists() else None


def headline_key(headline: str) -> str:
    """Return the key under which the spellings of one headline meet."""
    return " ".join(fold(word) for word in words(headline))[:255]


def find_by_headline(headline: str) -> int | None:
    """Return the number of the live story with this headline, however it is spelled.

    A headline that was cut short also finds it; of several stories the newest is meant. None if
    there is no such story.
    """
    key = headline_key(headline)
    if not key:
        return None
    exact = LiveStory.objects.filter(headline_key=key).order_by("-published_at").first()
    if exact:
        return exact.number
    if len(key.split()) < WORDS_OF_A_CUT_HEADLINE:
        return None
    longer = LiveStory.objects.filter(_begins(f"{key} ")).order_by("-published_at").first()
    return longer.number if longer else None


def _begins(key: str) -> Q:
    """Ask for headline keys with this beginning in the words that an index can answer.

    SQLite sorts by code point and can say where the beginning ends; PostgreSQL sorts as its
    language does, and keeps a second index for beginnings.
    """
    if connection.vendor == "sqlite":
        return Q(headline_key__gte=key, headline_key__lt=f"{key}\U0010ffff")
    return Q(headline_key__startswith=key)


def newest_withdrawn(most: int) -> list[int]:
    """Return the numbers of the stories that left the site last and did not come back."""
    read(keys.WITHDRAWN)
    found = Withdrawal.objects.order_by("-withdrawn_at", "-number")
    return list(found.values_list("number", flat=True)[:most])
