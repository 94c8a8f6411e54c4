"""Numbers, slugs and addresses: a link once given never breaks."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from harkara.newsroom import queries
from harkara.newsroom.actions import Filed
from harkara.newsroom.actions.bulk import redirect_all
from harkara.newsroom.models import ArticlePage, Author, FrontPage, SectionPage


def test_every_story_has_a_number_of_its_own(filed: Callable[..., Filed]) -> None:
    numbers = [filed().number for _ in range(3)]

    assert len(set(numbers)) == 3


def test_a_number_is_never_given_again(filed: Callable[..., Filed]) -> None:
    first = filed()
    ArticlePage.objects.get(pk=first.article_id).delete()

    assert filed().number > first.number


def test_the_slug_is_roman_and_ends_in_the_number(filed: Callable[..., Filed]) -> None:
    story = filed("राजनाथ सिंह की बैठक")

    assert story.slug.startswith("rajnath-singh")
    assert story.slug.endswith(f"-{story.number}")
    assert story.slug.isascii()


def test_a_draft_s_slug_follows_its_headline(filed: Callable[..., Filed]) -> None:
    story = filed("पहला शीर्षक")
    article = ArticlePage.objects.get(pk=story.article_id)

    article.title = "दूसरा शीर्षक"
    article.save()

    assert article.slug != story.slug


def test_a_new_headline_keeps_a_published_address(live: Callable[..., ArticlePage]) -> None:
    article = live("पहला शीर्षक")
    before = queries.story_path(article.number)

    article.title = "बिलकुल दूसरा शीर्षक"
    article.save_revision().publish()

    assert queries.story_path(article.number) == before


def test_an_editor_can_change_the_words_of_an_address(live: Callable[..., ArticlePage]) -> None:
    article = live("पहला शीर्षक")

    article.address_words = "नया पता"
    article.save_revision().publish()

    assert queries.story_path(article.number) == f"/desh/naya-pata-{article.number}/"


def test_a_moved_story_changes_its_section_and_keeps_its_number(
    live: Callable[..., ArticlePage], khel: SectionPage
) -> None:
    article = live()

    article.move(SectionPage.objects.get(pk=khel.pk), pos="last-child")

    assert (queries.story_path(article.number) or "").startswith("/khel/")


def test_a_copy_gets_a_number_of_its_own(live: Callable[..., ArticlePage]) -> None:
    article = live()

    copy = article.copy(update_attrs={"title": "नकल"}, keep_live=False)

    assert copy.number != article.number
    assert copy.slug.endswith(f"-{copy.number}")


def test_a_renamed_section_s_old_address_leads_to_the_new_one(desh: SectionPage) -> None:
    desh.slug = "bharat"
    desh.save_revision().publish()

    assert queries.redirect_for("/desh/") == "/bharat/"


def test_an_address_that_leads_back_is_no_circle(desh: SectionPage) -> None:
    for slug in ("bharat", "desh"):
        desh.slug = slug
        desh.save_revision().publish()

    assert queries.redirect_for("/bharat/") == "/desh/"
    assert queries.redirect_for("/desh/") is None


@pytest.mark.parametrize("slug", ["vishay", "lekhak", "newsroom", "s"])
def test_a_section_cannot_take_an_address_of_the_site_s(paper: None, slug: str) -> None:
    front = FrontPage.objects.get()

    with pytest.raises(ValidationError, match="सुरक्षित"):
        front.add_child(instance=SectionPage(title="खंड", slug=slug))


def test_an_author_s_address_is_made_from_the_name(paper: None) -> None:
    author = Author(name="राजेश कुमार")
    author.full_clean()

    assert author.slug == "rajesh-kumar"


@pytest.mark.parametrize(
    ("path", "now"),
    [
        ("/feed/", "/feed.xml"),
        ("/feed/rss2/", "/feed.xml"),
        ("/feed/atom", "/atom.xml"),
        ("/page/3/", "/"),
        ("/desh/feed/", "/desh/feed.xml"),
        ("/desh/page/12/", "/desh/"),
        ("/category/rajya/feed/atom/", "/desh/atom.xml"),
        ("/category/rajya/page/2/", "/desh/"),
        ("/category/rajya/amp/", "/desh/"),
        ("/category/slider/feed/", "/feed.xml"),
        ("/category/nahin/feed/", None),
        ("/nahin/page/2/", None),
        ("/desh/page/x/", None),
    ],
)
def test_the_faces_that_wordpress_had_of_a_listing_lead_on(
    paper: None, path: str, now: str | None
) -> None:
    redirect_all({"/category/rajya": "/desh/", "/category/slider": "/taaza/"})

    assert queries.redirect_for(path) == now
