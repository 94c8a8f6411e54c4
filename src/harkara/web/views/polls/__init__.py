"""The doors at which a reader votes, and the pressed pages of polls.

Most votes are taken before Django (`web.voting`); these views know the rest: a vote without the
page's script, which is asked once more, and everything that is refused.
"""

from harkara.web.views.polls.doors import token, vote
from harkara.web.views.polls.pages import index, poll, result, sheet

__all__ = ["index", "poll", "result", "sheet", "token", "vote"]
