"""Stories to read beside one: proposed with a reason, and placed where the section wants that."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.search.archive import settle

from harkara.newsroom import queries
from harkara.newsroom.actions import Withdraw, withdraw
from harkara.newsroom.actions.also_read import choose_due
from harkara.newsroom.documents import LiveArchive
from harkara.newsroom.indexing import Indexer
from harkara.newsroom.models import AlsoReadChoice, ArticlePage, SectionPage, Topic
from harkara.newsroom.records import AlsoRead, Paragraph
from harkara.press.tasks import run_until_idle
from harkara.press.verify import verify
from harkara.search.backends.base import Unavailable
from harkara.search.backends.memory import MemoryIndex

PutLive = Callable[..., ArticlePage]

BRIDGE = "सोहनी नदी पर बना नया पुल सोमवार को खुला और पहली बस अभियंता को लेकर पार गई।"
FLOOD = "सोहनी नदी में बाढ़ से पुराने पुल के पाये बहे तो अभियंता ने नाव से मुआयना किया।"
FERRY = "नदी के मल्लाह कहते हैं कि पुल बनने से सोहनी की नाव का काम कम होगा।"
CRICKET = "कप्तान ने शतक जड़ा और टीम चार विकेट से फाइनल में पहुंच गई।"
HOCKEY = "हॉकी की टीम शूटआउट में हारी, गोलकीपर को चोट लगी।"


def body(*paragraphs: str) -> tuple[dict[str, str], ...]:
    return tuple({"type": "paragraph", "value": f"<p>{one}</p>"} for one in paragraphs)


@pytest.fixture
def index(paper: None) -> MemoryIndex:
    return MemoryIndex()


@pytest.fixture
def choosing(desh: SectionPage) -> SectionPage:
    """Let the section देश choose by itself."""
    desh.chooses_also_read = True
    desh.save_revision().publish()
    return desh


def work(index: MemoryIndex) -> None:
    """Let a worker do what there is to do for the index."""
    indexer = Indexer(index)
    while indexer.step():
        pass


def beside(article: ArticlePage) -> list[str]:
    story = queries.story(article.number)
    assert story is not None
    return [block.card.headline for block in story.body if isinstance(block, AlsoRead)]


def related(article: ArticlePage, index: MemoryIndex) -> list[str]:
    settle(index, LiveArchive())
    return [one.headline for one in queries.related_of(article.number, index, at=timezone.now())]


def test_related_stories_come_with_their_reason(
    live: PutLive, index: MemoryIndex, river: Topic
) -> None:
    live("बाढ़", body=body(FLOOD), topic_ids=(river.pk,))
    live("शतक", body=body(CRICKET))
    article = live("पुल", body=body(BRIDGE), topic_ids=(river.pk,))
    settle(index, LiveArchive())

    [found] = queries.related_of(article.number, index, at=timezone.now())

    assert found.headline == "बाढ़"
    assert found.topics == ("सोहनी नदी",)
    assert {"अभियंता", "सोहनी"} <= set(found.words)
    assert found.path == queries.story_path(found.number)


def test_a_story_that_is_being_written_has_related_ones(
    live: PutLive, filed: Callable[..., object], index: MemoryIndex
) -> None:
    live("बाढ़", body=body(FLOOD))
    live("शतक", body=body(CRICKET))
    draft = filed("पुल", body=body(BRIDGE))
    settle(index, LiveArchive())

    number = getattr(draft, "number", 0)
    found = queries.related_of(number, index, at=timezone.now())

    assert [one.headline for one in found] == ["बाढ़"]


def test_numbers_alone_are_no_reason(live: PutLive, index: MemoryIndex) -> None:
    live("मैच", body=body("कप्तान ने 4831 दर्शकों के सामने 2974 टिकट बिकने की बात कही।"))
    article = live("सड़क", body=body("नगर निगम 4831 मीटर सड़क और 2974 मीटर नाली बनाएगा।"))

    assert related(article, index) == []


def test_neither_the_story_itself_nor_those_it_names_nor_the_dead_are_offered(
    live: PutLive, index: MemoryIndex
) -> None:
    named, gone = live("मल्लाह", body=body(FERRY)), live("बाढ़", body=body(FLOOD))
    reference = {"type": "also_read", "value": {"story": named.pk, "text": ""}}
    article = live("पुल", body=(*body(BRIDGE), reference))

    assert related(article, index) == ["बाढ़"]

    withdraw(Withdraw(article_id=gone.pk))

    assert queries.related_of(article.number, index, at=timezone.now()) == ()


def test_a_story_that_has_just_expired_is_not_offered(live: PutLive, index: MemoryIndex) -> None:
    expiring = live("बाढ़", body=body(FLOOD))
    article = live("पुल", body=body(BRIDGE))
    assert related(article, index) == ["बाढ़"]
    later = timezone.now() + timedelta(hours=2)
    expiring.expire_at = later - timedelta(hours=1)
    expiring.save_revision().publish()

    assert queries.related_of(article.number, index, at=later) == ()


def test_a_story_told_twice_is_offered_once_and_a_copy_of_the_story_never(
    live: PutLive, index: MemoryIndex
) -> None:
    live("बाढ़", body=body(FLOOD))
    live("बाढ़ फिर", body=body(FLOOD))
    live("पुल खुला", body=body(BRIDGE))
    article = live("पुल", body=body(BRIDGE))

    assert len(related(article, index)) == 1
    assert related(article, index)[0].startswith("बाढ़")


def test_without_an_index_that_is_said(live: PutLive, monkeypatch: pytest.MonkeyPatch) -> None:
    article, index = live("पुल", body=body(BRIDGE)), MemoryIndex()

    def broken(_terms: object) -> dict[str, int]:
        raise Unavailable

    monkeypatch.setattr(index, "counts", broken)

    with pytest.raises(Unavailable):
        queries.related_of(article.number, index, at=timezone.now())


def test_the_number_of_queries_does_not_grow_with_the_archive(
    live: PutLive, index: MemoryIndex, river: Topic
) -> None:
    article = live("पुल", body=body(BRIDGE), topic_ids=(river.pk,))
    live("बाढ़", body=body(FLOOD), topic_ids=(river.pk,))
    others = (FERRY, CRICKET, HOCKEY)
    costs, found = [], []
    for number in range(2):
        settle(index, LiveArchive())
        with CaptureQueriesContext(connection) as asked:
            found.append(queries.related_of(article.number, index, at=timezone.now()))
        costs.append(len(asked))
        for more, said in enumerate(others):
            live(f"नाव {number} {more}", body=body(said), topic_ids=(river.pk,))

    assert [len(one) for one in found] == [1, 4]
    assert costs[0] == costs[1]


def test_a_section_that_chooses_by_itself_places_related_stories(
    choosing: SectionPage, live: PutLive, index: MemoryIndex
) -> None:
    live("बाढ़", body=body(FLOOD))
    article = live("पुल", body=body(BRIDGE, CRICKET, HOCKEY, CRICKET))
    assert beside(article) == []

    work(index)

    assert beside(article) == ["बाढ़"]
    story = queries.story(article.number)
    assert story is not None
    kinds = [type(block) for block in story.body]
    assert kinds == [Paragraph, Paragraph, Paragraph, AlsoRead, Paragraph]


def test_a_section_that_does_not_places_none(live: PutLive, index: MemoryIndex) -> None:
    live("बाढ़", body=body(FLOOD))
    article = live("पुल", body=body(BRIDGE))

    work(index)

    assert beside(article) == []
    assert not AlsoReadChoice.objects.exists()


def test_what_an_editor_placed_is_left_alone(
    choosing: SectionPage, live: PutLive, index: MemoryIndex
) -> None:
    named = live("मल्लाह", body=body(FERRY))
    live("बाढ़", body=body(FLOOD))
    reference = {"type": "also_read", "value": {"story": named.pk, "text": ""}}
    article = live("पुल", body=(reference, *body(BRIDGE)))

    work(index)

    assert beside(article) == ["मल्लाह"]


def test_pages_are_pressed_again_with_the_choice_and_stay_as_they_are(
    choosing: SectionPage, live: PutLive, index: MemoryIndex
) -> None:
    other = live("बाढ़ का पानी", body=body(FLOOD))
    article = live("पुल", body=body(BRIDGE))
    run_until_idle()
    work(index)
    run_until_idle()
    path = queries.story_path(article.number)

    live("मल्लाह", body=body(FERRY))
    work(index)
    run_until_idle()

    assert beside(article) == ["बाढ़ का पानी"]
    assert [one for one in verify() if one.path == path] == []
    other.title = "उतरा बाढ़ का पानी"
    other.save_revision().publish()
    run_until_idle()
    assert [one for one in verify() if one.path == path] == []
    assert beside(article) == ["उतरा बाढ़ का पानी"]


def test_a_story_published_again_is_chosen_for_again(
    choosing: SectionPage, live: PutLive, index: MemoryIndex
) -> None:
    article = live("पुल", body=body(BRIDGE))
    work(index)
    assert beside(article) == []
    live("बाढ़", body=body(FLOOD))
    work(index)
    assert beside(article) == []

    newest = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    newest.save_revision().publish()
    work(index)

    assert beside(article) == ["बाढ़"]


def test_a_choice_for_a_story_published_meanwhile_stays_due(
    choosing: SectionPage, live: PutLive, index: MemoryIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    live("बाढ़", body=body(FLOOD))
    article = live("पुल", body=body(BRIDGE))
    settle(index, LiveArchive())
    AlsoReadChoice.objects.exclude(story=article.number).update(due_at=None)
    searching = index.counts

    def publish_meanwhile(terms: list[str]) -> dict[str, int]:
        AlsoReadChoice.objects.filter(story=article.number).update(due_at=timezone.now())
        return searching(terms)

    monkeypatch.setattr(index, "counts", publish_meanwhile)
    choose_due(index, timezone.now())

    assert AlsoReadChoice.objects.get(story=article.number).due_at is not None
