"""What pages tell machines holds every property that search engines require or recommend."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import html as lxml_html
from tests.running import MARKS, Paper
from tests.validators.conftest import Pages

pytestmark = MARKS
SCHEMA = Path(__file__).parents[1] / "data" / "schemas" / "structured-data.json"
Data = dict[str, Any]


@pytest.fixture(scope="module")
def told(html_pages: Pages) -> dict[str, list[Data]]:
    """Return what each page tells machines, by the page's path."""
    return {
        path: [
            json.loads(script.text or "")
            for script in lxml_html.document_fromstring(page.body.decode()).xpath(
                "//script[@type='application/ld+json']"
            )
        ]
        for path, page in html_pages.items()
    }


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    read = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(read)
    return jsonschema.Draft202012Validator(read)


def test_all_that_is_told_keeps_to_the_schema(
    told: dict[str, list[Data]], schema: jsonschema.Draft202012Validator
) -> None:
    wrong = [
        f"{path}: {data['@type']}: {error.json_path}: {error.message}"
        for path, all_data in told.items()
        for data in all_data
        for error in schema.iter_errors(data)
    ]

    assert wrong == []


def test_no_page_tells_one_thing_twice(told: dict[str, list[Data]]) -> None:
    for path, all_data in told.items():
        kinds = Counter(data["@type"] for data in all_data)

        assert [kind for kind, count in kinds.items() if count > 1] == [], path


def test_the_paper_tells_of_its_stories_its_places_and_itself(
    told: dict[str, list[Data]],
) -> None:
    kinds = Counter(data["@type"] for all_data in told.values() for data in all_data)

    assert kinds["NewsArticle"] >= 50
    assert kinds["BreadcrumbList"] > kinds["NewsArticle"]
    assert kinds["NewsMediaOrganization"] >= 1
    assert kinds["ProfilePage"] >= 1


def test_steps_of_a_breadcrumb_are_numbered_and_lead_from_the_front(
    told: dict[str, list[Data]], demo: Paper
) -> None:
    for all_data in told.values():
        for data in all_data:
            if data["@type"] == "BreadcrumbList":
                steps = data["itemListElement"]

                assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
                assert steps[0]["item"] == f"{demo.url}/"


def test_a_named_author_has_a_page_unless_a_guest(told: dict[str, list[Data]], demo: Paper) -> None:
    pages = {
        author["url"]
        for all_data in told.values()
        for data in all_data
        for author in data.get("author", [])
        if "url" in author
    }

    assert pages
    assert {page.removeprefix(demo.url) for page in pages} - set(told) == set()
