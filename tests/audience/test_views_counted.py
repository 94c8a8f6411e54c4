"""From what a browser says to what is counted: tally, slips and tables, each view once."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries
from tests.audience.conftest import NOON

from harkara.audience.models import Count, Miss, Slip, Standing
from harkara.audience.trending import slips
from harkara.audience.trending.actions import drain, draining, forget
from harkara.audience.trending.clock import day_of, hour_of
from harkara.audience.trending.missing import kept_words, key_of
from harkara.audience.trending.records import WHOLE_SITE, Counts, Views
from harkara.audience.trending.repeats import MOST_OF_A_NEIGHBOURHOOD, Repeats
from harkara.audience.trending.scores import HALF_LIVES, views_left
from harkara.audience.trending.tally import MOST_WAITING, Tally
from harkara.audience.visitors.places import blocks, place
from harkara.newsroom.models import ArticlePage

pytestmark = pytest.mark.django_db
SLOTS = 1 << 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "slips"


def counts(
    views: dict[int, int], misses: dict[str, int] | None = None, at: datetime = NOON
) -> Counts:
    counted = {number: Views(many) for number, many in views.items()}
    return Counts(at=at, views=counted, misses=misses or {})


def hours(number: int) -> list[tuple[datetime, int, int]]:
    rows = Count.objects.filter(story=number, span=Count.Span.HOUR).order_by("begins_at")
    return list(rows.values_list("begins_at", "views", "aside"))


def test_what_was_counted_is_in_the_tables_once(folder: Path, story: ArticlePage) -> None:
    slips.write(folder, counts({story.number: 3}))
    slips.write(folder, counts({story.number: 4}))

    assert drain(folder, NOON) == 2
    assert drain(folder, NOON) == 0

    assert hours(story.number) == [(hour_of(NOON), 7, 0)]
    assert hours(WHOLE_SITE) == [(hour_of(NOON), 7, 0)]
    day = Count.objects.get(story=story.number, span=Count.Span.DAY)
    assert (day.begins_at, day.views) == (day_of(NOON), 7)
    assert list(folder.iterdir()) == []


def test_a_slip_that_outlives_its_counting_is_not_counted_again(
    folder: Path, story: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    slips.write(folder, counts({story.number: 3}))
    monkeypatch.setattr(slips, "remove", lambda *_: None)
    drain(folder, NOON)
    monkeypatch.undo()

    drain(folder, NOON)

    assert hours(story.number) == [(hour_of(NOON), 3, 0)]
    assert list(folder.iterdir()) == []


def test_a_counting_that_breaks_off_leaves_the_slip(
    folder: Path, story: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    slips.write(folder, counts({story.number: 3}))

    def fail(*_: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(draining, "_note_misses", fail)
    with pytest.raises(IntegrityError):
        drain(folder, NOON)
    monkeypatch.undo()
    assert hours(story.number) == []

    drain(folder, NOON)

    assert hours(story.number) == [(hour_of(NOON), 3, 0)]


def test_who_was_overtaken_counts_nothing_and_counts_it_the_next_time(
    folder: Path, story: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    slips.write(folder, counts({story.number: 3}))
    read = slips.read

    def read_late(place: Path, name: str) -> Counts | None:
        said = read(place, name)
        monkeypatch.undo()
        drain(folder, NOON)
        return said

    monkeypatch.setattr(slips, "read", read_late)

    assert drain(folder, NOON) == 0
    assert hours(story.number) == [(hour_of(NOON), 3, 0)]
    assert views_left(Standing.objects.get().week, NOON, HALF_LIVES["week"]) == pytest.approx(3)
    slips.write(folder, counts({story.number: 1}))
    drain(folder, NOON)
    assert hours(story.number) == [(hour_of(NOON), 4, 0)]


def test_views_of_what_is_no_live_story_are_left_out(folder: Path, story: ArticlePage) -> None:
    slips.write(folder, counts({story.number: 1, 999_999: 50, 10**17: 1}))

    drain(folder, NOON)

    assert set(Count.objects.values_list("story", flat=True)) == {story.number, WHOLE_SITE}
    assert hours(WHOLE_SITE) == [(hour_of(NOON), 1, 0)]


def test_a_slip_counts_in_the_hour_it_was_written(folder: Path, story: ArticlePage) -> None:
    late = NOON + timedelta(hours=5)
    slips.write(folder, counts({story.number: 2}))
    slips.write(folder, counts({story.number: 1}, at=late))

    drain(folder, late)

    assert hours(story.number) == [(hour_of(NOON), 2, 0), (hour_of(late), 1, 0)]


def test_an_indian_hour_begins_at_half_past_and_a_day_at_midnight() -> None:
    at = datetime(2026, 11, 26, 18, 45, tzinfo=UTC)

    assert hour_of(at) == datetime(2026, 11, 26, 18, 30, tzinfo=UTC)
    assert day_of(at) == datetime(2026, 11, 26, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize("said", ["", "{", "[]", '{"at": 1}', '{"at": "x", "views": {}}'])
def test_a_spoilt_slip_is_put_aside_and_stops_nobody(
    folder: Path, story: ArticlePage, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder.mkdir()
    (folder / "0-1-a.slip").write_text(said)
    slips.write(folder, counts({story.number: 1}))

    drain(folder, NOON)

    assert hours(story.number) == [(hour_of(NOON), 1, 0)]
    assert [path.name for path in folder.iterdir()] == ["0-1-a.spoilt"]
    assert "spoilt" in caplog.text


def test_the_number_of_queries_does_not_grow_with_what_was_read(
    folder: Path,
    live: Callable[..., ArticlePage],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    few = [live().number for _ in range(3)]
    drain_of = {1: few[:1], 3: few}
    for numbers in drain_of.values():
        slips.write(folder, counts(dict.fromkeys(numbers, 2)))
        drain(folder, NOON)
        slips.write(folder, counts(dict.fromkeys(numbers, 2)))
        with django_assert_num_queries(13):
            drain(folder, NOON)


def test_half_of_a_storys_views_are_left_after_a_half_life(
    folder: Path, story: ArticlePage
) -> None:
    slips.write(folder, counts({story.number: 6}))
    slips.write(folder, counts({story.number: 2}))
    drain(folder, NOON)

    row = Standing.objects.get(pk=story.number)

    for name, half_life in HALF_LIVES.items():
        score = getattr(row, name)
        assert views_left(score, NOON, half_life) == pytest.approx(8)
        assert views_left(score, NOON + half_life, half_life) == pytest.approx(4)
    assert (row.section, row.is_video) == (story.get_parent().pk, False)


def test_views_beyond_a_networks_share_are_kept_apart_and_raise_nothing(
    folder: Path, story: ArticlePage
) -> None:
    tally = Tally()
    for _ in range(1000):
        tally.view(story.number, "198.51.100.7", NOON.timestamp())
    taken = tally.take(NOON)
    assert taken
    slips.write(folder, taken)

    drain(folder, NOON)

    assert hours(story.number) == [(hour_of(NOON), 8, 992)]
    left = views_left(Standing.objects.get().today, NOON, HALF_LIVES["today"])
    assert left == pytest.approx(8)


def test_readers_of_many_networks_all_count() -> None:
    repeats = Repeats(SLOTS)

    counted = [repeats.counts(7, blocks(f"10.{n}.0.1"), 0.0) for n in range(200)]

    assert all(counted)


def test_a_neighbourhood_of_networks_has_its_share_too() -> None:
    repeats = Repeats(SLOTS)

    four = sum(repeats.counts(7, blocks(f"198.51.100.{n}"), 0.0) for n in range(256))
    six = sum(repeats.counts(7, blocks(f"2001:db8:1:{n:x}::1"), 0.0) for n in range(500))

    assert four == six == MOST_OF_A_NEIGHBOURHOOD


def test_one_customer_of_ipv6_is_one_network() -> None:
    repeats = Repeats(SLOTS)

    counted = sum(repeats.counts(7, blocks(f"2001:db8::{n:x}"), 0.0) for n in range(1, 101))

    assert counted == 7


@pytest.mark.parametrize("address", ["198.51.100.7", "::ffff:198.51.100.7", "::ffff:c633:6407"])
def test_an_address_is_the_same_network_however_a_socket_tells_it(address: str) -> None:
    assert blocks(address) == blocks("198.51.100.7")
    assert place(address) == place("198.51.100.7")


@pytest.mark.parametrize("address", ["", "x", "198.51.100.07", "1.2.3", "::1::", "a" * 500, "\0"])
def test_what_is_no_address_is_one_place_with_its_like(address: str) -> None:
    assert blocks(address) == blocks("unknown")


def test_a_network_counts_anew_the_next_day_and_for_every_story() -> None:
    repeats = Repeats(SLOTS)
    here = blocks("198.51.100.7")

    first = [repeats.counts(7, here, 0.0) for _ in range(3)]

    assert first == [True, True, False]
    assert repeats.counts(8, here, 0.0)
    assert repeats.counts(7, here, 86_400.0)


def test_full_rows_are_emptied_before_strangers_meet_in_them() -> None:
    repeats = Repeats(64)

    counted = sum(repeats.counts(n, blocks("198.51.100.7"), 0.0) for n in range(1000))

    assert counted > 900


def test_nothing_of_a_reader_is_written_down(folder: Path) -> None:
    tally = Tally()
    tally.view(7, "198.51.100.7", 0.0)
    tally.miss("सोहनी पुल", "198.51.100.7", 0.0)
    taken = tally.take(NOON)
    assert taken

    slips.write(folder, taken)

    [slip] = folder.iterdir()
    assert json.loads(slip.read_text()) == {
        "at": NOON.isoformat(),
        "views": {"7": [1, 0]},
        "misses": {"सोहनी पुल": 1},
    }


def test_what_cannot_be_written_down_waits_but_not_without_bound() -> None:
    tally = Tally()
    tally.put_back(Counts(at=NOON, views=dict.fromkeys(range(1, MOST_WAITING + 1), Views(1))))

    assert not tally.view(MOST_WAITING + 1, "198.51.100.7", 0.0)
    assert tally.view(1, "198.51.100.7", 0.0)
    taken = tally.take(NOON)
    assert taken
    assert taken.views[1] == Views(2)


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("  सोहनी   पुल ", "सोहनी पुल"),
        ("Sohni Pul", "sohni pul"),
        ("बजट 2026", "बजट 2026"),
        ("9876543210", ""),
        ("मेरा नंबर 98765 43210", ""),
        ("आधार १२३४ ५६७८ ९०१२", ""),
        ("seema@example.in", ""),
        ("https://example.in/a", ""),
        ("<script>alert(1)</script>", ""),
        ("क", ""),
        ("???", ""),
        ("एक दो तीन चार पाँच छह सात", ""),
        ("क" * 61, ""),
    ],
)
def test_of_a_search_a_few_plain_words_are_kept(query: str, kept: str) -> None:
    assert kept_words(query) == kept


def test_the_spellings_of_a_miss_meet(folder: Path) -> None:
    slips.write(folder, counts({}, {"हिन्दी पाँच": 1}))
    slips.write(folder, counts({}, {"हिंदी पांच": 2}))

    drain(folder, NOON)

    [miss] = Miss.objects.all()
    assert (miss.key, miss.times) == (key_of("हिंदी पांच"), 3)


def test_one_network_asks_for_the_same_once_and_for_few_things() -> None:
    tally = Tally()
    for n in range(100):
        tally.miss("सोहनी पुल", "198.51.100.7", 0.0)
        tally.miss(f"शब्द {n}", "198.51.100.7", 0.0)

    taken = tally.take(NOON)

    assert taken
    assert taken.misses["सोहनी पुल"] == 1
    assert sum(taken.misses.values()) == 30


def test_counts_grow_old_and_go(folder: Path, story: ArticlePage) -> None:
    slips.write(folder, counts({story.number: 2}, {"सोहनी पुल": 2, "नया बाज़ार": 3}))
    drain(folder, NOON)
    kept = {
        timedelta(hours=71): (2, 2, 1, 2),
        timedelta(hours=74): (0, 2, 1, 1),
        timedelta(days=31): (0, 2, 0, 0),
        timedelta(days=91): (0, 0, 0, 0),
    }
    found = {}

    for after in kept:
        forget(folder, NOON + after)
        by_span = [Count.objects.filter(span=span).count() for span in Count.Span]
        found[after] = (*by_span, Standing.objects.count(), Miss.objects.count())

    assert found == kept
    assert not Slip.objects.exists()
