"""Names of live stories that could become topics: what the desk decides about them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from harkara.newsroom.actions.candidates import NameGone, accept_name, merge_name, reject_name
from harkara.newsroom.actions.topics import NoTopicName, make_topic
from harkara.newsroom.learning import LiveExamples
from harkara.newsroom.models import ArticlePage, Topic
from harkara.newsroom.queries.names import TopicCandidate, rejected_names, topic_candidates
from harkara.search.naming import NameStudent

PutLive = Callable[..., ArticlePage]
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
NAME = "कविता सोनवणे"


def read_on() -> None:
    """Let the worker count the names of all live stories."""
    student = NameStudent(LiveExamples(), "one")
    while student.step(NOON):
        pass


def listed() -> dict[str, TopicCandidate]:
    return {row.name: row for row in topic_candidates(1)[0]}


@pytest.fixture
def named(live: PutLive) -> list[ArticlePage]:
    """Publish four stories about the same person."""
    stories = [live(f"प्रधानमंत्री {NAME} ने पुल का उद्घाटन किया {turn}") for turn in range(4)]
    read_on()
    return stories


def test_a_name_is_listed_with_some_stories_that_have_it(named: list[ArticlePage]) -> None:
    row = listed()[NAME]

    assert (row.kind, row.stories, len(row.examples)) == (Topic.Kind.PERSON, 4, 3)
    assert {one.article_id for one in row.examples} < {story.pk for story in named}
    assert row.likely == ()


def test_an_accepted_name_becomes_a_topic_with_its_other_names(named: list[ArticlePage]) -> None:
    topic = accept_name(
        found=NAME, name=f"{NAME} ताई", kind=Topic.Kind.PERSON, aliases=("कविता ताई",)
    )

    assert (topic.slug, topic.alias_list) == ("kavita-sonvane-tai", ("कविता ताई", NAME))
    assert listed() == {}


def test_a_name_that_is_accepted_as_a_topic_of_the_desk_is_only_added_to_it(
    named: list[ArticlePage], river: Topic
) -> None:
    assert accept_name(found=NAME, name=river.name, kind=Topic.Kind.PERSON) == river

    river.refresh_from_db()
    assert (river.kind, river.alias_list) == (Topic.Kind.PLACE, (NAME,))


def test_no_topic_is_made_without_a_letter_and_the_name_stays(named: list[ArticlePage]) -> None:
    with pytest.raises(NoTopicName, match="अक्षर"):
        accept_name(found=NAME, name=" ", kind=Topic.Kind.PERSON)

    assert NAME in listed()


def test_two_topics_never_share_an_address(paper: None) -> None:
    made = [make_topic(name=name, kind=Topic.Kind.PLACE) for name in ("हिंदी", "हिन्दी", "हिन्‍दी")]

    assert [topic.slug for topic in made] == ["hindi", "hindi-2", "hindi-3"]


def test_a_rejected_name_is_remembered_under_all_its_spellings(
    named: list[ArticlePage], live: PutLive
) -> None:
    reject_name(listed()[NAME].key)

    live(f"प्रधानमंत्री {NAME} चली गईं")
    read_on()
    assert listed() == {}
    assert rejected_names([NAME, "रेवती"]) == {NAME}
    with pytest.raises(NameGone):
        reject_name("जो है ही नहीं")


def test_a_name_is_merged_into_the_topic_that_is_meant(named: list[ArticlePage]) -> None:
    topic = make_topic(name="कविता रमेश सोनवणे", kind=Topic.Kind.PERSON)
    assert listed()[NAME].likely == (topic.name,)

    merge_name(NAME, topic_id=topic.pk)

    topic.refresh_from_db()
    assert topic.alias_list == (NAME,)
    assert listed() == {}
    with pytest.raises(NameGone):
        merge_name(NAME, topic_id=0)


def test_a_page_of_names_costs_four_queries(named: list[ArticlePage]) -> None:
    topic_candidates(1)

    with CaptureQueriesContext(connection) as asked:
        topic_candidates(1)

    assert len(asked) == 4
