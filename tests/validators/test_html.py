"""The HTML validator has nothing to say about any page of the paper."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from tests.running import MARKS
from tests.validators.conftest import Pages

from harkara.cli.needs import validator

pytestmark = [*MARKS, pytest.mark.java]
CACHE = Path(__file__).parents[2] / ".cache"


@pytest.fixture(scope="module")
def jar() -> Path:
    """Return the validator, which `./harkara test` fetches."""
    found = validator(CACHE)
    assert found.exists(), "fetch the HTML validator first: ./harkara test"
    return found


def said_about(jar: Path, folder: Path) -> Counter[str]:
    """Return what the validator says, each with how often, errors and warnings alike."""
    command = ("java", "-jar", str(jar), "--format", "json", "--exit-zero-always", str(folder))
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    told = json.loads(done.stderr)["messages"]
    return Counter(
        f"{one['message']} — {Path(one['url']).name}: {one.get('extract', '')}" for one in told
    )


def test_every_page_is_valid(jar: Path, html_pages: Pages, tmp_path: Path) -> None:
    for number, page in enumerate(html_pages.values()):
        name = page.path.strip("/").replace("/", "_").removesuffix(".html") or "front"
        (tmp_path / f"{number:03}-{name}.html").write_bytes(page.body)

    assert said_about(jar, tmp_path) == {}


def test_a_page_that_is_not_valid_is_found(jar: Path, tmp_path: Path) -> None:
    page = '<!doctype html><html lang="hi"><title>क</title><p>ख</h2><img src="a.png">'
    (tmp_path / "broken.html").write_text(page, encoding="utf-8")

    assert said_about(jar, tmp_path)
