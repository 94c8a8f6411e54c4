"""Addresses in copy that no form has seen: none runs anything, none breaks a page."""

from collections.abc import Callable
from typing import Any

import pytest

from harkara.newsroom import queries
from harkara.newsroom.links import followable
from harkara.newsroom.models import ArticlePage
from harkara.newsroom.records import SocialPost, Story
from harkara.newsroom.videos import video_addresses

BAD = ["javascript:alert(1)", "data:text/html,x", "http://[", "//[", "https:///x", ""]


def published(live: Callable[..., ArticlePage], **fields: Any) -> Story:
    """Publish a story and return it as readers get it."""
    story = queries.story(live(**fields).number)
    assert story is not None
    return story


@pytest.mark.parametrize("url", BAD)
def test_only_a_whole_address_of_the_web_is_followable(url: str) -> None:
    assert followable(url) == ""
    assert followable("https://उदाहरण.भारत/ख") == "https://उदाहरण.भारत/ख"


@pytest.mark.parametrize("url", BAD)
def test_a_post_keeps_its_words_and_loses_a_link_that_runs_something(
    live: Callable[..., ArticlePage], url: str
) -> None:
    post = {"author": "मीरा", "network": "X", "text": "पुल खुला", "url": url}

    (block,) = published(live, body=({"type": "social_post", "value": post},)).body

    assert block == SocialPost(author="मीरा", network="X", text="पुल खुला", url="")


@pytest.mark.parametrize("url", BAD)
def test_a_video_at_no_address_is_no_video(url: str) -> None:
    assert video_addresses(url) is None


def test_a_source_at_an_address_that_runs_something_is_only_named(
    live: Callable[..., ArticlePage],
) -> None:
    article = live(source_name="वार्ता")
    ArticlePage.objects.filter(pk=article.pk).update(source_url="javascript:alert(1)")

    story = queries.story(article.number)

    assert story is not None
    assert story.source is not None
    assert (story.source.name, story.source.url) == ("वार्ता", "")


def test_a_link_to_a_page_with_an_impossible_id_stays_as_text(
    live: Callable[..., ArticlePage],
) -> None:
    link = f'<p><a linktype="page" id="{"9" * 30}">यह खबर</a></p>'

    story = published(live, body=({"type": "paragraph", "value": link},))

    assert "यह खबर" in str(story.body)
    assert "href" not in str(story.body)
