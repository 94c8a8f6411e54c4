"""Building the demo paper: filed as a desk files, once, and finished if it was cut short."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.contrib.auth.models import User
from wagtail.models import Revision

from harkara.demo import studio
from harkara.demo.build import Built, build
from harkara.demo.paper import SECTIONS, about, new_paper
from harkara.demo.stories import Stock, Story, read
from harkara.newsroom.actions.founding import found_paper
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    FrontPage,
    InfoPage,
    LiveStory,
    Photo,
    Placement,
    SectionPage,
    Topic,
)
from harkara.press.queries import stale_paths

SMALL = partial(studio.draw, size=(60, 40))
WHOLE = read()


@pytest.fixture
def now() -> datetime:
    # What is scheduled must lie ahead of the newsroom's clock.
    return datetime.now(UTC)


@pytest.fixture
def editor(db: None) -> User:
    found_paper(new_paper("testserver", 80))
    return User.objects.create_superuser("editor", "editor@example.org", "sohni-pul-640")


def first(**wanted: object) -> Story:
    """Return the first story of the demo that is like this."""
    return next(s for s in WHOLE.stories if all(getattr(s, k) == v for k, v in wanted.items()))


@pytest.fixture
def few() -> Stock:
    """A story of each sort, each only once, and the one that a live story refers to."""
    corrected = next(s for s in WHOLE.stories if s.correction and s.also_read and s.lead)
    other = first(key=corrected.also_read[0])
    syndicated = next(s for s in WHOLE.stories if s.source)
    chosen = {
        story.key: story
        for story in (
            corrected, other, syndicated, first(kind="gallery"), first(state="draft"),
            first(state="scheduled"), first(state="embargoed"),
        )
    }  # fmt: skip
    return replace(WHOLE, stories=tuple(s for s in WHOLE.stories if s.key in chosen))


def article(story: Story) -> ArticlePage:
    found: ArticlePage = ArticlePage.objects.get(title=story.headline)
    return found


def make(now: datetime, editor: User, stock: Stock) -> Built:
    return build(now, editor, lambda _words: None, stock=stock, draw=SMALL)


def test_everything_of_the_demo_is_in_the_paper(now: datetime, editor: User, few: Stock) -> None:
    built = make(now, editor, few)

    states = Counter(story.state for story in few.stories)
    assert (built.stories, built.live) == (len(few.stories), states["live"])
    assert built.photos == Photo.objects.count() == len(set(few.pictures))
    assert Author.objects.count() == len(WHOLE.authors)
    assert Topic.objects.count() == len(WHOLE.topics)
    assert list(SectionPage.objects.values_list("slug", flat=True)) == [s.slug for s in SECTIONS]
    assert [p.slug for p in InfoPage.objects.live().order_by("path")] == [p.slug for p in about()]


def test_each_story_stands_where_the_demo_says(now: datetime, editor: User, few: Stock) -> None:
    make(now, editor, few)

    stands = {story.key: article(story).state(now).value for story in few.stories}
    assert stands == {story.key: story.state for story in few.stories}


def test_readers_see_the_hours_the_demo_says(now: datetime, editor: User, few: Stock) -> None:
    make(now, editor, few)

    for story in (story for story in few.stories if story.state == "live"):
        row = LiveStory.objects.get(headline=story.headline)
        assert row.published_at == now - timedelta(hours=story.hours_before)
        changed = min([c.hours_before for c in story.correction], default=story.hours_before)
        assert row.updated_at == now - timedelta(hours=changed)


def test_a_story_is_tied_to_the_one_it_refers_to(now: datetime, editor: User, few: Stock) -> None:
    make(now, editor, few)

    corrected = next(story for story in few.stories if story.lead and story.correction)
    other = next(story for story in few.stories if story.key == corrected.also_read[0])
    ties = [b.value["story"] for b in article(corrected).body if b.block_type == "also_read"]
    assert article(other).pk in [story.pk for story in ties if story]


def test_the_leads_stand_on_the_front_the_freshest_first(
    now: datetime, editor: User, few: Stock
) -> None:
    fresh = replace(few, stories=tuple(replace(s, lead=s.state == "live") for s in few.stories))

    make(now, editor, fresh)

    placed = [p.article.title for p in FrontPage.objects.get().placements.all()]
    leads = sorted((s for s in fresh.stories if s.lead), key=lambda s: s.hours_before)
    assert placed == [story.headline for story in leads]


def test_the_story_to_look_at_waits_at_the_press(now: datetime, editor: User, few: Stock) -> None:
    built = make(now, editor, few)

    assert {"/", built.story} <= stale_paths()


def test_a_second_build_changes_nothing(now: datetime, editor: User, few: Stock) -> None:
    before = make(now, editor, few), Revision.objects.count(), ArticlePage.objects.last().pk

    again = make(now + timedelta(hours=9), editor, few)

    assert (again, Revision.objects.count(), ArticlePage.objects.last().pk) == before


def test_a_second_build_leaves_the_desk_s_choice_on_the_front(
    now: datetime, editor: User, few: Stock
) -> None:
    make(now, editor, few)
    chosen = next(s for s in few.stories if s.state == "live" and not s.lead)
    front = FrontPage.objects.get()
    front.placements = [Placement(article=article(chosen))]
    front.save_revision().publish()

    make(now, editor, few)

    assert [p.article.title for p in FrontPage.objects.get().placements.all()] == [chosen.headline]


def test_a_build_that_was_cut_short_is_finished(now: datetime, editor: User, few: Stock) -> None:
    class CutOff(Exception):
        pass

    def cut(words: str) -> None:
        if words == "stories published 3":
            raise CutOff

    with pytest.raises(CutOff):
        build(now, editor, cut, stock=few, draw=SMALL)

    built = make(now, editor, few)

    assert built.stories == ArticlePage.objects.count() == len(few.stories)
    assert built.live == sum(story.state == "live" for story in few.stories)
    assert built.photos == len(set(few.pictures))
