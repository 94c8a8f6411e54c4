"""Learning the sections of a site in the background, a few stories at a time.

The archive is taught as a whole when there is nothing yet and again when it has grown by a quarter.
Between these the student follows the change log: where the desk put a story into another section
than he would have, he learns that at once. So he does when the desk takes or refuses a section that
he proposed for a story that is being written.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from harkara.search.actions import learned as keeping
from harkara.search.leasing import Lease
from harkara.search.queries import changes_after, now
from harkara.search.queries.learned import SECTIONS, lessons, parts, standing
from harkara.search.sections.choices import TextFields
from harkara.search.sections.course import Course
from harkara.search.sections.features import features
from harkara.search.sections.packing import packed, unpacked
from harkara.search.sections.pausing import laid_down, taken_up

if TYPE_CHECKING:
    from harkara.search.sections.model import Model

SLICE = 20
"""So many stories are taught in one step."""
BATCH = 100
LEAST_NEWS = 20
GROWTH = 4
"""After this part of what was learned has come anew, the archive is taught again: a quarter."""
KEEP_EVERY = 10_000


class Example(NamedTuple):
    """A live story, and the section the desk gave it."""

    number: int
    fields: TextFields
    section: int


class Stories(Protocol):
    """Where the stories are that are learned from."""

    def sections(self) -> Sequence[int]:
        """Return the ids of the site's sections."""

    def newest(self, before: int | None, most: int) -> Sequence[Example]:
        """Return the next live stories below a number, from the highest down."""

    def examples(self, numbers: Sequence[int]) -> Sequence[Example]:
        """Return those of these stories that are live."""


class SectionStudent:
    """One worker's part in learning the sections."""

    def __init__(self, stories: Stories, holder: str) -> None:
        self._stories = stories
        self._lease = Lease(SECTIONS, holder)
        self._course: Course | None = None
        self._model: Model | None = None
        self._is_lost = False
        self._taken = 0

    def step(self, at: datetime) -> bool:
        """Do the next piece of the work; return True if there is more to do."""
        if not self._is_mine(at):
            return False
        if self._listen() or self._follow():
            return True
        if self._course is None and not self._begin():
            return False
        self._teach()
        return True

    def _is_mine(self, at: datetime) -> bool:
        """Say whether this worker has the lease; what he kept in mind counts only while he has."""
        mine = self._lease.held(at)
        if not self._lease.is_unbroken:
            kept = parts(SECTIONS, keeping.IN_USE) if mine else {}
            self._model = unpacked(kept)
            self._is_lost = bool(kept) and self._model is None
            self._course = taken_up(parts(SECTIONS, keeping.UNDER_WAY)) if mine else None
        return mine

    def _listen(self) -> bool:
        """Learn what the desk said while it wrote; return False if it said nothing.

        On a site that has no model yet there is nothing to correct: the archive will tell.
        """
        said = lessons(SECTIONS, SLICE)
        if not said:
            return False
        model, news = self._model, False
        if model is not None:
            for one in said:
                learn = model.correct if one.belongs else model.refuse
                news |= learn(features(one.fields), one.section)
        changed = packed(model) if model is not None and news else None
        keeping.took(SECTIONS, [one.id for one in said], changed=changed)
        return True

    def _follow(self) -> bool:
        """Learn from the next changes; return False if there are none."""
        followed = standing(SECTIONS).followed
        changes = changes_after(followed, BATCH) if followed is not None else []
        if not changes:
            return False
        corrected = False
        if self._model is not None:
            for one in self._stories.examples([change.document for change in changes]):
                corrected |= self._model.correct(features(one.fields), one.section)
        changed = packed(self._model) if corrected and self._model is not None else None
        keeping.followed_to(SECTIONS, changes[-1].at, news=len(changes), changed=changed)
        return True

    def _begin(self) -> bool:
        """Begin a course if it is time for one; at once if what was learned cannot be read."""
        stands = standing(SECTIONS)
        known = sum(self._model.stories) if self._model else 0
        few_news = stands.followed is not None and stands.news < max(LEAST_NEWS, known // GROWTH)
        if few_news and not self._is_lost:
            return False
        self._course, self._taken = Course(self._stories.sections(), since=now()), 0
        return True

    def _teach(self) -> None:
        """Teach the next stories; at the end of a round keep what was learned."""
        course = self._course
        if course is None:
            return
        taken = self._count(course) if course.round == 0 else self._draw(course)
        self._taken += taken
        if not taken:
            self._end_round(course)
        elif self._taken >= KEEP_EVERY:
            self._lay_down(course)

    def _count(self, course: Course) -> int:
        found = self._stories.newest(course.before, SLICE)
        for one in found:
            course.count(one.number, features(one.fields), one.section)
        return len(found)

    def _draw(self, course: Course) -> int:
        """Draw from the next stories of a round; some may be gone."""
        wanted = course.wanted(SLICE)
        for one in self._stories.examples(wanted):
            course.draw(one.number, features(one.fields), one.section)
        course.met += len(wanted)
        return len(wanted)

    def _end_round(self, course: Course) -> None:
        model = course.end_round()
        if model is None:
            self._lay_down(course)
            return
        keeping.put_in_use(SECTIONS, packed(model), followed=course.since)
        self._model, self._course, self._is_lost = model, None, False

    def _lay_down(self, course: Course) -> None:
        keeping.lay_down(SECTIONS, laid_down(course))
        self._taken = 0
