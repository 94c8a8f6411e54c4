"""Names that several stories have in common: what could become a topic."""

import argparse
import json
from collections.abc import Callable

import pytest
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from harkara.cli.suggest import names as command
from harkara.newsroom.learning import LiveExamples
from harkara.newsroom.models import ArticlePage, Topic
from harkara.newsroom.queries.names import new_names
from harkara.search.names.candidate import NameKind
from harkara.search.naming import NameStudent


@pytest.fixture
def archive(live: Callable[..., ArticlePage]) -> None:
    live("मुख्यमंत्री हेमंत सोरेन ने कहा, काम होगा")
    live("हेमंत सोरेन पटना पहुंचे")
    live("पटना में बारिश, राजेश शर्मा ने कहा")
    student = NameStudent(LiveExamples(), "one")
    while student.step(timezone.now()):
        pass


def test_what_several_stories_name_is_proposed_with_what_it_is(archive: None) -> None:
    found = {one.name: (one.kind, one.stories) for one in new_names(10)}

    assert found == {"हेमंत सोरेन": (NameKind.PERSON, 2), "पटना": (NameKind.PLACE, 2)}


def test_a_name_that_a_topic_has_is_not_proposed(archive: None) -> None:
    Topic.objects.create(name="पटना", slug="patna", kind=Topic.Kind.PLACE)

    assert [one.name for one in new_names(10)] == ["हेमंत सोरेन"]


def test_they_are_read_in_two_queries(
    archive: None, django_assert_num_queries: Callable[[int], CaptureQueriesContext]
) -> None:
    new_names(10)

    with django_assert_num_queries(2):
        assert len(new_names(1)) == 1


def test_the_command_prints_them_as_json(
    archive: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "need_site", lambda _home=None: None)

    command.run(argparse.Namespace(home=None, most=10, json=True))

    names = json.loads(capsys.readouterr().out)["names"]
    assert {one["name"] for one in names} == {"हेमंत सोरेन", "पटना"}
