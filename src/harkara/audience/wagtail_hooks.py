"""Where Wagtail looks for the room's additions to the newsroom."""

from harkara.audience.comments.admin import hooks as comments
from harkara.audience.polls.admin import hooks as polls
from harkara.audience.trending.admin import hooks as trending

__all__ = ["comments", "polls", "trending"]
