"""The page that tells editors what is repaired is true, and whole."""

import re
from pathlib import Path

import pytest

from harkara.text.languages import HINDI
from harkara.text.normalise import explain, plan

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "what-is-repaired.md"
ROW = re.compile(r"^\| `(\w+)` \| (.*?) \| (.*?) \| .* \|$", re.MULTILINE)
UNSEEN = re.compile("⟨U\\+([0-9A-F]{4})⟩")
BAR = "\N{REPLACEMENT CHARACTER}"  # in the place of a bar, while the row is cut at its bars


def cell(text: str) -> str:
    shown = text.replace(BAR, "|").replace("&amp;", "&")
    return UNSEEN.sub(lambda match: chr(int(match[1], 16)), shown)


ROWS = [
    (name, cell(before), cell(after))
    for name, before, after in ROW.findall(PAGE.read_text("utf-8").replace("\\|", BAR))
]


@pytest.mark.parametrize(
    ("name", "before", "after"), [row for row in ROWS if row[1] != "…"], ids=lambda text: text[:20]
)
def test_each_example_is_repaired_as_it_says(name: str, before: str, after: str) -> None:
    explained = explain(before)

    assert explained.text == after
    assert name in {repair.name for repair in explained.repairs}


def test_every_fixer_has_its_line() -> None:
    fixers = {fixer.name for stage in plan(HINDI) for fixer in stage.fixers}

    assert {name for name, _, _ in ROWS} == fixers
