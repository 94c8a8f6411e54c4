"""What of searches that found nothing is counted, and what never."""

from datetime import UTC, datetime
from typing import Any

import pytest

from harkara.audience.trending.tally import Tally
from harkara.web import counting

NOON = datetime(2026, 11, 26, 6, 30, tzinfo=UTC)
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 10; K)", "REMOTE_ADDR": "198.51.100.7"}


@pytest.fixture(autouse=True)
def tally(monkeypatch: pytest.MonkeyPatch) -> Tally:
    fresh = Tally()
    monkeypatch.setattr(counting, "TALLY", fresh)
    monkeypatch.setattr(counting.WRITER, "begin", lambda: None)
    return fresh


def misses(tally: Tally) -> dict[str, int]:
    taken = tally.take(NOON)
    return taken.misses if taken else {}


def test_a_search_in_vain_is_counted_by_its_words(tally: Tally) -> None:
    counting.note_miss(BROWSER, " सोहनी  मेला ")

    assert misses(tally) == {"सोहनी मेला": 1}


@pytest.mark.parametrize(
    "query", ["98765 43210", "seema@example.in", "तू हरामी है", "चूतिया", "", "   ", "क" * 500]
)
def test_numbers_addresses_and_abuse_are_not_kept(tally: Tally, query: str) -> None:
    counting.note_miss(BROWSER, query)

    assert misses(tally) == {}


@pytest.mark.parametrize(
    "given",
    [{"HTTP_DNT": "1"}, {"HTTP_SEC_GPC": "1"}, {"HTTP_USER_AGENT": "curl/8"}],
)
def test_who_is_left_out_is_left_out_here_too(tally: Tally, given: dict[str, Any]) -> None:
    counting.note_miss(BROWSER | given, "सोहनी मेला")

    assert misses(tally) == {}
