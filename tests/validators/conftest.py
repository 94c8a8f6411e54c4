"""The pages of the demo paper, every one of them."""

import pytest
from tests.running import Paper
from tests.validators.crawl import Answer, crawl

Pages = dict[str, Answer]


@pytest.fixture(scope="session")
def pages(demo: Paper) -> Pages:
    """Return everything that can be reached from the front page, by path."""
    return crawl(demo.url)


@pytest.fixture(scope="session")
def html_pages(pages: Pages) -> Pages:
    """Return the pages that people read."""
    return {
        path: answer
        for path, answer in pages.items()
        if answer.type == "text/html" and answer.status == 200
    }
