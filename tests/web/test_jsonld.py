"""What pages tell machines: the properties search engines ask for, and nothing that runs."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.web import samples
from tests.web.conftest import PAGES, Newsroom, Open, Read

Data = dict[str, Any]
DataOf = Callable[[str], dict[str, Data]]


@pytest.fixture
def data_of(read_page: Read) -> DataOf:
    def read(path: str) -> dict[str, Data]:
        scripts = read_page(path).xpath("//script[@type='application/ld+json']/text()")
        return {one["@type"]: one for one in map(json.loads, scripts)}

    return read


def test_a_story_is_a_news_article_with_all_its_properties(data_of: DataOf) -> None:
    article = data_of(samples.STORY.path)["NewsArticle"]

    assert article["headline"] == samples.STORY.headline
    assert article["datePublished"] == "2026-11-23T12:00:00+05:30"
    assert article["dateModified"] == "2026-11-23T14:00:00+05:30"
    assert article["author"][0] == {
        "@type": "Person",
        "name": "मीरा चौहान",
        "url": "https://parakh.example/lekhak/meera-chauhan/",
    }
    assert article["publisher"]["@type"] == "NewsMediaOrganization"
    assert article["publisher"]["logo"]["url"].startswith("https://parakh.example/assets/icon-")
    assert article["image"][0] == "https://parakh.example/media/images/share.jpg"
    assert article["articleSection"] == "देश"
    assert article["inLanguage"] == "hi"
    assert article["mainEntityOfPage"]["@id"] == f"https://parakh.example{samples.STORY.path}"
    assert article["correction"][0]["text"] == "पहले लंबाई 460 मीटर लिखी थी।"
    assert article["correction"][0]["datePublished"] == "2026-11-23T13:00:00+05:30"


def test_a_bare_story_still_has_the_required_properties(data_of: DataOf) -> None:
    article = data_of(samples.BARE.path)["NewsArticle"]

    assert {"headline", "datePublished", "author", "publisher"} <= set(article)
    assert article["author"][0]["name"] == samples.SITE.name
    assert not {"image", "correction", "keywords", "description"} & set(article)


def test_a_syndicated_story_says_what_it_is_based_on(newsroom: Newsroom, data_of: DataOf) -> None:
    newsroom.stories[42] = replace(samples.STORY, source=samples.SOURCE)

    assert data_of(samples.STORY.path)["NewsArticle"]["isBasedOn"] == samples.SOURCE.url


def test_breadcrumbs_are_numbered_and_whole(data_of: DataOf) -> None:
    steps = data_of(samples.STORY.path)["BreadcrumbList"]["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "होम", "https://parakh.example/"),
        (2, "देश", "https://parakh.example/desh/"),
    ]


def test_the_front_introduces_the_paper(data_of: DataOf) -> None:
    front = data_of("/")

    assert front["NewsMediaOrganization"]["name"] == samples.SITE.name
    assert (
        front["NewsMediaOrganization"]["correctionsPolicy"]
        == "https://parakh.example/bhool-sudhar/"
    )
    assert front["WebSite"]["publisher"] == {"@id": front["NewsMediaOrganization"]["@id"]}


def test_an_author_page_introduces_the_person(data_of: DataOf) -> None:
    person = data_of("/lekhak/meera-chauhan/")["ProfilePage"]["mainEntity"]

    assert (person["name"], person["jobTitle"]) == ("मीरा चौहान", "जिला संवाददाता")


def test_a_topic_page_says_what_it_is_about_under_all_its_names(data_of: DataOf) -> None:
    about = data_of("/vishay/sohni-pul/")["CollectionPage"]["about"]

    assert (about["@type"], about["name"]) == ("Thing", "सोहनी पुल")
    assert about["alternateName"] == ["Sohni Pul"]


def test_nothing_in_the_data_can_end_its_script(
    newsroom: Newsroom, open_page: Open, data_of: DataOf
) -> None:
    nasty = "</script><script>alert(1)</script><!-- &amp;\u2028"
    newsroom.stories[42] = replace(samples.STORY, headline=nasty)

    body = open_page(samples.STORY.path).body.decode()

    assert "<script>alert" not in body
    assert data_of(samples.STORY.path)["NewsArticle"]["headline"] == nasty


@pytest.mark.parametrize("path", PAGES)
def test_all_data_of_every_page_is_json_with_whole_addresses(data_of: DataOf, path: str) -> None:
    for one in data_of(path).values():
        assert one["@context"] == "https://schema.org"
        for address in (one.get("url"), one.get("@id")):
            assert address is None or address.startswith("https://parakh.example/")
