"""Rendering a path as a plain reader would see it."""

import pytest
from django.urls import get_urlconf, set_urlconf
from django.utils import translation
from tests.press.site import Paper

from harkara.press import priorities
from harkara.press.recorder import recording
from harkara.press.render import BrokenPage, render


def test_a_page_comes_with_what_it_read_and_how_urgent_it_is(paper: Paper) -> None:
    paper.write("bandh", "पानी छोड़ा गया")

    rendered = render("/bandh/")

    assert rendered.status == 200
    assert "पानी छोड़ा गया" in rendered.body.decode()
    assert rendered.content_type == "text/html; charset=utf-8"
    assert rendered.keys == {"text:bandh"}
    assert rendered.priority == priorities.STORY


def test_a_page_that_names_no_priority_comes_last(paper: Paper) -> None:
    assert render("/where/").priority == priorities.REST


def test_a_view_sees_the_public_address_and_no_query_or_cookie(paper: Paper) -> None:
    assert render("/where/").body == b"https://harkara.example/where/ {} {}"


def test_a_missing_page_is_404_and_tells_what_it_read(paper: Paper) -> None:
    rendered = render("/bandh/")

    assert (rendered.status, rendered.body) == (404, b"")
    assert rendered.keys == {"text:bandh"}


def test_a_path_no_view_answers_is_404(paper: Paper) -> None:
    assert render("/no/such/place/").status == 404


def test_moved_and_gone_pages_say_so(paper: Paper) -> None:
    moved, gone = render("/moved/"), render("/gone/")

    assert (moved.status, moved.location) == (301, "/elsewhere/")
    assert gone.status == 410


def test_a_page_sent_in_parts_is_put_together(paper: Paper) -> None:
    rendered = render("/stream.txt")

    assert rendered.body == b"ab"
    assert rendered.keys == {"text:stream"}


def test_a_view_that_raises_is_a_broken_page_with_what_it_had_read(paper: Paper) -> None:
    paper.write("bandh", "पानी")
    paper.broken.add("/bandh/")

    with pytest.raises(BrokenPage, match="/bandh/: ValueError: the template is torn") as broken:
        render("/bandh/")

    assert broken.value.keys == {"text:bandh"}


def test_a_view_that_answers_a_server_error_is_a_broken_page(paper: Paper) -> None:
    with pytest.raises(BrokenPage, match="status 503"):
        render("/unwell/")


def test_rendering_leaves_the_language_and_addresses_of_its_caller_alone(paper: Paper) -> None:
    set_urlconf("somewhere.else")
    try:
        with translation.override("en"), recording() as outer:
            render("/bandh/")

            assert translation.get_language() == "en"
            assert get_urlconf() == "somewhere.else"
            assert outer == set()
    finally:
        set_urlconf(None)
