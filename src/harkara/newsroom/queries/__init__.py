"""What the newsroom tells readers' pages, each answer noting the keys it was read under."""

from harkara.newsroom.queries.breaking import breaking
from harkara.newsroom.queries.cards import card_of_article, cards
from harkara.newsroom.queries.edited import is_edited
from harkara.newsroom.queries.found import found_stories
from harkara.newsroom.queries.fronts import front
from harkara.newsroom.queries.furniture import furnished
from harkara.newsroom.queries.gathering import gather_stories
from harkara.newsroom.queries.listings import (
    listing,
    month_listing,
    newest,
    published_between,
    recent,
    site_months,
)
from harkara.newsroom.queries.lookups import (
    find_by_headline,
    live_refs,
    merged_into,
    newest_withdrawn,
    redirect_for,
    story_path,
    was_live,
)
from harkara.newsroom.queries.related import related_of, related_to
from harkara.newsroom.queries.repeats import Repeat, repeats, repeats_of
from harkara.newsroom.queries.sharing import share_card
from harkara.newsroom.queries.site import (
    author,
    corrections,
    info_page,
    section,
    sections,
    site,
    topic,
)
from harkara.newsroom.queries.stories import draft_story, newest_stories, story
from harkara.newsroom.queries.topics import known_topics
from harkara.newsroom.queries.wording import desk_wording, readers_wordings

__all__ = [
    "Repeat",
    "author",
    "breaking",
    "card_of_article",
    "cards",
    "corrections",
    "desk_wording",
    "draft_story",
    "find_by_headline",
    "found_stories",
    "front",
    "furnished",
    "gather_stories",
    "info_page",
    "is_edited",
    "known_topics",
    "listing",
    "live_refs",
    "merged_into",
    "month_listing",
    "newest",
    "newest_stories",
    "newest_withdrawn",
    "published_between",
    "readers_wordings",
    "recent",
    "redirect_for",
    "related_of",
    "related_to",
    "repeats",
    "repeats_of",
    "section",
    "sections",
    "share_card",
    "site",
    "site_months",
    "story",
    "story_path",
    "topic",
    "was_live",
]
