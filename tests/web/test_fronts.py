"""The front page, and the pages that list stories."""

from dataclasses import replace

import pytest
from tests.web import samples
from tests.web.conftest import Newsroom, Open, Page, Read, text_of, value

from harkara.newsroom.records import FrontBlock, Listing
from harkara.press import priorities


def headlines(page: Page, selector: str) -> list[str]:
    return [value(link, "href") for link in page.cssselect(f"{selector} .card__link")]


def test_the_front_shows_what_the_desk_placed_in_its_order(read_page: Read) -> None:
    page = read_page("/")

    assert headlines(page, ".front__lead") == ["/desh/pul-par-bas-1/"]
    assert headlines(page, ".front__seconds") == ["/desh/pul-par-bas-2/", "/desh/pul-par-bas-3/"]
    assert headlines(page, ".front__latest") == ["/desh/pul-par-bas-4/", "/desh/pul-par-bas-5/"]


def test_the_edition_is_dated_by_its_newest_story(read_page: Read) -> None:
    edition = read_page("/").cssselect(".masthead__edition time")[0]

    assert edition.get("datetime") == "2026-11-23"
    assert text_of(edition) == "सोमवार, 23 नवंबर 2026"


def test_other_pages_carry_no_edition_so_that_a_new_story_leaves_them_alone(
    read_page: Read,
) -> None:
    assert not read_page(samples.STORY.path).cssselect(".masthead__edition")


def test_a_section_without_stories_has_no_block(read_page: Read) -> None:
    titles = [text_of(title) for title in read_page("/").cssselect(".block__title")]

    assert titles == ["देश", "खेल"]


def test_a_front_without_stories_says_so(newsroom: Newsroom, read_page: Read) -> None:
    newsroom.front, newsroom.most_read = samples.EMPTY_FRONT, {}

    newsroom.asked.clear()
    page = read_page("/")

    assert text_of(page.cssselect(".empty")[0]).startswith("पहला अंक")
    assert not page.cssselect("section, .blocks, .front")


def test_a_colour_nobody_knows_becomes_the_plainest(newsroom: Newsroom, read_page: Read) -> None:
    loud = replace(samples.KHEL, colour='x" onclick="')
    newsroom.front = replace(
        samples.FRONT, blocks=(FrontBlock(section=loud, cards=(samples.card(9),)),)
    )

    block = read_page("/").cssselect(".block")[0]

    assert block.get("class") == "block section--slate"


def test_fronts_come_right_after_stories_at_the_press(open_page: Open) -> None:
    assert open_page("/").priority == priorities.FRONT
    assert open_page("/desh/").priority == priorities.SECTION
    assert open_page("/vishay/sohni-pul/").priority == priorities.TOPIC
    assert open_page("/feed.xml").priority == priorities.FEED
    assert open_page("/sitemap.xml").priority == priorities.SITEMAP


def test_a_section_shows_its_newest_and_leads_to_its_months(read_page: Read) -> None:
    page = read_page("/desh/")

    assert text_of(page.cssselect("h1")[0]) == "देश"
    assert len(page.cssselect(".card")) == 7
    assert page.xpath("//nav[contains(@class, 'months')]//a/@href") == [
        "/desh/2026/11/",
        "/desh/2026/10/",
    ]
    assert page.cssselect(".bar a[aria-current]")[0].get("href") == "/desh/"


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
def test_a_section_with_few_stories_has_no_empty_part(
    newsroom: Newsroom, read_page: Read, count: int
) -> None:
    newsroom.listing = Listing(cards=tuple(map(samples.card, range(1, count + 1))), months=())

    page = read_page("/desh/")

    assert len(page.cssselect(".card")) == count
    assert bool(page.cssselect(".empty")) == (count == 0)
    for part in page.cssselect(".listing__seconds, .rows, .listing__lead, .months"):
        assert text_of(part)


def test_a_month_groups_its_stories_by_day_and_leads_to_its_neighbours(read_page: Read) -> None:
    page = read_page("/desh/2026/11/")

    days = page.cssselect(".timeline__day")

    assert text_of(page.cssselect("h1")[0]) == "देश: नवंबर 2026"
    assert [day.cssselect("time")[0].get("datetime") for day in days] == [
        "2026-11-23",
        "2026-11-22",
    ]
    assert [len(day.cssselect(".card")) for day in days] == [2, 1]
    assert page.xpath("//nav[contains(@class, 'turn')]//a/@href") == ["/desh/2026/10/"]


def test_a_month_of_very_many_stories_is_an_index_without_pictures(
    newsroom: Newsroom, read_page: Read
) -> None:
    assert newsroom.month
    newsroom.month = replace(newsroom.month, cards=(samples.card(1),) * 81)

    page = read_page("/desh/2026/11/")

    assert len(page.cssselect(".timeline .card")) == 81
    assert not page.cssselect("img, .card__standfirst")


def test_a_topic_has_a_timeline_by_month_and_day(read_page: Read) -> None:
    page = read_page("/vishay/sohni-pul/")

    assert text_of(page.cssselect(".head__kind")[0]) == "विषय"
    assert [text_of(title) for title in page.cssselect(".timeline__title")] == ["नवंबर 2026"]
    assert len(page.cssselect(".timeline .card")) == 7


def test_an_author_page_shows_the_person_and_the_stories(read_page: Read) -> None:
    page = read_page("/lekhak/meera-chauhan/")

    assert text_of(page.cssselect("h1")[0]) == "मीरा चौहान"
    assert "जिला संवाददाता" in text_of(page.cssselect(".head")[0])
    assert page.cssselect(".head img")[0].get("src") == "/media/images/meera-800.webp"
    assert len(page.cssselect(".rows .card")) == 7


def test_the_corrections_log_names_story_and_date(read_page: Read) -> None:
    line = read_page("/bhool-sudhar/").cssselect(".log__line")[0]

    assert "460 मीटर" in text_of(line)
    assert line.cssselect("a")[0].get("href") == "/desh/pul-par-bas-42/"
    assert line.cssselect("time")[0].get("datetime") == "2026-11-23T13:00:00+05:30"


def test_a_log_without_corrections_says_so(newsroom: Newsroom, read_page: Read) -> None:
    newsroom.corrections = ()

    assert read_page("/bhool-sudhar/").cssselect(".empty")


def test_a_page_about_the_paper_is_cleaned_before_it_is_shown(
    newsroom: Newsroom, read_page: Read
) -> None:
    newsroom.info = replace(
        samples.INFO, html="<h2>नियम</h2><script>alert(1)</script><p onclick='x'>पहला</p>"
    )

    prose = read_page("/hamare-bare-mein/").cssselect(".prose")[0]

    assert [child.tag for child in prose] == ["h2", "p"]
    assert not prose.xpath(".//@onclick")
