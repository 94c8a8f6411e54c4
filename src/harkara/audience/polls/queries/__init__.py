"""What is asked of polls, by pages, by doors and by the desk."""

from harkara.audience.polls.queries.door import votable
from harkara.audience.polls.queries.pages import (
    gather_polls,
    newest_polls,
    poll,
    poll_of_front,
    poll_of_section,
    polls_of_story,
    polls_on_sheet,
    standing,
)

__all__ = [
    "gather_polls",
    "newest_polls",
    "poll",
    "poll_of_front",
    "poll_of_section",
    "polls_of_story",
    "polls_on_sheet",
    "standing",
    "votable",
]
