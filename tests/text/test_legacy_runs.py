"""Finding what is typed in an old font, and leaving everything else alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.growth import grows_with_length_only

from harkara.text.legacy import CHANAKYA, KRUTI_DEV, decode_runs, detect

KEYS = st.text(
    st.sampled_from("abcdefghijklmnopqrstuvwxyzABDHLMSZ  [];',./{}+=1कि·¤æ×ðÚU’—@#\n"), max_size=60
)
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
LINES = st.lists(
    st.sampled_from(
        [
            "ljdkj us dgk gS",
            "fnYyh",
            "·¤è ÚUæÁÙèçÌ",
            "the minister",
            "kya hai",
            "देश में",
            "26",
            "desk@example.in",
            "BJP",
            "us",
            "tk",
            "\n",
        ]
    ),
    max_size=10,
).map(" ".join)


def test_only_runs_are_decoded(source: str, expect: str) -> None:
    assert decode_runs(source).text == expect


@given(KEYS | ANYTHING | LINES)
def test_every_change_can_be_seen_and_put_back(text: str) -> None:
    decoded = decode_runs(text)

    again = decoded.text
    moved = 0
    for change in decoded.repairs:
        assert text[change.at : change.at + len(change.before)] == change.before
        place = change.at + moved
        assert again[place : place + len(change.after)] == change.after
        moved += len(change.after) - len(change.before)
    for change in reversed(decoded.repairs):
        moved -= len(change.after) - len(change.before)
        place = change.at + moved
        again = again[:place] + change.before + again[place + len(change.after) :]
    assert again == text


@given(LINES)
def test_decoding_twice_changes_nothing_more(text: str) -> None:
    once = decode_runs(text).text

    assert decode_runs(once).text == once


@given(KEYS | ANYTHING)
def test_runs_lie_in_the_line_in_order(line: str) -> None:
    ends = 0
    for run in detect(line):
        assert ends <= run.start < run.end <= len(line)
        assert 0.5 <= run.confidence <= 1
        ends = run.end


def test_a_run_names_its_font() -> None:
    assert [run.font for run in detect("ljdkj rS;kj gS ¥õÚU çßÂÿæ Öè ÌñØæÚU ãñ")] == [
        KRUTI_DEV,
        CHANAKYA,
    ]


def test_the_font_that_a_page_names_settles_a_short_word() -> None:
    assert decode_runs("us").text == "us"
    assert decode_runs("gekjh cgu", hint=KRUTI_DEV).text == "हमारी बहन"
    assert decode_runs("desk@example.in", hint=KRUTI_DEV).text == "desk@example.in"


@pytest.mark.parametrize(
    "piece", ["k", "fd ", "ू", "@", "#a", ".in", "1", "·¤è ", "[", "' ", "\ud800", "aB"]
)
def test_the_cost_of_hostile_text_grows_with_its_length_only(piece: str) -> None:
    assert grows_with_length_only(decode_runs, piece)
