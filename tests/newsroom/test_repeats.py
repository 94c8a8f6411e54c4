"""A story that repeats another: noticed from the draft on, and settled as the desk decides."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from harkara.newsroom import queries, tasks
from harkara.newsroom.actions import Filed, Publish, Withdraw, publish, withdraw
from harkara.newsroom.actions.repeats import AboutRepeat, credit_source, merge, name_canonical
from harkara.newsroom.models import ArticlePage, Topic
from harkara.newsroom.refusals import NotLive, SameStory, SourceUnknown
from harkara.press.tasks import run_until_idle
from harkara.search.actions.sketches import forget

File = Callable[..., Filed]
PutLive = Callable[..., ArticlePage]

BRIDGE = (
    "सोहनी नदी पर बना नया पुल सोमवार को आम लोगों के लिए खोल दिया गया और पहली बस सुबह आठ बजे पार गई।",
    "पहले ग्रामीण नाव से नदी पार करते थे, बरसात में तीन महीने तक रास्ता पूरी तरह बंद रहता था।",
    "लोक निर्माण विभाग के अभियंता ने बताया कि चौड़ी सड़क और दो पटरियों वाले पुल पर अठारह करोड़ रुपये लगे।",
)
MARKET = (
    "मंडी में हल्दी का भाव इस हफ़्ते दो सौ रुपये प्रति क्विंटल चढ़कर साल के सबसे ऊंचे स्तर पर पहुंचा।",
    "व्यापारियों का कहना है कि त्योहारों की मांग और कम आवक से तेज़ी कुछ दिन और टिकेगी।",
)
ADDED = "ज़िलाधिकारी ने पुल के दोनों सिरों पर पुलिस चौकी और रोशनी का इंतज़ाम करने का आदेश भी जारी किया।"


def body(*paragraphs: str) -> tuple[dict[str, str], ...]:
    return tuple({"type": "paragraph", "value": f"<p>{one}</p>"} for one in paragraphs)


def copied(*more: str) -> tuple[dict[str, str], ...]:
    """Return the bridge's story as another desk files it, and more paragraphs."""
    return body(BRIDGE[1].replace("थे, ", "थे और "), BRIDGE[0].replace("गया", "गयी"), *more)


def newest(article_id: int) -> Any:
    return ArticlePage.objects.get(pk=article_id).get_latest_revision_as_object()


def only(found: tuple[queries.Repeat, ...]) -> queries.Repeat:
    [repeat] = found
    return repeat


def test_wire_copy_that_is_filed_twice_is_noticed_while_both_are_drafts(filed: File) -> None:
    first = filed("नया पुल खुला", body=body(*BRIDGE), source_name="भाषा", section_id=None)
    second = filed("सोहनी पर पुल चालू", body=copied(MARKET[0]))

    found = only(queries.repeats_of(second.number))

    assert (found.number, found.article_id) == (first.number, first.article_id)
    assert (found.headline, found.section, found.source_name) == ("नया पुल खुला", "", "भाषा")
    assert found.published_at is None
    assert 0.4 < found.share < 1
    assert 0.4 < found.share_of_story < 0.9
    assert [one.text.split()[0] for one in found.passages] == ["ग्रामीण", "सोहनी"]
    assert all(one.story_text in "\n".join(("नया पुल खुला", *BRIDGE)) for one in found.passages)


def test_a_live_story_says_where_and_since_when_it_stands(live: PutLive, filed: File) -> None:
    article = live("नया पुल खुला", body=body(*BRIDGE))
    copy = filed("सोहनी पर पुल चालू", body=copied())

    found = only(queries.repeats_of(copy.number))

    assert (found.section, found.published_at) == ("देश", article.first_published_at)


def test_the_newest_draft_counts_and_not_what_stood_there_before(filed: File) -> None:
    first = filed("नया पुल खुला", body=body(*BRIDGE))
    copy = filed("सोहनी पर पुल चालू", body=copied())
    story = newest(first.article_id)
    story.body = ArticlePage(body=[("paragraph", f"<p>{one}</p>") for one in MARKET]).body
    story.save_revision()

    assert queries.repeats_of(copy.number) == ()
    assert only(queries.repeats("\n".join(MARKET))).number == first.number


def test_a_deleted_story_is_repeated_no_more(filed: File) -> None:
    first = filed("नया पुल खुला", body=body(*BRIDGE))
    ArticlePage.objects.get(pk=first.article_id).delete()

    assert queries.repeats("\n".join(BRIDGE)) == ()


def test_a_story_of_an_older_version_is_remembered_by_the_sweep(filed: File) -> None:
    first = filed("नया पुल खुला", body=body(*BRIDGE))
    forget([first.number])
    assert queries.repeats("\n".join(BRIDGE)) == ()

    tasks.sweep()

    assert only(queries.repeats("\n".join(BRIDGE))).number == first.number


def test_looking_for_repeats_costs_two_queries(filed: File) -> None:
    for number in range(4):
        filed(f"नया पुल खुला {number}", body=body(*BRIDGE))

    with CaptureQueriesContext(connection) as asked:
        found = queries.repeats("\n".join(BRIDGE))

    assert (len(found), len(asked)) == (4, 2)


def test_the_copy_is_credited_to_the_source_of_the_other_in_a_draft(
    filed: File, live: PutLive
) -> None:
    first = filed("पुल", body=body(*BRIDGE), source_name="भाषा", source_credit="एजेंसी भाषा")
    copy = live("पुल चालू", body=copied())

    credit_source(AboutRepeat(article_id=copy.pk, other_id=first.article_id))

    assert (newest(copy.pk).source_name, newest(copy.pk).source_credit) == ("भाषा", "एजेंसी भाषा")
    assert ArticlePage.objects.get(pk=copy.pk).source_name == ""


def test_no_source_is_made_up(filed: File) -> None:
    first, copy = filed("पुल", body=body(*BRIDGE)), filed("पुल चालू", body=copied())

    with pytest.raises(SourceUnknown, match="स्रोत"):
        credit_source(AboutRepeat(article_id=copy.article_id, other_id=first.article_id))
    with pytest.raises(SameStory):
        credit_source(AboutRepeat(article_id=copy.article_id, other_id=copy.article_id))


def test_the_other_story_becomes_the_canonical_address(live: PutLive, filed: File) -> None:
    article = live("पुल", body=body(*BRIDGE))
    copy = filed("पुल चालू", body=copied())

    name_canonical(AboutRepeat(article_id=copy.article_id, other_id=article.pk))
    publish(Publish(article_id=copy.article_id))

    story = queries.story(copy.number)
    assert story is not None
    assert story.source is not None
    assert story.source.url.endswith(f"{queries.story_path(article.number)}")
    assert story.source.name == "परख"


def test_where_the_other_was_first_published_is_named_rather_than_here(filed: File) -> None:
    address = "https://agency.example/pul"
    first = filed("पुल", body=body(*BRIDGE), source_name="भाषा", source_url=address)
    copy = filed("पुल चालू", body=copied())

    name_canonical(AboutRepeat(article_id=copy.article_id, other_id=first.article_id))

    assert newest(copy.article_id).source_url == address


def test_a_draft_has_no_address_to_point_to(filed: File) -> None:
    first, copy = filed("पुल", body=body(*BRIDGE)), filed("पुल चालू", body=copied())

    with pytest.raises(NotLive):
        name_canonical(AboutRepeat(article_id=copy.article_id, other_id=first.article_id))


def test_merging_adds_what_only_the_copy_says_to_a_draft_of_the_other(
    live: PutLive, filed: File, river: Topic
) -> None:
    article = live("पुल", body=body(*BRIDGE))
    copy = filed("पुल चालू", body=copied(ADDED), topic_ids=(river.pk,))
    request = AboutRepeat(article_id=copy.article_id, other_id=article.pk)

    merged = merge(request)

    kept = newest(article.pk)
    assert (merged.added, merged.withdrawn) == (1, False)
    assert [block.value.source for block in kept.body][3:] == [f"<p>{ADDED}</p>"]
    assert list(kept.topics.all()) == [river]
    assert len(ArticlePage.objects.get(pk=article.pk).body) == len(BRIDGE)
    assert merge(request).added == 0


def test_the_address_of_a_live_copy_leads_to_the_story_it_was_merged_into(live: PutLive) -> None:
    article, copy = live("पुल", body=body(*BRIDGE)), live("पुल चालू", body=copied(ADDED))
    old = str(queries.story_path(copy.number))

    merged = merge(AboutRepeat(article_id=copy.pk, other_id=article.pk))

    assert merged.withdrawn
    for path in (old, f"/s/{copy.number}"):
        answer = Client().get(path)
        assert (answer.status_code, answer["Location"]) == (301, queries.story_path(article.number))


def test_the_address_follows_and_is_gone_with_the_story_it_leads_to(live: PutLive) -> None:
    article, copy = live("पुल", body=body(*BRIDGE)), live("पुल चालू", body=copied())
    old = str(queries.story_path(copy.number))
    merge(AboutRepeat(article_id=copy.pk, other_id=article.pk))
    assert Client().get(old).status_code == 301

    withdraw(Withdraw(article_id=article.pk))
    run_until_idle()

    assert Client().get(old).status_code == 410


def test_a_live_copy_is_not_merged_into_a_draft(live: PutLive, filed: File) -> None:
    first, copy = filed("पुल", body=body(*BRIDGE)), live("पुल चालू", body=copied())

    with pytest.raises(NotLive):
        merge(AboutRepeat(article_id=copy.pk, other_id=first.article_id))

    assert queries.story(copy.number) is not None
