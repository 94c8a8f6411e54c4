"""What pages that are pressed together need from the rooms below, fetched in one go."""

import re
from collections.abc import Sequence

from harkara.audience.comments.queries import gather_conversations
from harkara.audience.polls.queries import gather_polls
from harkara.newsroom import queries

STORY = re.compile(r"/[-a-zA-Z0-9_]+/[-a-zA-Z0-9_]+-(?P<number>[0-9]{1,18})/\Z")


def gather(paths: Sequence[str]) -> None:
    """Fetch the rows of those stories whose pages are among these."""
    found = (STORY.match(path) for path in paths)
    numbers = [int(one["number"]) for one in found if one]
    queries.gather_stories(numbers)
    gather_conversations(numbers)
    gather_polls(numbers)
