"""Counting the names of the archive in the background, a few stories at a time.

When nothing was counted yet the archive is read from the newest story down; then the student
follows the change log, and counts each story that changed as it stands.
"""

import json
from collections.abc import Sequence
from datetime import datetime

from harkara.search.actions import learned as keeping
from harkara.search.actions.names import count_names, forget_rare
from harkara.search.learning import Example, Stories
from harkara.search.leasing import Lease
from harkara.search.names.counted import CountedName, names_of
from harkara.search.queries import changes_after, now
from harkara.search.queries.learned import parts, standing
from harkara.search.queries.names import NAMES
from harkara.search.story import Story

SLICE = 20
"""So many stories are counted in one step."""
LOOK_AFTER = 2_000
"""After so many new names it is seen to that there are not too many."""
BOOKMARK = "bookmark"


class NameStudent:
    """One worker's part in counting names."""

    def __init__(self, stories: Stories, holder: str) -> None:
        self._stories = stories
        self._lease = Lease(NAMES, holder)
        self._new = 0

    def step(self, at: datetime) -> bool:
        """Do the next piece of the work; return True if there is more to do."""
        if not self._lease.held(at):
            return False
        followed = standing(NAMES).followed
        if followed is None:
            self._read_on()
            return True
        return self._follow(followed)

    def _read_on(self) -> None:
        """Count the next stories of the first reading, and keep how far it has come."""
        kept = parts(NAMES, keeping.UNDER_WAY).get(BOOKMARK)
        since, before = json.loads(kept) if kept else (now(), None)
        found = self._stories.newest(before, SLICE)
        if not found:
            keeping.put_in_use(NAMES, {}, followed=since)
            return
        self._count([one.number for one in found], found)
        bookmark = json.dumps([since, found[-1].number])
        keeping.lay_down(NAMES, {BOOKMARK: bookmark.encode()})

    def _follow(self, followed: int) -> bool:
        """Count the stories that changed next; return False if there are none."""
        changes = changes_after(followed, SLICE)
        if not changes:
            return False
        numbers = [change.document for change in changes]
        self._count(numbers, self._stories.examples(numbers))
        # A story counted twice counts once, so the bookmark may follow in its own time.
        keeping.followed_to(NAMES, changes[-1].at, news=len(changes))
        return True

    def _count(self, numbers: Sequence[int], found: Sequence[Example]) -> None:
        names: dict[int, Sequence[CountedName]] = dict.fromkeys(numbers, ())
        for one in found:
            text = f"{one.fields.standfirst}\n{one.fields.body}"
            names[one.number] = names_of(Story(headline=one.fields.headline, text=text))
        self._new += count_names(names)
        if self._new >= LOOK_AFTER:
            forget_rare()
            self._new = 0
