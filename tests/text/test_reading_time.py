"""How long a story takes to read."""

import pytest

from harkara.text.languages import MARATHI
from harkara.text.reading_time import reading_minutes, reading_time


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (200, 1), (320, 2), (2000, 10)])
def test_reading_time_is_whole_minutes(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


def test_reading_time_follows_the_language() -> None:
    assert reading_minutes(1800, profile=MARATHI) == 10


def test_the_words_of_a_text_are_counted() -> None:
    assert reading_time("") == 1
    assert reading_time("आज बारिश हुई। " * 400) == 6
