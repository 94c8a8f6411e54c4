"""The newsroom's own page search finds Hindi words whole."""

from collections.abc import Callable
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from harkara.newsroom.actions import Filed

migration = import_module("harkara.newsroom.migrations.0004_whole_hindi_words")


def found(query: str) -> set[str]:
    return {page.title for page in Page.objects.search(query)}


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        ("मादा", "मोदी ने कहा"),
        ("पीना", "पानी की कमी"),
        ("राम", "बिहार में रमा की जीत"),
        ("काला", "किला ढहा"),
        ("मीना", "मेनू में बदलाव"),
    ],
)
def test_a_word_never_finds_another_of_the_same_consonants(
    filed: Callable[..., Filed], query: str, headline: str
) -> None:
    filed(headline)

    assert found(query) == set()


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        ("हिन्दी", "हिन्दी दिवस पर मेला"),
        ("ज़मीन", "ज़मीन का मामला"),
        ("स्त्री", "स्त्री शिक्षा पर जोर"),
        ("पानी कमी", "पानी की कमी"),
        ("क्‍षमा", "क्‍षमा मांगी"),
        ("2026", "चुनाव 2026 की तैयारी"),
    ],
)
def test_a_word_finds_itself(filed: Callable[..., Filed], query: str, headline: str) -> None:
    filed(headline)

    assert found(query) == {headline}


@pytest.mark.sqlite
def test_what_was_in_the_table_before_it_was_mended_is_found(filed: Callable[..., Filed]) -> None:
    filed("पानी की कमी")
    migration.words_parted(apps, connection.schema_editor())
    before = found("पीना")

    migration.words_whole(apps, connection.schema_editor())

    assert (before, found("पीना"), found("पानी")) == ({"पानी की कमी"}, set(), {"पानी की कमी"})


def test_the_newsroom_finds_a_story_while_its_word_is_typed(
    filed: Callable[..., Filed], at_the_desk: Client
) -> None:
    filed("मंत्रियों की बैठक")
    filed("मोतीझील में मेला")

    page = at_the_desk.get(reverse("wagtailadmin_pages:search"), {"q": "मंत्रि"})

    assert "मंत्रियों की बैठक" in page.text
    assert "मोतीझील में मेला" not in page.text
