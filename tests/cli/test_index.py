"""`harkara index` and `harkara search`, and an index whose keeper is killed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests import running

pytestmark = running.MARKS
# Works in small batches, and says so after each of its steps.
KEEPER = """
import django
django.setup()
from harkara.newsroom.indexing import Indexer
from harkara.search import following, index
following.BATCH = 3
indexer = Indexer(index.current())
while True:
    print("more" if indexer.step() else "done", flush=True)
"""
# Has every story read anew, and takes one back.
CHANGES = """
import django
django.setup()
from django.db import transaction
from harkara.newsroom.actions import Withdraw, withdraw
from harkara.newsroom.models import LiveStory
from harkara.search.actions import note
with transaction.atomic():
    note(LiveStory.objects.values_list("pk", flat=True))
story = LiveStory.objects.order_by("pk").first()
withdraw(Withdraw(article_id=story.article_id))
print(story.headline)
"""


@pytest.fixture
def home(demo: running.Paper, tmp_path: Path) -> Path:
    """Return a copy of the demo paper that nobody serves."""
    copy = tmp_path / "home"
    shutil.copytree(demo.home, copy)
    return copy


def script(home: Path, text: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", text],
        env=running.surroundings() | {"HARKARA_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    )


def status(home: Path) -> dict[str, int]:
    told: dict[str, int] = json.loads(running.run("--home", str(home), "index", "status", "--json"))
    return told


def keep(home: Path, steps: int | None = None) -> None:
    """Keep the index for so many steps and die in the next; or until there is nothing to do."""
    with script(home, KEEPER) as keeper:
        assert keeper.stdout
        for done, line in enumerate(keeper.stdout, start=1):
            if done == steps or (steps is None and line == "done\n"):
                break
        keeper.kill()


def test_an_index_whose_keeper_is_killed_again_and_again_ends_as_the_site_is(home: Path) -> None:
    running.run("--home", str(home), "index", "make")
    with script(home, CHANGES) as changing:
        withdrawn = changing.communicate()[0].strip()
    waiting = [status(home)["waiting"]]

    for steps in (1, 2, 3):
        keep(home, steps)
        waiting.append(status(home)["waiting"])
    keep(home)

    assert sorted(waiting, reverse=True) == waiting
    assert waiting[-1] < waiting[0]
    end = status(home)
    assert (end["waiting"], end["stories"]) == (0, end["on_site"])
    found = subprocess.run(
        running.command("--home", str(home), "search", "--json", "--", f'"{withdrawn}"'),
        env=running.surroundings(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert withdrawn not in [one["headline"] for one in json.loads(found.stdout)["stories"]]


def test_without_an_index_one_line_says_what_to_do(home: Path) -> None:
    shutil.rmtree(home / "index", ignore_errors=True)

    refused = subprocess.run(
        running.command("--home", str(home), "search", "पुल"),
        env=running.surroundings(), capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert refused.returncode == 1
    assert refused.stderr.startswith("harkara: there is no index")
    assert "harkara index make" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
