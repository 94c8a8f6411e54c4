"""A course of the learner: which stories it asks for and holds back, and how sure that makes it."""

from collections.abc import Iterator

import pytest

from harkara.search.sections import SectionChoice, TextFields, course, rank
from harkara.search.sections.calibration import weigh_parts
from harkara.search.sections.course import Course, is_held
from harkara.search.sections.features import Features, features
from harkara.search.sections.model import Model

SECTIONS = (
    SectionChoice(id=1, name="अलबेला", slug="ek"),
    SectionChoice(id=2, name="बेगाना", slug="do"),
)
WORDS = {1: "झिंगूर बटोलिया", 2: "भुरकुंडा तिलपट्टी"}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Few buckets do for few words."""
    from harkara.search.sections import features as of
    from harkara.search.sections import reading

    for module in ("reading", "features", "explaining", "learner", "pausing"):
        monkeypatch.setattr(f"harkara.search.sections.{module}.BUCKETS", 2**12)
    monkeypatch.setattr("harkara.search.sections.learner._EMPTY", bytes(4 * 2**12))
    for cached in (reading._seer, of._kind_bucket):
        cached.cache_clear()
    yield
    for cached in (reading._seer, of._kind_bucket):
        cached.cache_clear()


def counted(stories: int) -> Course:
    begun = Course([one.id for one in SECTIONS])
    for number in range(stories, 0, -1):
        begun.count(number, seen(number), section(number))
    return begun


def seen(number: int) -> Features:
    return features(TextFields(headline=f"{WORDS[section(number)]} {number}"))


def section(number: int) -> int:
    return 1 + number % 2


def finished(begun: Course) -> tuple[Model, list[list[int]]]:
    """Teach a course to its end; return the model and what was drawn in each round."""
    rounds: list[list[int]] = []
    while (model := begun.end_round()) is None:
        rounds.append(begun.wanted(1000))
        for number in rounds[-1]:
            begun.draw(number, seen(number), section(number))
    return model, rounds


def test_each_round_is_in_an_order_of_its_own() -> None:
    _, rounds = finished(counted(100))

    assert len({tuple(order) for order in rounds}) == len(rounds) == course.MOST_ROUNDS
    assert set(rounds[0]) < set(rounds[-1]) == set(range(1, 101))


def test_of_few_stories_more_are_held_back() -> None:
    shares = [sum(map(is_held, range(most))) / most for most in (40, 200, 2_000)]

    assert shares == [0.5, 0.3, 0.12]
    assert not is_held(course.MOST_DRAWN + 9)


def test_held_stories_are_asked_once_and_then_learned_like_the_others() -> None:
    begun = counted(100)

    model, rounds = finished(begun)

    held = set(begun.held)
    assert len(begun.asked) == len(held) == 35
    assert not held & {number for order in rounds[:-2] for number in order}
    assert held < set(rounds[-2])
    assert sum(model.stories) == 100


def test_lines_are_drawn_through_the_newest_stories_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course, "MOST_DRAWN", 30)

    model, rounds = finished(counted(100))

    assert set(rounds[-1]) == set(range(71, 101))
    assert sum(model.stories) == 100


def test_what_few_stories_tell_is_not_said_to_be_sure() -> None:
    few, many = (finished(counted(stories))[0] for stories in (12, 300))

    sure = [
        rank(TextFields(headline="झिंगूर"), SECTIONS, model).probabilities[0] for model in (few, many)
    ]

    assert 0.5 < sure[0] < 0.9 < sure[1]


def test_scores_that_go_wrong_half_the_time_are_worth_little() -> None:
    right = weigh_parts([[1.0, -1.0]] * 40, [[1.0, -1.0]] * 40, [0] * 40)
    wrong = weigh_parts([[1.0, -1.0]] * 40, [[1.0, -1.0]] * 40, [0, 1] * 20)

    assert wrong.lines + wrong.counts < 0.3
    assert right.lines + right.counts > 2
