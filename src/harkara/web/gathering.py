"""What pages that are pressed together need from the newsroom, fetched in one go."""

import re
from collections.abc import Sequence

from harkara.newsroom import queries

STORY = re.compile(r"/[-a-zA-Z0-9_]+/[-a-zA-Z0-9_]+-(?P<number>[0-9]{1,18})/\Z")


def gather(paths: Sequence[str]) -> None:
    """Fetch the rows of those stories whose pages are among these."""
    found = (STORY.match(path) for path in paths)
    queries.gather_stories([int(one["number"]) for one in found if one])
