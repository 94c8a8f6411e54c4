"""What crawlers are told."""

import urllib.robotparser

import pytest
from tests.running import MARKS, Paper
from tests.validators.conftest import Pages

pytestmark = MARKS
DIRECTIVES = {"user-agent", "allow", "disallow", "sitemap"}


@pytest.fixture
def lines(pages: Pages) -> list[str]:
    """Return the lines that say something."""
    page = pages["/robots.txt"]
    assert page.content_type == "text/plain; charset=utf-8"
    stripped = (line.partition("#")[0].strip() for line in page.body.decode().splitlines())
    return [line for line in stripped if line]


def test_every_line_is_a_directive_crawlers_know(lines: list[str]) -> None:
    assert [line for line in lines if line.partition(":")[0].lower() not in DIRECTIVES] == []


def test_crawlers_may_read_the_paper_and_not_the_newsroom(
    lines: list[str], demo: Paper, html_pages: Pages
) -> None:
    robots = urllib.robotparser.RobotFileParser()
    robots.parse(lines)

    assert [path for path in html_pages if not robots.can_fetch("*", demo.url + path)] == []
    assert not robots.can_fetch("*", f"{demo.url}/newsroom/")


def test_the_sitemaps_are_named_and_there(lines: list[str], demo: Paper, pages: Pages) -> None:
    named = [line.partition(":")[2].strip() for line in lines if line.lower().startswith("sitemap")]

    assert named
    assert [pages[address.removeprefix(demo.url)].status for address in named] == [200] * len(named)
