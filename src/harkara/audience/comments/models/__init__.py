"""What is kept of comments, a file for each thing."""

from harkara.audience.comments.models.ban import Ban
from harkara.audience.comments.models.comment import Comment
from harkara.audience.comments.models.decision import Decision
from harkara.audience.comments.models.purged import PurgedOrigin
from harkara.audience.comments.models.report import Report
from harkara.audience.comments.models.rule import SectionRule

__all__ = ["Ban", "Comment", "Decision", "PurgedOrigin", "Report", "SectionRule"]
