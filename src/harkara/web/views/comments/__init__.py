"""The doors at which a reader says something: of a story, of a comment, of her own words.

All work without a script. What is posted must come from a page of ours (`web.senders`), carry the
page's stamp or a token that is spent once, and be no larger than a comment is. None of these
requests has a session; who writes is known again by a token, in a cookie that is sent here alone.
"""

from harkara.web.views.comments.complaint import report
from harkara.web.views.comments.own import own
from harkara.web.views.comments.saying import reply, say

__all__ = ["own", "reply", "report", "say"]
