"""Merging topics: names, stories, drafts and addresses go over, and the desk confirms it first."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from harkara.newsroom import queries
from harkara.newsroom.actions import Filed, Publish, merging, publish
from harkara.newsroom.actions.merging import SameTopic, begin_merge, go_on_merging
from harkara.newsroom.addresses import TOPICS
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import ArticlePage, Topic, TopicMerge
from harkara.newsroom.queries.listings import newest_numbers
from harkara.newsroom.refusals import TopicIsMerging
from harkara.search.sections import TextFields
from harkara.search.topics import propose


@pytest.fixture
def kosi(paper: None) -> Topic:
    return Topic.objects.create(
        name="सोहनी", slug="sohni", kind=Topic.Kind.PLACE, aliases="सोहनी नदी\nSohni"
    )


def merged(loser: Topic, keeper: Topic) -> None:
    begin_merge(loser_id=loser.pk, keeper_id=keeper.pk)
    while go_on_merging():
        pass


def test_the_topic_that_is_kept_takes_the_names_of_the_other(kosi: Topic, river: Topic) -> None:
    merged(kosi, river)

    river.refresh_from_db()
    assert river.alias_list == ("सोहनी", "Sohni")
    assert not Topic.objects.filter(pk=kosi.pk).exists()


def test_live_stories_move_to_the_topic_that_is_kept(
    live: Callable[..., ArticlePage],
    kosi: Topic,
    river: Topic,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(merging, "AT_ONCE", 2)
    stories = [live(f"खबर {turn}", topic_ids=(kosi.pk,)) for turn in range(5)]
    both = live("दोनों", topic_ids=(kosi.pk, river.pk))

    merged(kosi, river)

    assert set(newest_numbers(ListingKind.TOPIC, river.pk, 10)) == {
        *(story.number for story in stories),
        both.number,
    }
    assert newest_numbers(ListingKind.TOPIC, kosi.pk, 10) == []
    assert [topic.pk for topic in ArticlePage.objects.get(pk=both.pk).topics.all()] == [river.pk]


def test_a_draft_that_is_published_later_has_the_topic_that_is_kept(
    filed: Callable[..., Filed], live: Callable[..., ArticlePage], kosi: Topic, river: Topic
) -> None:
    draft = filed("मसौदा", topic_ids=(kosi.pk,))
    changed = live("पुरानी")
    changed.topics = [kosi]
    changed.save_revision()

    merged(kosi, river)
    publish(Publish(article_id=draft.article_id))
    publish(Publish(article_id=changed.pk))

    for pk in (draft.article_id, changed.pk):
        assert [topic.pk for topic in ArticlePage.objects.get(pk=pk).topics.all()] == [river.pk]


def test_old_addresses_lead_to_the_topic_that_is_kept(kosi: Topic, river: Topic) -> None:
    first = Topic.objects.create(name="नदी", slug="nadi", kind=Topic.Kind.PLACE)
    merged(first, kosi)

    merged(kosi, river)

    base = f"/{TOPICS}"
    for old in ("nadi", "sohni"):
        assert queries.redirect_for(f"{base}/{old}/") == f"{base}/sohni-nadi/"
    assert queries.redirect_for(f"{base}/sohni/2026-05/") == f"{base}/sohni-nadi/2026-05/"
    assert queries.redirect_for(f"{base}/sohni/feed.xml") == f"{base}/sohni-nadi/feed.xml"


def test_a_topic_is_not_merged_into_itself_nor_twice_at_once(kosi: Topic, river: Topic) -> None:
    third = Topic.objects.create(name="पुल", slug="pul", kind=Topic.Kind.THING)
    with pytest.raises(SameTopic):
        begin_merge(loser_id=kosi.pk, keeper_id=kosi.pk)

    begin_merge(loser_id=kosi.pk, keeper_id=river.pk)

    for loser, keeper in ((kosi, third), (river, third), (third, kosi)):
        with pytest.raises(TopicIsMerging):
            begin_merge(loser_id=loser.pk, keeper_id=keeper.pk)


def test_a_merge_that_was_interrupted_goes_on(
    live: Callable[..., ArticlePage], kosi: Topic, river: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "AT_ONCE", 1)
    for turn in range(3):
        live(f"खबर {turn}", topic_ids=(kosi.pk,))
    begin_merge(loser_id=kosi.pk, keeper_id=river.pk)
    go_on_merging()

    assert TopicMerge.objects.count() == 1
    assert len(newest_numbers(ListingKind.TOPIC, river.pk, 10)) == 1
    while go_on_merging():
        pass

    assert TopicMerge.objects.count() == 0
    assert len(newest_numbers(ListingKind.TOPIC, river.pk, 10)) == 3


def test_the_desk_sees_what_will_happen_and_confirms_it(
    at_the_desk: Client, kosi: Topic, river: Topic
) -> None:
    address = reverse("newsroom_merge_topic", args=[kosi.pk])
    assert at_the_desk.get(address).status_code == 200

    shown = at_the_desk.post(address, {"keeper": river.name})
    assert shown.status_code == 200
    assert "इसे पलटा नहीं जा सकता" in shown.content.decode()
    assert not TopicMerge.objects.exists()

    done = at_the_desk.post(address, {"keeper": river.name, "confirmed": "true"})
    assert done.status_code == 302
    assert TopicMerge.objects.get().keeper_id == river.pk


def test_a_wrong_choice_is_refused_in_words(at_the_desk: Client, kosi: Topic) -> None:
    address = reverse("newsroom_merge_topic", args=[kosi.pk])

    for keeper, sentence in (("कोई नहीं", "इस नाम का कोई विषय नहीं"), (kosi.name, "दूसरा विषय चुनें")):
        refused = at_the_desk.post(address, {"keeper": keeper, "confirmed": "true"})
        assert refused.status_code == 422
        assert sentence in refused.content.decode()


def test_reporters_do_not_merge_topics(client: Client, reporter: User, kosi: Topic) -> None:
    client.force_login(reporter)

    assert client.get(reverse("newsroom_merge_topic", args=[kosi.pk])).status_code == 302


def test_the_list_of_topics_leads_to_merging(at_the_desk: Client, kosi: Topic) -> None:
    page = at_the_desk.get(reverse("wagtailsnippets_newsroom_topic:list")).content.decode()

    assert reverse("newsroom_merge_topic", args=[kosi.pk]) in page


def test_a_renamed_topic_is_found_by_its_new_name_in_every_process(kosi: Topic) -> None:
    fields = TextFields(headline="कमला घाट पर मेला")
    assert propose(fields, queries.known_topics()) == ()

    kosi.name = "कमला घाट"
    kosi.save()

    assert [one.known_id for one in propose(fields, queries.known_topics())] == [kosi.pk]
