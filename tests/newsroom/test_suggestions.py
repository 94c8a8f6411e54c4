"""What is suggested for a story, and what becomes of it when the desk decides."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.newsroom.test_repeats import BRIDGE, MARKET, body, copied, newest

from harkara.newsroom.actions import Filed
from harkara.newsroom.actions.suggesting import (
    Decision,
    GoneMeanwhile,
    LiveStoryMoves,
    accept,
    note_accepted,
    reject,
)
from harkara.newsroom.documents import LiveArchive
from harkara.newsroom.models import ArticlePage, Rejection, SectionPage, Suggested, Topic
from harkara.newsroom.queries.suggesting import Suggestions, suggestions_for, written_in
from harkara.newsroom.refusals import NotLive
from harkara.search import index
from harkara.search.actions.learned import put_in_use
from harkara.search.following import rebuild
from harkara.search.models import Lesson
from harkara.search.queries import learned
from harkara.search.sections import TextFields

File = Callable[..., Filed]
PutLive = Callable[..., ArticlePage]
MATCH = "खिलाड़ी ने टूर्नामेंट के सेमीफाइनल मैच में गेंदबाज की गेंद पर चौका मारा"


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """Keep the index in a folder of the test's own; there is none yet."""
    settings.SEARCH_INDEX = str(tmp_path / "index")
    yield Path(settings.SEARCH_INDEX)
    index.current().close()
    index._index.cache_clear()


@pytest.fixture
def indexed(home: Path) -> Callable[[], None]:
    """Bring what is live into the index."""

    def make() -> None:
        rebuild(index.current(), LiveArchive())

    return make


def suggested(article_id: int) -> Suggestions:
    article = ArticlePage.objects.get(pk=article_id)
    written = written_in(article.get_latest_revision_as_object())
    return suggestions_for(article, written, index.current(), at=timezone.now())


def decision(filed: Filed, kind: Suggested, ref: object, **more: object) -> Decision:
    fields = TextFields(headline=MATCH)
    values = {"article_id": filed.article_id, "kind": kind, "ref": str(ref), "fields": fields}
    return Decision(**(values | more))  # type: ignore[arg-type]  # of many kinds


def test_section_topics_and_stories_to_read_are_suggested(
    live: PutLive, filed: File, indexed: Callable[[], None], khel: SectionPage, river: Topic
) -> None:
    market = live("मंडी में हल्दी का भाव चढ़ा", body=body(*MARKET))
    live("पुल खुला", body=body(*BRIDGE))
    indexed()
    match = suggested(filed(MATCH, body=body("सोहनी नदी के किनारे " + MARKET[1])).article_id)

    assert match.section is not None
    assert match.section.section.id == khel.pk
    assert [one.known_id for one in match.topics] == [river.pk]
    assert market.number in [one.number for one in match.also_read]
    assert match.has_index
    assert match.has_model


def test_what_the_story_has_already_is_not_suggested(
    live: PutLive, filed: File, indexed: Callable[[], None], khel: SectionPage, river: Topic
) -> None:
    market = live("मंडी में हल्दी का भाव चढ़ा", body=body(*MARKET))
    live("पुल खुला", body=body(*BRIDGE))
    indexed()
    reference = {"type": "also_read", "value": {"story": market.pk, "text": ""}}
    story = filed(
        MATCH,
        body=(*body("सोहनी नदी के किनारे " + MARKET[1]), reference),
        section_id=khel.pk,
        topic_ids=(river.pk,),
    )

    found = suggested(story.article_id)

    assert (found.section, found.topics) == (None, ())
    assert market.number not in [one.number for one in found.also_read]


def test_a_rejection_is_remembered_for_that_story_alone(
    filed: File, indexed: Callable[[], None], khel: SectionPage, river: Topic
) -> None:
    indexed()
    text = "सोहनी नदी पर जिलाधिकारी रेवती गोखले ने कहा"
    first, second = (filed(MATCH, body=body(text)) for _ in range(2))
    was = suggested(first.article_id)
    assert [one.name for one in was.new_topics] == ["रेवती गोखले"]

    reject(decision(first, Suggested.SECTION, khel.pk))
    reject(decision(first, Suggested.TOPIC, river.pk))
    reject(decision(first, Suggested.NEW_TOPIC, "रेवती गोखले"))
    reject(decision(first, Suggested.NEW_TOPIC, "रेवती गोखले"))

    now, other = suggested(first.article_id), suggested(second.article_id)
    assert (now.section, now.topics, now.new_topics) == (None, (), ())
    assert other.section is not None
    assert len(other.topics) == 1
    assert Rejection.objects.count() == 3


def test_a_story_that_is_another_one_is_named_a_copy_no_more(filed: File, home: Path) -> None:
    first = filed("नया पुल खुला", body=body(*BRIDGE))
    copy = filed("सोहनी पर पुल चालू", body=copied())
    assert [one.number for one in suggested(copy.article_id).repeats] == [first.number]

    reject(decision(copy, Suggested.REPEAT, first.number))

    assert suggested(copy.article_id).repeats == ()


def test_the_learner_hears_what_the_desk_takes_and_refuses(filed: File, khel: SectionPage) -> None:
    story = filed(MATCH)

    reject(decision(story, Suggested.SECTION, khel.pk))
    assert not Lesson.objects.get().belongs
    note_accepted(decision(story, Suggested.SECTION, khel.pk))

    lesson = Lesson.objects.get()
    assert (lesson.document, lesson.section, lesson.belongs) == (story.number, khel.pk, True)
    assert lesson.headline == MATCH


def test_the_words_of_an_address_are_suggested_once_it_stopped_to_follow_the_headline(
    live: PutLive, filed: File, home: Path
) -> None:
    draft = filed("नया पुल खुला")
    article = live("नया पुल खुला")
    for pk in (draft.article_id, article.pk):
        story = newest(pk)
        story.title = "सोहनी नदी का पुल बंद"
        story.save_revision()

    assert suggested(draft.article_id).address is None
    found = suggested(article.pk).address
    assert found is not None
    assert (found.words, found.present) == ("sohni-nadi-ka-pul-band", "naya-pul-khula")
    assert found.breaks

    published = Filed(article_id=article.pk, number=article.number, slug=article.slug)
    accept(decision(published, Suggested.ADDRESS, found.words))
    assert newest(article.pk).address_words == found.words
    assert suggested(article.pk).address is None


@pytest.mark.parametrize("broken", [False, True])
def test_without_an_index_the_rest_is_suggested_and_it_is_said(
    filed: File, indexed: Callable[[], None], home: Path, khel: SectionPage, broken: bool
) -> None:
    if broken:
        indexed()
        index.current().close()
        for meta in home.rglob("meta.json"):
            meta.write_text("{टूटा")
    else:
        shutil.rmtree(home, ignore_errors=True)

    found = suggested(filed(MATCH).article_id)

    assert (found.also_read, found.has_index) == ((), False)
    assert found.section is not None
    assert found.headline


def test_without_a_model_the_lexicon_speaks_and_it_is_said(
    filed: File, indexed: Callable[[], None], khel: SectionPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed()
    monkeypatch.setattr(learned, "_in_use", {})
    learned.standing(learned.SECTIONS)
    from harkara.search.actions.learned import renew

    renew(learned.SECTIONS)
    put_in_use(learned.SECTIONS, {"head": b"\x00"}, followed=1)

    found = suggested(filed(MATCH).article_id)

    assert not found.has_model
    assert found.section is not None
    assert found.section.section.id == khel.pk


def test_an_accepted_section_moves_a_draft_and_never_a_live_story(
    live: PutLive, filed: File, khel: SectionPage
) -> None:
    draft, article = filed(MATCH), live("पुल")

    accept(decision(draft, Suggested.SECTION, khel.pk))
    section = ArticlePage.objects.get(pk=draft.article_id).section
    assert section == khel

    published = Filed(article_id=article.pk, number=article.number, slug=article.slug)
    with pytest.raises(LiveStoryMoves):
        accept(decision(published, Suggested.SECTION, khel.pk))


def test_accepted_topics_come_into_a_draft_and_new_ones_are_made(filed: File, river: Topic) -> None:
    story = filed(MATCH)

    accept(decision(story, Suggested.TOPIC, river.pk))
    accept(decision(story, Suggested.NEW_TOPIC, "रेवती गोखले", topic_kind="person"))

    names = {topic.name: topic.kind for topic in newest(story.article_id).topics.all()}
    assert names == {river.name: "place", "रेवती गोखले": "person"}


@pytest.mark.parametrize(("after", "place"), [(1, 1), (None, 2), (99, 2)])
def test_a_story_to_read_is_placed_where_the_editor_says(
    live: PutLive, filed: File, after: int | None, place: int
) -> None:
    article, story = live("पुल"), filed(MATCH, body=body(*MARKET))

    accept(decision(story, Suggested.ALSO_READ, article.number, after=after))

    blocks = list(newest(story.article_id).body.raw_data)
    assert [block["type"] for block in blocks].index("also_read") == place
    assert blocks[place]["value"]["story"] == article.pk


def test_what_is_gone_cannot_be_taken(filed: File) -> None:
    story = filed(MATCH)

    for kind in (Suggested.SECTION, Suggested.TOPIC):
        for ref in ("0", "क", "9" * 30):
            with pytest.raises(GoneMeanwhile):
                accept(decision(story, kind, ref))
    with pytest.raises(NotLive):
        accept(decision(story, Suggested.ALSO_READ, 999))
    assert not Rejection.objects.exists()


def test_suggestions_cost_as_many_queries_for_many_topics_and_repeats_as_for_few(
    live: PutLive, filed: File, indexed: Callable[[], None], river: Topic
) -> None:
    live("मंडी में हल्दी का भाव चढ़ा", body=body(*MARKET), topic_ids=(river.pk,))
    live("पुल खुला", body=body(*BRIDGE), topic_ids=(river.pk,))
    copy = filed("सोहनी नदी पर पुल चालू", body=copied(MARKET[0], "जिलाधिकारी रेवती गोखले ने कहा।"))
    indexed()

    def cost() -> int:
        suggested(copy.article_id)
        with CaptureQueriesContext(connection) as asked:
            suggested(copy.article_id)
        return len(asked)

    few = cost()
    for turn in range(5):
        Topic.objects.create(name=f"हल्दी {turn}", slug=f"haldi-{turn}", kind=Topic.Kind.THING)
        live(f"पुल पर {turn} बसें", body=body(*BRIDGE), topic_ids=(river.pk,))
        live(f"हल्दी का भाव {turn} बार चढ़ा", body=body(*MARKET), topic_ids=(river.pk,))
    indexed()

    assert cost() <= few
    assert few <= 30
