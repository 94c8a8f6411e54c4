"""Stories in and out of search: with the publish itself, and never before or after their time."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.search.archive import settle

from harkara.newsroom import tasks
from harkara.newsroom.actions import (
    Correct,
    Filed,
    Publish,
    Withdraw,
    correct,
    publish,
    withdraw,
)
from harkara.newsroom.documents import LiveArchive
from harkara.newsroom.models import ArticlePage, Author, SectionPage, Topic
from harkara.search.backends.memory import MemoryIndex
from harkara.search.documents import Document, Query

PutLive = Callable[..., ArticlePage]
File = Callable[..., Filed]


@pytest.fixture
def index(paper: None) -> MemoryIndex:
    made = MemoryIndex()
    settle(made, LiveArchive())
    return made


def found(index: MemoryIndex, text: str) -> list[int]:
    """Return what is found once the worker has done what there is to do."""
    settle(index, LiveArchive())
    return sorted(hit.number for hit in index.search(Query(text=text)).hits)


def document(article: ArticlePage) -> Document:
    [one] = LiveArchive().documents([article.number])
    return one


def test_a_published_story_is_found_and_a_withdrawn_one_is_not(
    index: MemoryIndex, live: PutLive
) -> None:
    article = live("सोहनी नदी पर नया पुल")
    assert found(index, "पुल") == [article.number]

    withdraw(Withdraw(article_id=article.pk))

    assert found(index, "पुल") == []


def test_a_draft_is_not_found(index: MemoryIndex, filed: File) -> None:
    filed("सोहनी नदी पर नया पुल")

    assert found(index, "पुल") == []


def test_a_corrected_headline_is_found_by_its_new_words(index: MemoryIndex, live: PutLive) -> None:
    article = live("नदी पर नया पुल")
    assert found(index, "पुल") == [article.number]

    article.title = "नदी पर नया बांध"
    article.save_revision().publish()

    assert (found(index, "पुल"), found(index, "बांध")) == ([], [article.number])


def test_a_correction_reads_the_story_anew(index: MemoryIndex, live: PutLive) -> None:
    article = live("नदी पर नया पुल")
    found(index, "पुल")

    correct(Correct(article_id=article.pk, text="पुल नहीं, बांध है।", at=timezone.now()))

    assert settle(index, LiveArchive()) == [article.number]


def test_an_embargoed_story_is_found_when_its_hour_has_come_and_not_before(
    index: MemoryIndex, filed: File
) -> None:
    noon = timezone.now() + timedelta(hours=3)
    story = filed("बजट में राहत", embargo_until=noon)
    publish(Publish(article_id=story.article_id, at=noon))
    tasks.keep_the_clock()
    assert found(index, "बजट") == []

    with time_machine.travel(noon + timedelta(seconds=1), tick=False):
        tasks.keep_the_clock()

        assert found(index, "बजट") == [story.number]


def test_a_story_whose_time_is_over_is_given_to_nobody_even_before_it_is_taken_off(
    index: MemoryIndex, filed: File
) -> None:
    evening = timezone.now() + timedelta(hours=3)
    story = filed("मेले की सूचना")
    article = ArticlePage.objects.get(pk=story.article_id).get_latest_revision_as_object()
    article.expire_at = evening
    article.save_revision().publish()
    assert found(index, "मेले") == [story.number]

    with time_machine.travel(evening, tick=False):
        assert LiveArchive().documents([story.number]) == []
        tasks.keep_the_clock()

        assert found(index, "मेले") == []


def test_a_deleted_story_is_not_found(index: MemoryIndex, live: PutLive) -> None:
    article = live("नदी पर नया पुल")
    found(index, "पुल")

    article.delete()

    assert found(index, "पुल") == []


def test_a_story_that_moved_is_found_in_its_new_section(
    index: MemoryIndex, live: PutLive, khel: SectionPage
) -> None:
    article = live("नदी पर नया पुल")
    found(index, "पुल")

    article.move(khel, pos="last-child")
    settle(index, LiveArchive())

    assert [hit.number for hit in index.search(Query(section_id=khel.pk)).hits] == [article.number]


def test_what_a_failed_publish_noted_is_undone_with_it(index: MemoryIndex, live: PutLive) -> None:
    def publish_and_fail() -> None:
        with transaction.atomic():
            live("नदी पर नया पुल")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        publish_and_fail()

    assert settle(index, LiveArchive()) == []


@pytest.mark.parametrize("field", ["name", "aliases"])
def test_the_stories_of_a_renamed_topic_are_found_by_the_new_name(
    index: MemoryIndex, live: PutLive, river: Topic, field: str
) -> None:
    articles = [live(f"पुल {n} खुला", topic_ids=(river.pk,)) for n in range(3)]
    found(index, "पुल")

    setattr(river, field, "मधुमती")
    river.save()

    assert found(index, "मधुमती") == sorted(article.number for article in articles)


def test_a_rename_costs_the_same_however_many_stories_there_are(
    index: MemoryIndex, live: PutLive, river: Topic
) -> None:
    costs = []
    for count in (1, 4):
        for n in range(count):
            live(f"पुल {count}-{n} खुला", topic_ids=(river.pk,))
        river.name = f"नदी {count}"
        with CaptureQueriesContext(connection) as asked:
            river.save()
        costs.append(len([one for one in asked if "search_" in one["sql"]]))

    assert costs[0] == costs[1]


def test_a_topics_description_is_nothing_to_search(
    index: MemoryIndex, live: PutLive, river: Topic
) -> None:
    live("पुल खुला", topic_ids=(river.pk,))
    found(index, "पुल")

    river.description = "एक नदी"
    river.save()

    assert settle(index, LiveArchive()) == []


def test_the_stories_of_a_deleted_topic_are_not_found_by_its_name(
    index: MemoryIndex, live: PutLive, river: Topic
) -> None:
    live("पुल खुला", topic_ids=(river.pk,))
    assert len(found(index, "सोहनी")) == 1

    river.delete()

    assert found(index, "सोहनी") == []


def test_the_stories_of_a_renamed_author_are_found_by_the_new_name(
    index: MemoryIndex, live: PutLive, meera: Author
) -> None:
    article = live("पुल खुला", author_ids=(meera.pk,))
    found(index, "पुल")

    meera.name = "मीरा राठौड़"
    meera.save()
    settle(index, LiveArchive())

    assert document(article).authors[0].name == "मीरा राठौड़"
    assert found(index, "राठौड़") == [article.number]


def test_a_document_holds_the_words_of_every_block_and_no_markup(live: PutLive) -> None:
    article = live("पुल खुला", standfirst="दो साल में बना।")
    article.body = [
        ("paragraph", "<p>पहला <b>अनुच्छेद</b> &amp; बाकी</p><p>दूसरा</p>"),
        ("heading", "कब बना"),
        ("pull_quote", {"text": "यह हमारा पुल है", "who": "ग्रामीण"}),
        ("fact_box", {"title": "तथ्य", "lines": ["लंबाई 400 मीटर"]}),
        ("list", {"ordered": False, "items": ["पहली बात"]}),
        ("table", {"caption": "खर्च", "lines": "साल | रुपये\n2026 | 12"}),
        (
            "social_post",
            {"author": "नगर", "network": "", "text": "बधाई", "url": "https://x.test/1"},
        ),
        ("also_read", {"story": None, "text": "दूसरी खबर"}),
    ]
    article.save_revision().publish()

    assert document(article).body == (
        "पहला अनुच्छेद & बाकी", "दूसरा", "कब बना", "यह हमारा पुल है", "ग्रामीण", "तथ्य",
        "लंबाई 400 मीटर", "पहली बात", "खर्च", "साल रुपये", "2026 12", "बधाई", "नगर",
    )  # fmt: skip


def test_documents_of_many_stories_cost_as_many_queries_as_of_one(
    live: PutLive, river: Topic, meera: Author
) -> None:
    numbers = [
        live(f"पुल {n} खुला", topic_ids=(river.pk,), author_ids=(meera.pk,)).number for n in range(5)
    ]

    assert [_cost(numbers[:1]), _cost(numbers)] == [4, 4]


def _cost(numbers: Sequence[int]) -> int:
    with CaptureQueriesContext(connection) as asked:
        LiveArchive().documents(numbers)
    return len(asked)
