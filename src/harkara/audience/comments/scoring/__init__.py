"""Scoring: how likely the desk is to reject a comment, and why, in words.

Rules say what can be told of any comment (`rules`), and what this desk accepted and rejected before
says the rest (`student`). Nothing that was learned elsewhere is in it.
"""

from harkara.audience.comments.scoring.reasons import Doubt, Reason, Weighed, in_words
from harkara.audience.comments.scoring.weighing import weigh

__all__ = ["Doubt", "Reason", "Weighed", "in_words", "weigh"]
