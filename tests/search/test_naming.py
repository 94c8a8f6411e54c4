"""Names that the archive has in common: counted as stories come, change and go, and kept few."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.test.utils import CaptureQueriesContext

from harkara.search import naming
from harkara.search.actions import names as counting
from harkara.search.actions import note
from harkara.search.actions.learned import LEASE
from harkara.search.actions.names import reject, take_back_rejection
from harkara.search.learning import Example
from harkara.search.models import FoundName, StoryNames
from harkara.search.names.candidate import NameKind
from harkara.search.names.counted import names_of
from harkara.search.naming import NameStudent
from harkara.search.queries.names import candidates
from harkara.search.sections import TextFields
from harkara.search.story import Story

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
SOREN = "मुख्यमंत्री हेमंत सोरेन ने कहा"


class Archive:
    """Stories in memory."""

    def __init__(self) -> None:
        self.stories: dict[int, Example] = {}

    def publish(self, number: int, headline: str) -> None:
        self.stories[number] = Example(number, TextFields(headline=headline), 1)
        self._note(number)

    def take_out(self, number: int) -> None:
        del self.stories[number]
        self._note(number)

    def sections(self) -> Sequence[int]:
        return [1]

    def newest(self, before: int | None, most: int) -> Sequence[Example]:
        below = [n for n in sorted(self.stories, reverse=True) if before is None or n < before]
        return [self.stories[n] for n in below[:most]]

    def examples(self, numbers: Sequence[int]) -> Sequence[Example]:
        return [self.stories[n] for n in numbers if n in self.stories]

    def _note(self, number: int) -> None:
        with transaction.atomic():
            note([number])


@pytest.fixture
def archive() -> Archive:
    archive = Archive()
    archive.publish(1, f"{SOREN}, काम होगा")
    archive.publish(2, "हेमंत सोरेन पटना पहुंचे")
    return archive


def counted(archive: Archive, name: str = "one", at: datetime = NOON) -> NameStudent:
    student = NameStudent(archive, name)
    while student.step(at):
        pass
    return student


def named() -> dict[str, tuple[NameKind, int, tuple[int, ...]]]:
    return {one.name: (one.kind, one.stories, one.examples) for one in candidates(10)}


def test_what_several_stories_name_is_a_candidate(archive: Archive) -> None:
    counted(archive)

    assert named() == {"हेमंत सोरेन": (NameKind.PERSON, 2, (1, 2))}


def test_a_story_that_comes_later_is_counted(archive: Archive) -> None:
    student = counted(archive)
    archive.publish(3, f"{SOREN} पटना में")

    while student.step(NOON):
        pass

    assert named()["हेमंत सोरेन"] == (NameKind.PERSON, 3, (3, 1, 2))
    assert named()["पटना"] == (NameKind.PLACE, 2, (3, 2))


def test_a_story_that_changed_counts_by_what_it_says_now(archive: Archive) -> None:
    student = counted(archive)
    archive.publish(1, "पटना में बारिश")

    while student.step(NOON):
        pass

    assert named() == {"पटना": (NameKind.PLACE, 2, (1, 2))}


def test_a_story_taken_off_the_site_counts_no_more(archive: Archive) -> None:
    student = counted(archive)
    archive.take_out(2)

    while student.step(NOON):
        pass

    assert named() == {}
    assert list(StoryNames.objects.values_list("pk", flat=True)) == [1]


def test_a_story_is_counted_once_however_often_it_is_read(archive: Archive) -> None:
    student = counted(archive)
    archive.publish(1, archive.stories[1].fields.headline)

    while student.step(NOON):
        pass

    assert named()["हेमंत सोरेन"] == (NameKind.PERSON, 2, (1, 2))


def test_what_the_desk_rejected_is_not_proposed_again(archive: Archive) -> None:
    student = counted(archive)

    assert reject("हेमंत सोरेन")
    archive.publish(3, SOREN)
    while student.step(NOON):
        pass

    assert "हेमंत सोरेन" not in named()
    assert take_back_rejection("हेमंत सोरेन")
    assert named()["हेमंत सोरेन"] == (NameKind.PERSON, 3, (3, 1, 2))
    assert not reject("कोई और")


def test_known_names_are_passed_over(archive: Archive) -> None:
    archive.publish(3, "पटना में बारिश")
    counted(archive)

    assert [one.name for one in candidates(1, but_not={"हेमंत सोरेन"}.__contains__)] == ["पटना"]


def test_another_worker_goes_on_where_one_was_killed(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(naming, "SLICE", 1)
    NameStudent(archive, "killed").step(NOON)
    archive.take_out(2)

    counted(archive, "other", NOON + 2 * LEASE)

    assert list(StoryNames.objects.values_list("pk", flat=True)) == [1]
    assert FoundName.objects.get(key="हेमंत सोरेन").stories == 1


def test_two_workers_do_not_count_at_once(archive: Archive) -> None:
    counted(archive)
    archive.publish(3, SOREN)

    assert NameStudent(archive, "second").step(NOON) is False


def test_of_too_many_names_those_of_few_stories_go(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "MOST_NAMES", 2)
    archive.publish(3, "कानपुर में बारिश, रामपुर में धूप")
    student = counted(archive)
    reject("पटना")

    assert counting.forget_rare() == 2
    assert set(FoundName.objects.values_list("name", flat=True)) == {"हेमंत सोरेन", "पटना"}
    # A name that was given up begins anew, and loses nothing by the story that was counted before.
    archive.publish(4, "कानपुर में बारिश")
    archive.take_out(3)
    while student.step(NOON):
        pass
    assert FoundName.objects.get(name="कानपुर").stories == 1


def test_counting_asks_as_often_for_many_stories_as_for_one(
    django_assert_num_queries: Callable[[int], CaptureQueriesContext],
) -> None:
    first = names_of(Story(headline=SOREN, text=""))
    counting.count_names({1: first})

    with django_assert_num_queries(7):  # two of them are the savepoint's
        counting.count_names(dict.fromkeys(range(1, 20), first))
