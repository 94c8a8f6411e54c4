"""The front page: what the desk placed, then what is newest, nothing twice."""

from collections.abc import Callable

from harkara.newsroom import queries
from harkara.newsroom.models import ArticlePage, FrontPage, Placement
from harkara.newsroom.queries.fronts import SECONDS


def place(*articles: ArticlePage) -> None:
    front = FrontPage.objects.get()
    front.placements = [Placement(article_id=article.pk) for article in articles]
    front.save_revision().publish()


def test_the_desk_s_first_story_leads(live: Callable[..., ArticlePage]) -> None:
    old, _new = live("पुरानी खबर"), live("नई खबर")

    place(old)

    lead = queries.front().lead
    assert lead is not None
    assert lead.number == old.number


def test_places_left_empty_are_filled_with_the_newest(live: Callable[..., ArticlePage]) -> None:
    old, new = live("पुरानी खबर"), live("नई खबर")

    front = queries.front()

    assert front.lead is not None
    assert [front.lead.number, *(card.number for card in front.seconds)] == [
        new.number,
        old.number,
    ]


def test_a_withdrawn_story_leaves_its_place(live: Callable[..., ArticlePage]) -> None:
    gone, stays = live("हटी खबर"), live("बची खबर")
    place(gone)

    gone.unpublish()

    lead = queries.front().lead
    assert lead is not None
    assert lead.number == stays.number


def test_a_story_on_top_stands_nowhere_else_on_the_front(
    live: Callable[..., ArticlePage],
) -> None:
    stories = [live(f"खबर {n}") for n in range(SECONDS + 4)]
    place(stories[0])

    front = queries.front()

    shown = [front.lead, *front.seconds, *front.latest]
    numbers = [card.number for card in shown if card]
    assert len(numbers) == len(set(numbers))
    top = {card.number for card in (front.lead, *front.seconds) if card}
    assert not top & {card.number for block in front.blocks for card in block.cards}
