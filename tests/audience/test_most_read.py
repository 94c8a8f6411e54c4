"""What readers see of views: lists made by the clock, on pages as long as their stories are."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import html as lxml_html
from pytest_django import DjangoAssertNumQueries, Settings
from tests.audience.conftest import NOON

from harkara.audience.models import TopList
from harkara.audience.trending import queries, slips
from harkara.audience.trending.actions import drain, make_lists
from harkara.audience.trending.actions.listing import BETWEEN, FEWEST_VIEWS, LONGEST
from harkara.audience.trending.records import Counts, Kind, Span, Views
from harkara.newsroom.models import ArticlePage, SectionPage
from harkara.press.recorder import recording, together
from harkara.press.render import render
from harkara.press.tasks import run_until_idle
from harkara.press.verify import verify

pytestmark = pytest.mark.django_db
Live = Callable[..., ArticlePage]
Touched = Callable[[], set[str]]
ReadBy = Callable[..., int]
HOUR = timedelta(hours=1)


@pytest.fixture
def read_by(tmp_path: Path, paper: None) -> ReadBy:
    """Let stories be read so often, and the lists be made; returns how many changed."""
    folder = tmp_path / "slips"

    def read(views: dict[int, int], after: timedelta = timedelta(0)) -> int:
        at = NOON + after
        counted = {number: Views(many) for number, many in views.items()}
        slips.write(folder, Counts(at=at, views=counted))
        drain(folder, at)
        return make_lists(at)

    return read


@pytest.fixture
def five(live: Live) -> list[int]:
    return [live(f"खबर {n}").number for n in range(5)]


def shown(kind: Kind = Kind.SITE, ref: int = 0, span: Span = Span.TODAY) -> list[int]:
    lists = {one.span: one for one in queries.both_spans(kind, ref, LONGEST)}
    return [card.number for card in lists[span].cards] if span in lists else []


def headlines(path: str, name: str) -> list[str]:
    body = lxml_html.document_fromstring(render(path).body.decode())
    return [one.text_content() for one in body.cssselect(f".most-read--{name} .most-read__link")]


def test_the_most_read_stories_stand_in_their_order(read_by: ReadBy, five: list[int]) -> None:
    read_by(dict(zip(five, (10, 30, 20, 5, 1), strict=True)))

    assert shown() == [five[1], five[2], five[0], five[3]]
    assert headlines("/", "site") == ["खबर 1", "खबर 2", "खबर 0", "खबर 3"]
    assert headlines("/desh/", "section") == ["खबर 1", "खबर 2", "खबर 0", "खबर 3"]
    assert headlines("/tukda/padhi-gai/", "site") == ["खबर 1", "खबर 2", "खबर 0", "खबर 3"]
    assert headlines("/sabse-zyada-padhi/", "site-today")[0] == "खबर 1"


@pytest.mark.parametrize("views", [(), (50, 50), (4, 4, 4, 4, 4)])
def test_where_too_little_is_read_nothing_is_shown(
    read_by: ReadBy, five: list[int], views: Sequence[int]
) -> None:
    read_by(dict(zip(five, views, strict=False)))

    assert shown() == []
    for path in ("/", "/desh/"):
        assert "most-read" not in render(path).body.decode()
    assert "बहुत कम पढ़ा गया" in render("/sabse-zyada-padhi/").body.decode()


def test_the_piece_at_the_foot_of_stories_then_shows_the_newest(five: list[int]) -> None:
    piece = lxml_html.document_fromstring(render("/tukda/padhi-gai/").body.decode())

    assert piece.cssselect("h2")[0].text_content() == "ताजा खबरें"
    assert len(piece.cssselect(".most-read__link")) == 5


def test_views_lose_their_weight_with_the_hours(read_by: ReadBy, five: list[int]) -> None:
    read_by(dict.fromkeys(five[:3], 40))

    read_by(dict.fromkeys(five[2:], 30), after=timedelta(hours=12))

    assert shown() == [five[2], five[4], five[3], five[1], five[0]]
    assert shown(span=Span.WEEK) == [five[2], five[1], five[0], five[4], five[3]]


def test_a_list_goes_when_its_views_have_faded(read_by: ReadBy, five: list[int]) -> None:
    read_by(dict.fromkeys(five, 2 * FEWEST_VIEWS))
    assert len(shown()) == 5

    read_by({five[0]: 1}, after=7 * HOUR)

    assert shown() == []
    assert len(shown(span=Span.WEEK)) == 5
    assert len(headlines("/", "site")) == 5


def test_videos_and_sections_have_lists_of_their_own(
    read_by: ReadBy, five: list[int], live: Live, khel: SectionPage
) -> None:
    films = [live(f"वीडियो {n}", kind="video").number for n in range(3)]
    games = [live(f"खेल {n}", section_id=khel.pk).number for n in range(3)]
    read_by(dict.fromkeys(five, 9) | dict.fromkeys(films, 7) | dict.fromkeys(games, 8))

    assert shown(Kind.VIDEO) == films[::-1]
    assert shown(Kind.SECTION, khel.pk) == games[::-1]
    assert headlines("/", "video") == ["वीडियो 2", "वीडियो 1", "वीडियो 0"]
    assert headlines(f"/{khel.slug}/", "section") == ["खेल 2", "खेल 1", "खेल 0"]


def test_pages_are_pressed_again_only_when_a_list_changes(
    read_by: ReadBy, five: list[int], touched: Touched
) -> None:
    assert read_by(dict.fromkeys(five, 10)) == 2
    changed = touched()
    assert {"most-read:site:0"} <= changed
    for path in ("/", "/tukda/padhi-gai/", "/sabse-zyada-padhi/"):
        assert "most-read:site:0" in render(path).keys

    assert read_by(dict.fromkeys(five, 10), after=BETWEEN) == 0
    assert not [key for key in touched() if key.startswith("most-read")]


def test_a_storys_own_page_is_not_pressed_by_views(read_by: ReadBy, live: Live) -> None:
    story = live()

    keys = render(f"/desh/{story.slug}/").keys

    assert not [key for key in keys if key.startswith("most-read")]


def test_lists_are_made_every_few_minutes_at_most(read_by: ReadBy, five: list[int]) -> None:
    read_by(dict.fromkeys(five[:3], 10))

    assert read_by({five[4]: 99}, after=BETWEEN - timedelta(seconds=1)) == 0
    assert shown() == [five[2], five[1], five[0]]
    assert read_by({five[3]: 1}, after=BETWEEN) == 2
    assert shown()[0] == five[4]


def test_a_clock_that_was_set_back_does_not_keep_the_lists(
    read_by: ReadBy, five: list[int]
) -> None:
    read_by(dict.fromkeys(five[:3], 10), after=timedelta(days=300))

    assert read_by(dict.fromkeys(five, 10)) > 0


def test_a_withdrawn_story_leaves_every_list_at_once(
    read_by: ReadBy, live: Live, five: list[int]
) -> None:
    last = live("वापस ली गई")
    read_by(dict.fromkeys(five, 9) | {last.number: 90})
    pages = ("/", "/desh/", "/tukda/padhi-gai/", "/sabse-zyada-padhi/")
    keys = {path: render(path).keys for path in pages}
    assert all(f"card:{last.number}" in found for found in keys.values())

    last.unpublish()

    for path in pages:
        assert "वापस ली गई" not in render(path).body.decode()
    read_by({last.number: 90}, after=BETWEEN)
    assert last.number not in shown()


def test_a_story_that_moved_is_in_the_list_of_its_section_alone(
    read_by: ReadBy, five: list[int], live: Live, desh: SectionPage, khel: SectionPage
) -> None:
    moved = live("जो गई")
    read_by(dict.fromkeys(five, 9) | {moved.number: 90})

    moved.move(khel, pos="last-child")
    read_by({five[0]: 1}, after=BETWEEN)

    assert moved.number in shown()
    assert moved.number not in shown(Kind.SECTION, desh.pk)


def test_when_all_is_pressed_every_page_is_as_it_would_be_now(
    read_by: ReadBy, five: list[int], tmp_path: Path, settings: Settings
) -> None:
    settings.PRESS_STORE = str(tmp_path / "pages")
    read_by(dict.fromkeys(five, 9))
    render("/")
    run_until_idle()

    assert not list(verify())


def test_pages_that_are_made_together_share_the_list(
    read_by: ReadBy, five: list[int], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    read_by(dict.fromkeys(five, 9))
    with together():
        with recording() as first:
            queries.most_read(Kind.SITE, 0, 5)
        with django_assert_num_queries(0), recording() as second:
            queries.most_read(Kind.SITE, 0, 5)

    assert first == second


def test_a_list_that_was_never_made_costs_one_query(
    paper: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert queries.most_read(Kind.SITE, 0, 5) is None
    assert not TopList.objects.exists()
