"""The addresses of the site: made here, taken apart in `web.urls`."""

import re
from datetime import date
from urllib.parse import unquote_to_bytes

from django.utils.encoding import repercent_broken_unicode

from harkara.press import paths

TOPICS = "vishay"
AUTHORS = "lekhak"
CORRECTIONS = "bhool-sudhar"
SEARCH = "khoj"
LATEST = "taaza"
KEPT = "bina-network"
WITHDRAWN = "hataye"
COMMENTS = "tippani"
POLLS = "matdan"
FRAGMENTS = paths.FRAGMENTS.strip("/")
VIEWS = "padha"
MOST_READ = "sabse-zyada-padhi"

# First parts of an address that are not a section's or an information page's to take.
RESERVED = frozenset(
    [
        TOPICS, AUTHORS, CORRECTIONS, "s", "assets", "static", "media", "newsroom", "documents",
        "sitemaps", "feed", "search", SEARCH, "api",
        "intake", COMMENTS, POLLS, FRAGMENTS, VIEWS, MOST_READ, LATEST, KEPT,
    ]
)  # fmt: skip

# What WordPress and its plugins offer below the address of a story.
BELOW_A_STORY = re.compile(
    r"/(?:amp|embed|trackback|comment-page-[0-9]{1,6}|[0-9]{1,3}|feed(?:/(?:rss2?|atom|rdf))?)/?\Z"
)
# And below the address of a listing: a category, a tag, an author, the site itself; Ghost calls
# its feeds `rss`.
BELOW_A_LISTING = re.compile(
    r"/(?:(?P<feed>feed|rss)(?:/(?P<form>rss2?|atom|rdf))?|page/[0-9]{1,6}|amp)/?\Z", re.ASCII
)
# By what its front page was asked for a story or a category: any of its ids, and never two.
BY_OLD_ID = re.compile(
    r"(?:\A|&)(?P<name>p|page_id|attachment_id|cat)=(?P<id>[0-9]{1,18})(?=&|\Z)", re.ASCII
)


def section_path(section_slug: str) -> str:
    """Return the address of a section's front."""
    return f"/{section_slug}/"


def story_path(section_slug: str, story_slug: str) -> str:
    """Return the address of a story; its slug ends in `-<number>`."""
    return f"/{section_slug}/{story_slug}/"


def short_path(number: int) -> str:
    """Return the address of a story that outlives every change of headline and section."""
    return f"/s/{number}"


def share_card_path(number: int) -> str:
    """Return the address of the picture that other sites show beside a link to a story."""
    return f"/s/{number}.jpg"


def topic_path(topic_slug: str) -> str:
    """Return the address of a topic's page."""
    return f"/{TOPICS}/{topic_slug}/"


def author_path(author_slug: str) -> str:
    """Return the address of an author's page."""
    return f"/{AUTHORS}/{author_slug}/"


def info_path(slug: str) -> str:
    """Return the address of a page about the paper."""
    return f"/{slug}/"


def fragment_path(name: str) -> str:
    """Return the address of a small piece that pages include in the browser."""
    return f"/{FRAGMENTS}/{name}/"


def month_path(listing_path: str, month: date) -> str:
    """Return the address of one month below a section's, topic's or author's page."""
    return f"{listing_path}{month:%Y/%m}/"


def old_id_path(foreign_id: str, *, category: bool = False) -> str:
    """Return the form under which an address by an old id (`/?p=41`) is kept."""
    return f"/?{'cat' if category else 'p'}={foreign_id}"


def asked_by_old_id(query: str) -> str:
    """Return the form under which the address by an old id in a query is kept, "" if it has none.

    >>> asked_by_old_id("page_id=41&preview=1"), asked_by_old_id("q=41")
    ('/?p=41', '')
    """
    found = BY_OLD_ID.search(query)
    return old_id_path(found["id"], category=found["name"] == "cat") if found else ""


def as_asked_for(path: str) -> str:
    """Return the path of an address, however it is encoded, as a request for it has it.

    Bytes that are no letter, as where it was cut in the middle of one, stay encoded.

    >>> as_asked_for("/%e0%a4%b8%3a%E0%A4")
    '/स:%E0%A4'
    """
    return repercent_broken_unicode(unquote_to_bytes(path)).decode()
