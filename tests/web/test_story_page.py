"""A story's own page."""

from dataclasses import replace
from typing import Any

import pytest
from tests.web import samples
from tests.web.conftest import Newsroom, Open, Read, text_of, value

from harkara.newsroom.records import Byline, Correction, Paragraph, Source, Story
from harkara.press import priorities

NASTY = "<script>alert(1)</script><img src=x onerror=alert(1)>"
PATH = samples.STORY.path
# Parts of a story's page that only stand there if they have something to say.
OPTIONAL = (
    ".topics",
    ".corrections",
    ".source",
    ".neighbours",
    ".story__picture",
    ".dateline",
    ".byline__names",
    ".byline__reading",
    ".story__standfirst",
    ".story__kind",
)


def test_the_headline_stands_once_on_the_page(read_page: Read) -> None:
    page = read_page(PATH)

    assert text_of(page.cssselect("h1")[0]) == samples.STORY.headline
    assert text_of(page.find("body")).count(samples.STORY.headline) == 1


def test_the_breadcrumb_leads_home_through_the_section(read_page: Read) -> None:
    steps = read_page(PATH).cssselect(".crumbs a")

    assert [(text_of(step), step.get("href")) for step in steps] == [("होम", "/"), ("देश", "/desh/")]


def test_the_byline_links_authors_and_only_names_guests(read_page: Read) -> None:
    names = read_page(PATH).cssselect(".byline__name")

    assert names[0].cssselect("a")[0].get("href") == "/lekhak/meera-chauhan/"
    assert text_of(names[0]) == "मीरा चौहान जिला संवाददाता"
    assert text_of(names[1]) == "डॉ. रमा सेन"
    assert not names[1].cssselect("a")


def test_times_are_in_hindi_with_the_exact_moment_beside_them(read_page: Read) -> None:
    times = read_page(PATH).cssselect(".byline time")

    assert [time.get("datetime") for time in times] == [
        "2026-11-23T12:00:00+05:30",
        "2026-11-23T14:00:00+05:30",
    ]
    assert "23 नवंबर 2026" in text_of(times[0])


def test_a_story_that_never_changed_shows_no_second_time(read_page: Read) -> None:
    assert len(read_page(samples.BARE.path).cssselect(".byline time")) == 1


def test_the_dateline_opens_the_first_paragraph(read_page: Read) -> None:
    body = read_page(PATH).cssselect(".story__body")[0]

    assert text_of(body.cssselect("p")[0]).startswith("नौघाट सुबह")
    assert len(body.cssselect(".dateline")) == 1


def test_the_lead_picture_comes_first_and_the_others_wait(read_page: Read) -> None:
    page = read_page(PATH)

    lead = page.cssselect(".story__picture img")[0]
    others = [image for image in page.cssselect("img") if image is not lead]

    assert lead.get("fetchpriority") == "high"
    assert lead.get("loading") is None
    assert value(lead, "srcset").count("w") >= 3
    assert {image.get("loading") for image in others} == {"lazy"}
    assert "फोटो: परख" in text_of(page.cssselect(".story__picture figcaption")[0])


def test_corrections_stand_on_the_story_with_their_date(read_page: Read) -> None:
    page = read_page(PATH)

    box = page.cssselect("#corrections")[0]

    assert "460 मीटर" in text_of(box)
    assert box.cssselect("time")[0].get("datetime") == "2026-11-23T13:00:00+05:30"
    assert page.cssselect(".byline a[href='#corrections']")


def test_a_syndicated_story_credits_its_source_and_points_to_the_original(
    newsroom: Newsroom, read_page: Read
) -> None:
    newsroom.stories[42] = replace(samples.STORY, source=samples.SOURCE)

    page = read_page(PATH)

    assert page.xpath("//link[@rel='canonical']/@href") == [samples.SOURCE.url]
    assert page.xpath("//meta[@property='og:url']/@content") == [f"https://parakh.example{PATH}"]
    assert page.cssselect(".source a")[0].get("href") == samples.SOURCE.url
    assert text_of(page.cssselect(".source")[0]) == "स्रोत: घाट एजेंसी साभार"


def test_neighbours_topics_and_share_links_are_plain_links(read_page: Read) -> None:
    page = read_page(PATH)

    assert page.xpath("//nav[contains(@class, 'neighbours')]//h3/a/@href") == [
        "/desh/pul-par-bas-43/",
        "/desh/pul-par-bas-41/",
    ]
    assert page.cssselect(".topics a")[0].get("href") == "/vishay/sohni-pul/"
    hosts = [value(link, "href").split("/")[2] for link in page.cssselect(".share__link")]
    assert hosts == ["wa.me", "x.com", "t.me"]
    assert all(
        "parakh.example%2Fs%2F42" in value(link, "href") for link in page.cssselect(".share__link")
    )


def test_a_bare_story_shows_no_empty_part(read_page: Read) -> None:
    page = read_page(samples.BARE.path)

    for part in OPTIONAL:
        assert not page.cssselect(part), part


def test_open_graph_names_the_story_and_its_picture(read_page: Read) -> None:
    page = read_page(PATH)

    said = {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[@property]")}

    assert said["og:type"] == "article"
    assert said["og:title"] == samples.STORY.headline
    assert said["og:image"].startswith("https://parakh.example/s/42.jpg?v=")
    assert said["og:image:alt"] == samples.STORY.headline
    assert said["og:locale"] == "hi_IN"
    assert said["article:published_time"] == "2026-11-23T12:00:00+05:30"


def test_the_short_address_stands_there_to_be_copied(read_page: Read) -> None:
    link = read_page(PATH).cssselect(".share__short")[0]

    assert value(link, "href") == "https://parakh.example/s/42"
    assert text_of(link) == "parakh.example/s/42"


@pytest.mark.parametrize(
    "changes",
    [{"headline": "पुल बंद"}, {"section": samples.KHEL}, {"share_picture": None}],
    ids=["headline", "section", "picture"],
)
def test_a_card_that_says_something_else_has_another_address(
    newsroom: Newsroom, read_page: Read, changes: dict[str, Any]
) -> None:
    def address() -> str:
        return str(read_page(PATH).xpath("//meta[@property='og:image']/@content")[0])

    before = address()
    again = address()
    newsroom.stories[42] = replace(samples.STORY, **changes)

    assert before == again
    assert address() != before


def test_a_story_is_pressed_before_everything_else(open_page: Open) -> None:
    assert open_page(PATH).priority == priorities.STORY


@pytest.mark.parametrize(
    "story",
    [
        replace(samples.STORY, headline=NASTY),
        replace(samples.STORY, standfirst=NASTY),
        replace(samples.STORY, dateline=NASTY),
        replace(samples.STORY, bylines=(Byline(name=NASTY, role=NASTY, path=None),)),
        replace(samples.STORY, topics=(replace(samples.STORY.topics[0], name=NASTY),)),
        replace(samples.STORY, section=replace(samples.DESH, name=NASTY)),
        replace(samples.STORY, source=Source(name=NASTY, credit=NASTY, url="")),
        replace(samples.STORY, picture=replace(samples.picture(), alt=NASTY, caption=NASTY)),
        replace(samples.STORY, corrections=(Correction(text=NASTY, corrected_at=samples.NOON),)),
        replace(samples.STORY, next=replace(samples.card(43), headline=NASTY)),
    ],
)
def test_a_nasty_field_is_shown_as_text(newsroom: Newsroom, read_page: Read, story: Story) -> None:
    newsroom.stories[42] = story

    page = read_page(PATH)

    assert NASTY in text_of(page.cssselect("main")[0])
    assert not page.xpath("//@onerror | //main//script")


def test_a_nasty_paragraph_loses_all_that_could_run(newsroom: Newsroom, read_page: Read) -> None:
    html = (
        "पहला <script>alert(1)</script><a href='javascript:x' onclick='y'>कड़ी</a>"
        "<iframe src='//z'></iframe>"
    )
    newsroom.stories[42] = replace(samples.STORY, body=(Paragraph(html=html),))

    body = read_page(PATH).cssselect(".story__body")[0]

    assert not body.cssselect("script, iframe")
    assert not body.xpath(".//@onclick | .//@href[contains(., 'javascript')]")
    assert "पहला" in text_of(body)
