"""Restoring: a site of another Harkara becomes this one: what its stories stand on and lead to."""

from harkara.newsroom.actions.restoring.ground import (
    KeptAuthor,
    KeptPaper,
    KeptPhoto,
    KeptSection,
    KeptTopic,
    keep_authors,
    keep_paper,
    keep_photo,
    keep_sections,
    keep_topics,
)
from harkara.newsroom.actions.restoring.later import (
    keep_beside,
    keep_front,
    keep_waiting,
    keep_withdrawal,
)
from harkara.newsroom.actions.restoring.linking import Link, link_stories, linked

__all__ = [
    "KeptAuthor",
    "KeptPaper",
    "KeptPhoto",
    "KeptSection",
    "KeptTopic",
    "Link",
    "keep_authors",
    "keep_beside",
    "keep_front",
    "keep_paper",
    "keep_photo",
    "keep_sections",
    "keep_topics",
    "keep_waiting",
    "keep_withdrawal",
    "link_stories",
    "linked",
]
