"""Scoring: what a word is worth in each field of a story. All backends weigh alike."""

from datetime import timedelta

from harkara.search.documents import Document

FIELDS = {"headline": 3.0, "standfirst": 1.5, "body": 1.0, "names": 1.5}
"""The fields that are searched, and what a word counts in each. `names` are those of topics and
authors."""
TITLES = ("headline", "standfirst", "names")
"""The fields whose words complete a query."""
TIE = 0.3
"""What a word counts where it counts less than elsewhere, next to where it counts most: in another
field, and as another of the terms that a Roman word may stand for."""
FRESH = ((timedelta(days=2), 0.6), (timedelta(days=14), 0.4), (timedelta(days=90), 0.2))
"""What is added to the score of a story that is younger than each of these."""
K, B = 1.2, 0.75
"""How soon more of the same word stops counting, and how much a long field counts against it."""


def texts_of(document: Document) -> dict[str, list[str]]:
    """Return the texts of each field; no phrase goes from one text on to the next."""
    return {
        "headline": [document.headline],
        "standfirst": [document.standfirst],
        "body": list(document.body),
        "names": [
            *(name for topic in document.topics for name in topic.names),
            *(author.name for author in document.authors),
        ],
    }
