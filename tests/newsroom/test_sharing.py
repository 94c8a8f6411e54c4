"""Share cards follow their stories: drawn at publish, drawn anew at a change, gone with them."""

from collections.abc import Callable
from pathlib import Path

from django.test.utils import CaptureQueriesContext

from harkara.newsroom import keys, queries
from harkara.newsroom.actions import Withdraw, withdraw
from harkara.newsroom.models import ArticlePage, Photo
from harkara.press.models import Target
from harkara.press.recorder import recording, together

Live = Callable[..., ArticlePage]


def test_a_card_says_headline_section_and_paper(live: Live) -> None:
    card = queries.share_card(live("राजनाथ सिंह की बैठक").number)

    assert card
    assert (card.headline, card.section.name, card.paper) == ("राजनाथ सिंह की बैठक", "देश", "परख")
    assert card.picture is None


def test_a_card_has_the_lead_picture_as_a_file(live: Live, photo: Photo) -> None:
    card = queries.share_card(live(picture_id=photo.pk).number)

    assert card
    assert card.picture
    assert card.picture.is_file()


def test_a_photo_that_was_lost_leaves_a_card_without_one(live: Live, photo: Photo) -> None:
    article = live(picture_id=photo.pk)
    Path(photo.file.path).unlink()

    card = queries.share_card(article.number)

    assert card
    assert card.picture is None


def test_what_a_card_says_is_what_makes_it_stale(live: Live, photo: Photo) -> None:
    article = live(picture_id=photo.pk)

    with recording() as read:
        queries.share_card(article.number)

    assert {keys.card(article.number), keys.MENU, keys.SITE, keys.photo(photo.pk)} == set(read)


def test_the_card_waits_for_the_press_when_its_story_is_published(live: Live) -> None:
    article = live()

    assert Target.objects.filter(path=f"/s/{article.number}.jpg").exists()


def test_a_withdrawn_story_has_none(live: Live) -> None:
    article = live()
    withdraw(Withdraw(article_id=article.pk))

    assert queries.share_card(article.number) is None


def test_a_card_costs_few_queries(
    live: Live, photo: Photo, django_assert_max_num_queries: Callable[..., CaptureQueriesContext]
) -> None:
    number = live(picture_id=photo.pk).number
    # The first makes the picture; the second is the first to find it made.
    for _ in range(2):
        queries.share_card(number)

    with together(), django_assert_max_num_queries(7):
        queries.share_card(number)
