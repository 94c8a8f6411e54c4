"""The addresses of the site: made here, taken apart in `web.urls`."""

from datetime import date

TOPICS = "vishay"
AUTHORS = "lekhak"
CORRECTIONS = "bhool-sudhar"
SEARCH = "khoj"

# First parts of an address that are not a section's or an information page's to take.
RESERVED = frozenset(
    [
        TOPICS, AUTHORS, CORRECTIONS, "s", "assets", "static", "media", "newsroom", "documents",
        "sitemaps", "feed", "search", SEARCH, "api",
    ]
)  # fmt: skip


def section_path(section_slug: str) -> str:
    """Return the address of a section's front."""
    return f"/{section_slug}/"


def story_path(section_slug: str, story_slug: str) -> str:
    """Return the address of a story; its slug ends in `-<number>`."""
    return f"/{section_slug}/{story_slug}/"


def topic_path(topic_slug: str) -> str:
    """Return the address of a topic's page."""
    return f"/{TOPICS}/{topic_slug}/"


def author_path(author_slug: str) -> str:
    """Return the address of an author's page."""
    return f"/{AUTHORS}/{author_slug}/"


def info_path(slug: str) -> str:
    """Return the address of a page about the paper."""
    return f"/{slug}/"


def month_path(listing_path: str, month: date) -> str:
    """Return the address of one month below a section's, topic's or author's page."""
    return f"{listing_path}{month:%Y/%m}/"
