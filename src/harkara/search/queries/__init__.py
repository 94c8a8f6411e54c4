"""What the engine's tables say, a file for each subject."""

from harkara.search.queries.changes import Noted, changes_after, count_after, now, walks_wait

__all__ = ["Noted", "changes_after", "count_after", "now", "walks_wait"]
