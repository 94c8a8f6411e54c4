"""Learning a site's sections: from its archive, from corrections, and through interruptions."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from harkara.search import learning
from harkara.search.actions import note
from harkara.search.actions.learned import LEASE, teach
from harkara.search.learning import Example, SectionStudent
from harkara.search.models import LearnedPart, Lesson, Student
from harkara.search.queries import learned
from harkara.search.sections import SectionChoice, TextFields, propose, rank

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
KHEL, KHETI, FILM = 1, 2, 3
# Words that no hand-made lexicon knows: what is told of them was learned.
WORDS = {
    KHEL: "झिंगूर बटोलिया खड़मुंड पटकनी",
    KHETI: "भुरकुंडा तिलपट्टी गोड़हन अखरी",
    FILM: "चौपटिया नकटौरा सुरंगी डफाली",
}
SECTIONS = (
    SectionChoice(id=KHEL, name="अलबेला", slug="ek"),
    SectionChoice(id=KHETI, name="बेगाना", slug="do"),
    SectionChoice(id=FILM, name="चटपटा", slug="teen"),
)


class Archive:
    """Stories in memory."""

    def __init__(self) -> None:
        self.stories: dict[int, Example] = {}

    def publish(self, section: int, headline: str, number: int | None = None) -> int:
        number = number or len(self.stories) + 1
        self.stories[number] = Example(number, TextFields(headline=headline), section)
        with transaction.atomic():
            note([number])
        return number

    def fill(self, each: int) -> None:
        for turn in range(each):
            for section, words in WORDS.items():
                first, second, *_ = words.split()[turn % 3 :] + words.split()
                self.publish(section, f"{first} की {second} बात {turn}")

    def sections(self) -> Sequence[int]:
        return [KHEL, KHETI, FILM]

    def newest(self, before: int | None, most: int) -> Sequence[Example]:
        below = [n for n in sorted(self.stories, reverse=True) if before is None or n < before]
        return [self.stories[n] for n in below[:most]]

    def examples(self, numbers: Sequence[int]) -> Sequence[Example]:
        return [self.stories[n] for n in numbers if n in self.stories]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Few buckets do for few words, and this process has read no model yet."""
    for module in ("reading", "features", "explaining", "learner", "pausing"):
        monkeypatch.setattr(f"harkara.search.sections.{module}.BUCKETS", 2**12)
    monkeypatch.setattr("harkara.search.sections.learner._EMPTY", bytes(4 * 2**12))
    monkeypatch.setattr(learned, "_in_use", {})
    from harkara.search.sections import features, reading

    for cached in (reading._seer, features._kind_bucket):
        cached.cache_clear()
    yield
    for cached in (reading._seer, features._kind_bucket):
        cached.cache_clear()


@pytest.fixture
def archive() -> Archive:
    return Archive()


def taught(archive: Archive, name: str = "one", at: datetime = NOON) -> SectionStudent:
    student = SectionStudent(archive, name)
    while student.step(at):
        pass
    return student


def section_of(headline: str) -> int | None:
    found = propose(TextFields(headline=headline), SECTIONS, learned.section_model())
    return found.section.id if found else None


def test_what_the_desk_put_into_a_section_is_proposed_for_it(archive: Archive) -> None:
    archive.fill(12)

    taught(archive)

    found = propose(TextFields(headline="झिंगूर पटकनी"), SECTIONS, learned.section_model())
    assert found is not None
    assert found.section.id == KHEL
    assert set(found.why) <= {"झिंगूर", "पटकनी"}
    assert 0.5 < found.probability < 1.0


def test_probabilities_of_all_sections_are_one_together(archive: Archive) -> None:
    archive.fill(12)
    taught(archive)

    ranking = rank(TextFields(headline="अखरी की बात"), SECTIONS, learned.section_model())

    assert sum(ranking.probabilities) == pytest.approx(1.0)
    assert list(ranking.probabilities) == sorted(ranking.probabilities, reverse=True)


def test_a_site_without_stories_has_no_model_and_does_not_ask_again(archive: Archive) -> None:
    student = taught(archive)

    assert learned.section_model() is None
    assert student.step(NOON) is False


def test_a_correction_is_learned_before_the_archive_is_taught_again(archive: Archive) -> None:
    archive.fill(12)
    student = taught(archive)
    number = archive.publish(FILM, "झिंगूर पटकनी की डफाली")
    while student.step(NOON):
        pass
    before = learned.standing(learned.SECTIONS)
    archive.publish(KHETI, "झिंगूर पटकनी की डफाली", number)

    while student.step(NOON):
        pass

    assert section_of("झिंगूर पटकनी की डफाली") == KHETI
    assert learned.standing(learned.SECTIONS).version != before.version


def test_the_archive_is_taught_again_when_it_has_grown(archive: Archive) -> None:
    archive.fill(12)
    student = taught(archive)
    for _ in range(learning.LEAST_NEWS):
        archive.publish(KHETI, "ककहरा दलपुंज")

    while student.step(NOON):
        pass

    assert learned.standing(learned.SECTIONS).news == 0
    model = learned.section_model()
    assert model is not None
    assert sum(model.stories) == 36 + learning.LEAST_NEWS


def test_another_worker_goes_on_where_one_was_killed(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "KEEP_EVERY", 20)
    archive.fill(20)
    whole = taught(archive)
    assert whole is not None
    parts = learned.parts(learned.SECTIONS, "in_use")
    Student.objects.all().delete()
    LearnedPart.objects.all().delete()
    killed = SectionStudent(archive, "killed")
    for _ in range(5):
        killed.step(NOON)
    assert learned.parts(learned.SECTIONS, "under_way")

    other = taught(archive, "other", NOON + 2 * LEASE)

    assert other is not None
    assert learned.parts(learned.SECTIONS, "in_use") == parts
    assert not learned.parts(learned.SECTIONS, "under_way")


def test_two_workers_do_not_learn_at_once(archive: Archive) -> None:
    archive.fill(2)
    SectionStudent(archive, "first").step(NOON)

    assert SectionStudent(archive, "second").step(NOON + timedelta(seconds=5)) is False


def test_a_section_with_too_few_stories_is_left_to_the_lexicon(archive: Archive) -> None:
    archive.fill(12)
    archive.stories = {n: one for n, one in archive.stories.items() if one.section != FILM}
    archive.publish(FILM, "सुरंगी डफाली")

    taught(archive)

    model = learned.section_model()
    assert model is not None
    assert set(model.sections) == {KHEL, KHETI}


@pytest.mark.parametrize(
    ("name", "data"),
    [("head", b'{"form": 0}'), ("head", b"\x00"), ("head", b'{"form": 1}'), ("rarity", b"\x00")],
)
def test_a_model_that_cannot_be_read_is_learned_anew(
    archive: Archive, name: str, data: bytes
) -> None:
    archive.fill(12)
    taught(archive)
    LearnedPart.objects.filter(name=name).update(data=data)
    assert learned.section_model() is None
    assert learned.section_model_is_lost()

    taught(archive, "two", NOON + 2 * LEASE)

    assert section_of("झिंगूर पटकनी") == KHEL
    assert not learned.section_model_is_lost()


def test_a_section_that_the_desk_refuses_is_proposed_no_more(archive: Archive) -> None:
    archive.fill(12)
    student = taught(archive)
    headline = "झिंगूर पटकनी की बात"
    assert section_of(headline) == KHEL

    teach(learned.SECTIONS, 99, TextFields(headline=headline), KHEL, belongs=False)
    while student.step(NOON):
        pass

    assert section_of(headline) is None
    assert section_of("खड़मुंड बटोलिया की बात") == KHEL
    assert not Lesson.objects.exists()


def test_a_section_that_the_desk_takes_is_learned_before_the_story_is_live(
    archive: Archive,
) -> None:
    archive.fill(12)
    student = taught(archive)
    headline = "झिंगूर पटकनी की डफाली"

    teach(learned.SECTIONS, 99, TextFields(headline=headline), FILM, belongs=False)
    teach(learned.SECTIONS, 99, TextFields(headline=headline), FILM, belongs=True)
    assert Lesson.objects.count() == 1
    while student.step(NOON):
        pass

    assert section_of(headline) == FILM


def test_what_the_desk_says_before_anything_was_learned_is_not_kept(archive: Archive) -> None:
    teach(learned.SECTIONS, 99, TextFields(headline="बात"), KHEL, belongs=True)

    student = taught(archive)

    assert not Lesson.objects.exists()
    assert not student.step(NOON)
