"""What the desk does, each a single transaction."""

from harkara.newsroom.actions.filing import file_story
from harkara.newsroom.actions.live import put_on_site, take_off_site
from harkara.newsroom.actions.revising import offer, revise
from harkara.newsroom.actions.stories import (
    Correct,
    Filed,
    Publish,
    StoryDraft,
    Withdraw,
    correct,
    publish,
    recall,
    withdraw,
)

__all__ = [
    "Correct",
    "Filed",
    "Publish",
    "StoryDraft",
    "Withdraw",
    "correct",
    "file_story",
    "offer",
    "publish",
    "put_on_site",
    "recall",
    "revise",
    "take_off_site",
    "withdraw",
]
