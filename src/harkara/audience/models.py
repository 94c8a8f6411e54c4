"""All that the room keeps, in one place for Django: each part has its own tables."""

from harkara.audience.comments.models import Ban, Comment, Decision, Report, SectionRule
from harkara.audience.trending.models import Count, Miss, Reckoning, Slip, Standing, TopList
from harkara.audience.visitors.models import DailySecret, SpentToken

__all__ = [
    "Ban",
    "Comment",
    "Count",
    "DailySecret",
    "Decision",
    "Miss",
    "Reckoning",
    "Report",
    "SectionRule",
    "Slip",
    "SpentToken",
    "Standing",
    "TopList",
]
