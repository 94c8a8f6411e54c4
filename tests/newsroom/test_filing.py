"""A story filed from code stands as if somebody had written it in the editor, for less."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backend

from harkara.newsroom import queries
from harkara.newsroom.actions import Correct, Publish, StoryDraft, correct, file_story, publish
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    Byline,
    CorrectionNote,
    Photo,
    SectionPage,
    Topic,
)

JUNE = datetime(2026, 6, 1, 6, 30, tzinfo=UTC)
TEXT = "<p>सोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया। इससे तीस गांवों की राह आसान हुई।</p>"
BODY = ({"type": "paragraph", "value": TEXT},)
OWN = ("id", "pk", "number", "slug", "path", "url_path", "translation_key", "body", "page_ptr",
       "has_unpublished_changes", "latest_revision_created_at")  # fmt: skip
MOST_QUERIES = 25


def by_wagtail(section: SectionPage, draft: StoryDraft) -> ArticlePage:
    """File a story as Wagtail's own editor does."""
    article = ArticlePage(
        title=draft.headline,
        standfirst=draft.standfirst,
        dateline=draft.dateline,
        picture_id=draft.picture_id,
        body=json.dumps(draft.body),
        embargo_until=draft.embargo_until,
        source_name=draft.source_name,
        source_url=draft.source_url,
        owner=draft.by,
        live=False,
    )
    article.bylines = [Byline(author_id=pk) for pk in draft.author_ids] + [
        Byline(guest=name) for name in draft.guests
    ]
    article.corrections = [
        CorrectionNote(text=text, corrected_at=at) for at, text in draft.corrections
    ]
    section.add_child(instance=article)
    article.topics = list(draft.topic_ids)
    article.save_revision(user=draft.by)
    return article


def told(content: Any) -> dict[str, Any]:
    """Return what a version says, but for what is each story's own."""
    said = {name: value for name, value in content.items() if name not in OWN}
    for name in ("bylines", "corrections"):
        said[name] = [
            {key: value for key, value in one.items() if key not in ("pk", "article")}
            for one in content[name]
        ]
    said["body"] = [(one["type"], one["value"]) for one in json.loads(content["body"])]
    return said


def referred(pk: int) -> set[tuple[str, str]]:
    """Return what the page of a story refers to: at which path of its model, and to what."""
    found = ReferenceIndex.objects.filter(object_id=str(pk))
    return set(found.values_list("model_path", "to_object_id"))


@pytest.fixture
def full(desh: SectionPage, meera: Author, river: Topic, photo: Photo, editor: User) -> StoryDraft:
    other = file_story(StoryDraft(headline="पुल पर भीड़", section_id=desh.pk))
    return StoryDraft(
        headline="सोहनी नदी पर पुल खुला",
        body=(*BODY, {"type": "also_read", "value": {"story": other.article_id, "text": "भीड़"}}),
        standfirst="तीस गांवों की राह आसान",
        dateline="सोहनी",
        section_id=desh.pk,
        author_ids=(meera.pk,),
        guests=("अतिथि", "दूसरे अतिथि"),
        topic_ids=(river.pk,),
        picture_id=photo.pk,
        source_name="खबर एजेंसी",
        source_url="https://sohni.example/pul/",
        embargo_until=JUNE,
        corrections=((JUNE, "गांव तीस हैं।"), (JUNE, "पुल नया है।")),
        by=editor,
    )


def test_the_first_version_and_all_rows_are_those_that_wagtail_writes(
    desh: SectionPage, full: StoryDraft
) -> None:
    theirs = by_wagtail(desh, full)
    ours = ArticlePage.objects.get(pk=file_story(full).article_id)

    versions = [Revision.page_revisions.get(object_id=str(one.pk)) for one in (ours, theirs)]
    assert told(versions[0].content) == told(versions[1].content)
    assert [one.user for one in versions] == [full.by, full.by]
    assert ours.latest_revision == versions[0]
    assert ours.latest_revision_created_at == versions[0].created_at
    rows = [told(one.serializable_data()) for one in (ours, ArticlePage.objects.get(pk=theirs.pk))]
    own = [one.pop("latest_revision") for one in rows]
    assert rows[0] == rows[1]
    assert None not in own
    assert (ours.live, ours.has_unpublished_changes, ours.owner) == (False, True, full.by)
    assert referred(ours.pk) == referred(theirs.pk)
    kept = ("action", "label", "user", "content_changed")
    logged = [
        list(PageLogEntry.objects.filter(page=pk).values_list(*kept)) for pk in (ours.pk, theirs.pk)
    ]
    assert logged[0] == logged[1] != []
    assert not any(Page.find_problems())


def test_the_newsroom_finds_it_and_notices_its_twin(full: StoryDraft) -> None:
    filed = file_story(full)

    found = get_search_backend().search("सोहनी", ArticlePage)
    assert [one.pk for one in found] == [filed.article_id]
    repeated = queries.repeats(f"{TEXT} {TEXT}".replace("<p>", "").replace("</p>", ""))
    assert [one.number for one in repeated] == [filed.number]


def test_the_desk_goes_on_with_it(full: StoryDraft) -> None:
    filed = file_story(full)

    publish(Publish(article_id=filed.article_id))
    correct(Correct(article_id=filed.article_id, text="नदी सोहनी है।", at=JUNE.replace(month=7)))

    article = ArticlePage.objects.get(pk=filed.article_id)
    assert article.live
    assert [str(one) for one in article.corrections.all()] == [
        "गांव तीस हैं।", "पुल नया है।", "नदी सोहनी है।",
    ]  # fmt: skip
    assert [str(one) for one in article.bylines.all()] == ["मीरा चौहान", "अतिथि", "दूसरे अतिथि"]


def test_what_no_field_takes_is_refused_and_nothing_is_kept(desh: SectionPage) -> None:
    with pytest.raises(ValidationError):
        file_story(StoryDraft(headline="पुल", section_id=desh.pk, source_url="कहीं नहीं"))

    assert not ArticlePage.objects.exists()
    assert SectionPage.objects.get(pk=desh.pk).numchild == 0


def test_filing_costs_the_same_in_a_large_archive(desh: SectionPage) -> None:
    def cost(number: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            file_story(StoryDraft(headline=f"खबर {number}", body=BODY, section_id=desh.pk))
        return len(asked)

    cost(0)
    first = cost(1)
    for number in range(2, 30):
        cost(number)
    assert cost(30) == first <= MOST_QUERIES


def test_the_pictures_of_a_gallery_may_come_as_values_alone(desh: SectionPage) -> None:
    photo = Photo.objects.create(title="पुल", file="pul.jpg", width=10, height=10, alt="पुल")
    value = {"photo": photo.pk, "caption": ""}
    gallery = {"type": "gallery", "value": {"pictures": [value, {"type": "item", "value": value}]}}

    filed = file_story(StoryDraft(headline="पुल", section_id=desh.pk, body=(gallery,)))

    (block,) = ArticlePage.objects.get(pk=filed.article_id).body.raw_data
    assert [one["value"] for one in block["value"]["pictures"]] == [value, value]
    assert len({one["id"] for one in block["value"]["pictures"]}) == 2
    referred = ReferenceIndex.get_references_to(photo).count()
    assert referred == 2
