"""What is read of comments: for pages, and for a reader at the doors where she writes."""

from harkara.audience.comments.queries.exporting import kept_words
from harkara.audience.comments.queries.pages import (
    conversation,
    further_sheet,
    gather_conversations,
)
from harkara.audience.comments.queries.readers import (
    accepted,
    card_of,
    complaint_reasons,
    is_open,
    own_comment,
)

__all__ = [
    "accepted",
    "card_of",
    "complaint_reasons",
    "conversation",
    "further_sheet",
    "gather_conversations",
    "is_open",
    "kept_words",
    "own_comment",
]
