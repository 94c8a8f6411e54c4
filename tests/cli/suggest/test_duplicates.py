"""`harkara suggest duplicates`: a story of the desk's or a text, and the stories it repeats."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from harkara.newsroom.actions import Filed

Ask = Callable[..., int]
BRIDGE = "सोहनी नदी पर बना नया पुल सोमवार को आम लोगों के लिए खोल दिया गया और पहली बस सुबह आठ बजे पार गई।"
BODY = ({"type": "paragraph", "value": f"<p>{BRIDGE}</p>"},)


def test_what_a_story_repeats_is_told_with_shares_and_passages(
    ask: Ask, filed: Callable[..., Filed], capsys: pytest.CaptureFixture[str]
) -> None:
    first, copy = filed("नया पुल खुला", body=BODY), filed("सोहनी पर पुल चालू", body=BODY)

    assert ask("duplicates", str(copy.number), "--json") == 0
    [found] = json.loads(capsys.readouterr().out)["duplicates"]
    assert (found["number"], found["headline"]) == (first.number, "नया पुल खुला")
    assert found["share"] > 0.5
    [passage] = found["passages"]
    assert passage["text"] in BRIDGE
    assert ask("duplicates", str(copy.number)) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"{first.number}  नया पुल खुला\n")
    assert "“सोहनी नदी" in told


def test_a_text_that_repeats_nothing_says_so(
    ask: Ask, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "story.txt"
    file.write_text(f"पुल खुला\n{BRIDGE}", encoding="utf-8")

    assert ask("duplicates", str(file)) == 0
    assert capsys.readouterr().out == "no story of the desk is repeated\n"
    assert ask("duplicates", str(file), "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"duplicates": []}
