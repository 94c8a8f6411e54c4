"""What a change makes stale: what showed the story, and nothing else."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from harkara.newsroom import keys
from harkara.newsroom.actions import Filed, Publish, publish
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    FrontPage,
    Photo,
    Placement,
    SectionPage,
    Topic,
)
from harkara.press.models import Key

JUNE = datetime(2026, 6, 10, tzinfo=UTC)


@pytest.fixture
def touched(paper: None) -> Callable[[], set[str]]:
    """Return the keys marked since the last call."""
    seen = {"at": 0}

    def since() -> set[str]:
        rows = dict(Key.objects.filter(changed__gt=seen["at"]).values_list("name", "changed"))
        seen["at"] = max(rows.values(), default=seen["at"])
        return set(rows)

    return since


def test_publishing_touches_the_ends_of_its_listings(
    live: Callable[..., ArticlePage],
    touched: Callable[[], set[str]],
    meera: Author,
    river: Topic,
    desh: SectionPage,
) -> None:
    touched()

    article = live(author_ids=(meera.pk,), topic_ids=(river.pk,))

    found = touched()
    assert {
        keys.article(article.number),
        keys.card(article.number),
        keys.latest(ListingKind.SITE, 0),
        keys.latest(ListingKind.SECTION, desh.pk),
        keys.latest(ListingKind.TOPIC, river.pk),
        keys.latest(ListingKind.AUTHOR, meera.pk),
        keys.months(ListingKind.SITE, 0),
    } <= found


def test_a_changed_paragraph_touches_the_story_alone(
    live: Callable[..., ArticlePage], touched: Callable[[], set[str]]
) -> None:
    article = live()
    article.last_published_at = None
    touched()

    article.body = [("heading", "नया हिस्सा")]
    article.save_revision().publish()

    # Its card says when it was last changed, so those who show the card follow.
    assert touched() == {
        keys.article(article.number),
        keys.card(article.number),
        keys.page(article.pk),
    }


def test_a_new_story_touches_its_neighbours_and_no_other_story(
    live: Callable[..., ArticlePage], touched: Callable[[], set[str]], filed: Callable[..., Filed]
) -> None:
    old, newer, newest = (live(f"खबर {n}") for n in range(3))
    between = filed("बीच की खबर")
    for day, article in enumerate((old, newer, newest)):
        republish_at(article, JUNE.replace(day=10 + day * 2))
    touched()

    publish(Publish(article_id=between.article_id, published_at=JUNE.replace(day=11)))

    neighbours = {key for key in touched() if key.startswith("neighbours:")}
    assert neighbours == {
        keys.neighbours(between.number),
        keys.neighbours(old.number),
        keys.neighbours(newer.number),
    }


def test_a_second_story_of_a_month_does_not_touch_the_run_of_months(
    live: Callable[..., ArticlePage], touched: Callable[[], set[str]]
) -> None:
    live("पहली खबर")
    touched()

    live("दूसरी खबर")

    assert not [key for key in touched() if key.endswith("/months")]


def test_renaming_an_author_touches_the_author_alone(
    meera: Author, touched: Callable[[], set[str]]
) -> None:
    touched()

    meera.name = "मीरा सिंह"
    meera.save()

    assert touched() == {keys.author(meera.pk), keys.author_label(meera.pk)}


def test_reordering_the_front_touches_the_front_alone(
    live: Callable[..., ArticlePage], touched: Callable[[], set[str]]
) -> None:
    article = live()
    touched()

    front = FrontPage.objects.get()
    front.placements = [Placement(article_id=article.pk)]
    front.save_revision().publish()

    assert touched() == {keys.FRONT}


def test_renaming_the_paper_touches_every_page(
    paper: None, touched: Callable[[], set[str]]
) -> None:
    touched()

    front = FrontPage.objects.get()
    front.title = "नई परख"
    front.save_revision().publish()

    assert touched() == {keys.FRONT, keys.SITE}


def test_a_section_s_description_stands_on_its_own_page_alone(
    desh: SectionPage, touched: Callable[[], set[str]]
) -> None:
    touched()

    desh.description = "देश भर की खबरें"
    desh.save_revision().publish()

    assert keys.MENU not in touched()


def test_a_changed_photo_touches_the_photo_alone(
    paper: None, touched: Callable[[], set[str]]
) -> None:
    photo = Photo(
        title="पुल", alt="पुल", credit="परख", width=1, height=1, file="original_images/x.png"
    )
    Photo.objects.bulk_create([photo])
    touched()

    photo.alt = "सोहनी नदी का पुल"
    photo.save(update_fields=["alt"])

    assert touched() == {keys.photo(photo.pk)}


def republish_at(article: ArticlePage, at: datetime) -> None:
    publish(Publish(article_id=article.pk, published_at=at))
