"""An archive moves in: thousands of stories in one transaction, as if each had been published."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.forms.models import model_to_dict
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backend

from harkara.newsroom import keys, queries
from harkara.newsroom.actions import Publish, StoryDraft, file_story, publish
from harkara.newsroom.actions.bulk import file_archive
from harkara.newsroom.archive_story import ArchiveStory, as_stored
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    DeskPage,
    Entry,
    LiveStory,
    SectionPage,
    Topic,
)
from harkara.newsroom.tasks import sweep
from harkara.press.models import Key, Target

JUNE = datetime(2019, 6, 1, 6, 30, tzinfo=UTC)
BODY = ({"type": "paragraph", "value": "<p>पुल का काम पूरा हुआ।</p>"},)
OUR_OWN = ("number", "article", "revision_id", "slug")


def moved(section: SectionPage | None, days: int = 0, **said: Any) -> ArchiveStory:
    at = JUNE + timedelta(days=days)
    given = {"headline": "सोहनी नदी पर पुल बना", "address_words": "sohni-nadi-par-pul-bana"}
    return ArchiveStory(
        **{
            **given,
            "section_id": section.pk if section else None,
            "published_at": at,
            "updated_at": at,
            **said,
            "body": as_stored(said.get("body", BODY)),
        }
    )


def test_a_story_stands_as_if_it_had_been_published_here(
    desh: SectionPage, meera: Author, river: Topic
) -> None:
    said: dict[str, Any] = {
        "author_ids": (meera.pk,),
        "guests": ("अतिथि",),
        "topic_ids": (river.pk,),
    }
    (bulk,) = file_archive([moved(desh, **said)])
    filed = file_story(
        StoryDraft(headline="सोहनी नदी पर पुल बना", body=BODY, section_id=desh.pk, **said)
    )
    publish(Publish(article_id=filed.article_id, published_at=JUNE))

    ours, theirs = (LiveStory.objects.get(pk=one.number) for one in (bulk, filed))
    assert model_to_dict(ours, exclude=OUR_OWN) == model_to_dict(theirs, exclude=OUR_OWN)
    places = [
        set(Entry.objects.filter(story=one.number).values_list("kind", "ref", "published_at"))
        for one in (bulk, filed)
    ]
    assert places[0] == places[1]
    page, other = (ArticlePage.objects.get(pk=one.article_id) for one in (bulk, filed))
    assert [str(one) for one in page.bylines.all()] == [str(one) for one in other.bylines.all()]
    assert (page.slug, page.live) == (f"sohni-nadi-par-pul-bana-{bulk.number}", True)
    assert page.section == desh
    assert sweep() == 0


def test_the_tree_is_whole_and_the_desk_can_go_on(desh: SectionPage) -> None:
    file_archive([moved(desh, days) for days in range(3)])
    file_archive([moved(desh)])
    last = file_story(StoryDraft(headline="आज की खबर", section_id=desh.pk))

    assert not any(Page.find_problems())
    assert last.number == 5
    assert SectionPage.objects.get(pk=desh.pk).numchild == 5


def test_what_is_not_live_or_has_no_section_waits_with_the_desk(desh: SectionPage) -> None:
    draft, homeless = file_archive([moved(desh, live=False), moved(None)])

    assert not LiveStory.objects.exists()
    assert ArticlePage.objects.get(pk=draft.article_id).section == desh
    tray = ArticlePage.objects.get(pk=homeless.article_id).get_parent()
    assert tray.pk == DeskPage.objects.get().pk


def test_an_editor_goes_on_where_the_archive_ended(desh: SectionPage) -> None:
    (filed,) = file_archive([moved(desh)])

    publish(Publish(article_id=filed.article_id))

    story = LiveStory.objects.get()
    assert story.published_at == JUNE
    assert story.slug == filed.slug
    assert sweep() == 0


def test_listings_and_neighbours_are_marked_and_pages_are_asked_for(desh: SectionPage) -> None:
    (first,) = file_archive([moved(desh)])
    second, _third = file_archive([moved(desh, 1), moved(desh, 2)])

    names = set(Key.objects.values_list("name", flat=True))
    assert keys.neighbours(first.number) in names
    assert keys.neighbours(second.number) not in names
    assert keys.latest(keys.ListingKind.SECTION, desh.pk) in names
    assert Target.objects.filter(path=f"/desh/{second.slug}/").exists()


def test_an_old_address_leads_to_the_story(desh: SectionPage) -> None:
    cut = "/2019/06/01/%e0%a4%b8%e0%a5%8b%e0%a4%b9%e0%a4"
    (filed,) = file_archive([moved(desh, old_paths=(cut, "/?p=41"))])

    new = f"/desh/{filed.slug}/"
    assert queries.redirect_for("/2019/06/01/सोह%E0%A4/") == new
    assert queries.redirect_for("/2019/06/01/सोह%E0%A4") == new
    assert queries.redirect_for("/?p=41") == new


def test_an_old_address_in_use_stays_as_it_is(desh: SectionPage) -> None:
    (first,) = file_archive([moved(desh, old_paths=("/pul/",))])
    file_archive([moved(desh, old_paths=("/pul/", "/" + "न" * 300))])

    assert queries.redirect_for("/pul/") == f"/desh/{first.slug}/"


def test_what_refers_to_what_is_known_to_the_newsroom(desh: SectionPage, meera: Author) -> None:
    (first,) = file_archive([moved(desh)])
    reference = {"type": "also_read", "value": {"story": first.article_id, "text": ""}}
    (second,) = file_archive([moved(desh, body=(*BODY, reference), author_ids=(meera.pk,))])

    article = ArticlePage.objects.get(pk=second.article_id)
    before = set(ReferenceIndex.objects.values_list("model_path", "to_object_id"))
    ReferenceIndex.create_or_update_for_object(article)
    assert set(ReferenceIndex.objects.values_list("model_path", "to_object_id")) == before


def test_the_newsroom_finds_the_stories(desh: SectionPage) -> None:
    (filed,) = file_archive([moved(desh)])

    found = ArticlePage.objects.all().search("सोहनी")

    assert [page.pk for page in found] == [filed.article_id]


def test_many_cost_hardly_more_queries_than_few(desh: SectionPage) -> None:
    with CaptureQueriesContext(connection) as few:
        file_archive([moved(desh, days) for days in range(3)])
    with CaptureQueriesContext(connection) as many:
        file_archive([moved(desh, days) for days in range(60)])

    assert len(many) <= len(few) + 8


@pytest.mark.usefixtures("paper")
def test_nothing_is_filed_of_nothing() -> None:
    assert file_archive([]) == ()


def test_the_newsroom_s_search_has_what_wagtail_would_have_written(desh: SectionPage) -> None:
    index = get_search_backend().get_index_for_model(ArticlePage)
    file_archive([moved(desh, standfirst="सोहनी पर नया पुल"), moved(desh, headline="मेला लगा")])

    def written() -> set[tuple[object, ...]]:
        rows = index.entries.filter(content_type__model="articlepage")
        return set(rows.values_list("object_id", "title", "autocomplete", "body", "title_norm"))

    ours = written()
    index.entries.filter(content_type__model="articlepage").delete()
    index.add_items(ArticlePage, list(ArticlePage.objects.order_by("pk")))
    assert len(ours) == 2
    assert ours == written()
