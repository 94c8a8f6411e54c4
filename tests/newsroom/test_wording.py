"""Wording: a story as plain words, for rooms that read it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext

from harkara.newsroom import queries
from harkara.newsroom.actions import Filed
from harkara.newsroom.models import ArticlePage, SectionPage, Topic
from harkara.newsroom.queries.plain import paragraphs

BODY = (
    {"type": "paragraph", "value": "<p>नदी पर <b>नया पुल</b> &amp; सड़क</p><p>दूसरा<br/>तीसरा</p>"},
    {"type": "heading", "value": "क्या बदला"},
    {"type": "also_read", "value": {"story": None, "text": "पुरानी ख़बर"}},
    {"type": "list", "value": {"ordered": False, "items": ["एक", "दो"]}},
    {"type": "fact_box", "value": {"title": "तथ्य", "lines": ["लंबाई 200 मीटर"]}},
    {"type": "table", "value": {"caption": "ख़र्च", "lines": "मद | रुपये\nपुल | 20"}},
    {"type": "pull_quote", "value": {"text": "अब नाव नहीं", "who": "कमला"}},
    {
        "type": "social_post",
        "value": {"author": "रवि", "text": "पुल खुल गया", "url": "https://x.in/"},
    },
)


def test_a_body_is_read_line_by_line_without_marks_and_without_references_to_others() -> None:
    lines = paragraphs(list(BODY), pictured=False)

    assert lines[:4] == ("नदी पर नया पुल & सड़क", "दूसरा", "तीसरा", "क्या बदला")
    assert lines[4:] == (
        *("एक", "दो", "तथ्य", "लंबाई 200 मीटर", "ख़र्च", "मद रुपये", "पुल 20"),
        *("अब नाव नहीं", "कमला", "पुल खुल गया", "रवि"),
    )


def test_the_desk_reads_the_newest_revision_of_a_story(
    live: Callable[..., ArticlePage], river: Topic, desh: SectionPage
) -> None:
    article = live("पुल खुला", standfirst="सालों बाद", body=BODY[:1], topic_ids=(river.pk,))
    article.title = "पुल फिर बंद"
    article.save_revision()

    found = queries.desk_wording(article.number)

    assert found is not None
    assert (found.headline, found.standfirst) == ("पुल फिर बंद", "सालों बाद")
    assert (found.section_id, found.topic_ids) == (desh.pk, (river.pk,))
    assert found.body == "नदी पर नया पुल & सड़क\nदूसरा\nतीसरा"


def test_a_number_that_no_story_has_is_nobodys_wording(paper: None) -> None:
    assert queries.desk_wording(404) is None


def test_readers_wording_is_what_is_live_and_takes_one_query(
    live: Callable[..., ArticlePage],
    filed: Callable[..., Filed],
    django_assert_num_queries: Callable[[int], CaptureQueriesContext],
    desh: SectionPage,
) -> None:
    draft, second, first = filed("मसौदा"), live("दूसरी", body=BODY[:1]), live("पहली")
    second.title = "दूसरी, फिर लिखी"
    second.save_revision()

    with django_assert_num_queries(1):
        found = queries.readers_wordings([first.number, draft.number, second.number])

    assert [one.headline for one in found] == ["पहली", "दूसरी"]
    assert found[1].paragraphs[0] == "नदी पर नया पुल & सड़क"
    assert found[1].section_id == desh.pk


def test_a_list_is_read_whichever_way_it_was_kept() -> None:
    named: dict[str, Any] = {"type": "item", "id": "a", "value": "एक"}

    assert paragraphs([{"type": "list", "value": {"items": [named]}}], pictured=False) == ("एक",)


@pytest.mark.parametrize("kind", ["picture", "gallery", "video"])
def test_the_words_of_pictures_are_not_the_storys(kind: str) -> None:
    assert (
        paragraphs(
            [{"type": kind, "value": {"title": "वीडियो", "caption": "चित्र"}}], pictured=False
        )
        == ()
    )
