"""All that the room keeps, in one place for Django: each part has its own tables."""

from harkara.audience.comments.models import (
    Ban,
    Comment,
    Decision,
    PurgedOrigin,
    Report,
    SectionRule,
)
from harkara.audience.polls.models import (
    Choice,
    Crowd,
    JournalRead,
    Poll,
    PollDecision,
    Seal,
    Vote,
)
from harkara.audience.trending.models import Count, Miss, Reckoning, Slip, Standing, TopList
from harkara.audience.visitors.models import DailySecret, SpentToken

__all__ = [
    "Ban",
    "Choice",
    "Comment",
    "Count",
    "Crowd",
    "DailySecret",
    "Decision",
    "JournalRead",
    "Miss",
    "Poll",
    "PollDecision",
    "PurgedOrigin",
    "Reckoning",
    "Report",
    "Seal",
    "SectionRule",
    "Slip",
    "SpentToken",
    "Standing",
    "TopList",
    "Vote",
]
