"""Many stories move in by several processes: what they do there needs neither Django nor tables."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.intake.moving import KHABAR, item, moved_in, wxr

from harkara.intake.moving.together import CHUNK, each
from harkara.newsroom.models import LiveStory

READING = "import harkara.intake.moving.preparing, harkara.intake.sources.wxr.drafting"
GHOST = "import harkara.intake.sources.ghost.drafting"


@pytest.mark.parametrize("imports", [READING, GHOST])
def test_an_archive_is_read_without_django_being_set_up(imports: str) -> None:
    asked = f"{imports}; from django.apps import apps; assert not apps.app_configs"

    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    found = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, env=environ, check=False
    )

    assert (found.returncode, found.stderr) == (0, "")


def test_what_is_made_comes_in_order_beside_what_it_is_made_of() -> None:
    numbers = list(range(230))
    chunks = [numbers[start : start + CHUNK] for start in range(0, 230, CHUNK)]

    with patch("harkara.intake.moving.together.FEW", 10):
        made = list(each(partial(sorted, reverse=True), numbers, many=230))

    expected = [pair for chunk in chunks for pair in zip(chunk, chunk[::-1], strict=True)]
    assert made == expected
    assert list(each(partial(sorted, reverse=True), numbers, many=5)) == expected


@pytest.mark.usefixtures("paper")
def test_a_move_by_several_processes_is_as_one_by_one(tmp_path: Path) -> None:
    export = wxr(tmp_path, *(item(number, f"खबर {number}") for number in range(1001, 1120)))

    with patch("harkara.intake.moving.together.FEW", 10):
        several = (moved_in(KHABAR).counts, moved_in(export).counts)

    assert several[0]["live"] == 2
    assert several[1] == {"live": 119, "comments": 0}
    headlines = LiveStory.objects.order_by("number").values_list("headline", flat=True)
    assert list(headlines)[2:] == [f"खबर {number}" for number in range(1001, 1120)]
