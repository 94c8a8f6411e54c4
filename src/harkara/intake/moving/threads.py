"""Threads: which comments answer which, where the answers go wrong."""

from collections.abc import Sequence

from harkara.intake.moving.archive import ArchiveComment


def loose_comments(comments: Sequence[ArchiveComment]) -> int:
    """Return how many comments hang in no thread: in a circle, or below one that is not here."""
    above = {one.foreign_id: one.parent_id for one in comments}
    rooted: set[str] = set()
    for one in comments:
        path: set[str] = set()
        at = one.foreign_id
        while at and at in above and at not in rooted and at not in path:
            path.add(at)
            at = above[at]
        if not at or at in rooted:
            rooted.update(path)
    return sum(one.foreign_id not in rooted for one in comments)
