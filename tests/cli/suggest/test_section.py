"""`harkara suggest section`: a story of the desk's or a text, and its section."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harkara.cli.refusal import Refusal
from harkara.newsroom.actions import Filed

Ask = Callable[..., int]
CRICKET = "विकेट और शतक: कप्तान की पारी से क्रिकेट टीम फाइनल में"


def test_a_story_of_the_desk_is_asked_for_by_its_number(
    ask: Ask, filed: Callable[..., Filed], capsys: pytest.CaptureFixture[str]
) -> None:
    story = filed(CRICKET)

    assert ask("section", str(story.number), "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["section"]["slug"] == "khel"
    assert found["why"]


def test_a_text_is_asked_for_by_its_file_or_on_standard_input(
    ask: Ask,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "story.txt"
    file.write_text(f"{CRICKET}\nबल्लेबाज ने शतक जड़ा।", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))

    assert ask("section", str(file)) == 0
    assert ask("section", "-") == 0

    from_file, from_input = capsys.readouterr().out.splitlines()
    assert from_file == from_input
    assert from_file.startswith("खेल (")


@pytest.mark.parametrize("story", ["404", "nowhere.txt"])
def test_a_story_that_is_not_there_is_refused_in_one_line(ask: Ask, story: str) -> None:
    with pytest.raises(Refusal, match=story) as refusal:
        ask("section", story)

    assert "\n" not in str(refusal.value)
