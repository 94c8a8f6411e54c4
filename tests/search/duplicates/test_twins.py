"""Stories of the archive that a text repeats."""

from collections.abc import Mapping, Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from harkara.demo.stories import read as read_demo
from harkara.search.actions.sketches import forget, remember
from harkara.search.models import Print, Sketch
from harkara.search.queries.sketches import MANY, without_sketch
from harkara.search.twins import Twin, find_twins

pytestmark = pytest.mark.django_db

CLOSING = (
    "यह सामग्री समाचार एजेंसी से मिली है और परख के संपादकीय दल ने इसमें शीर्षक के सिवा कोई बदलाव नहीं किया। "
    "अपने ज़िले की ताज़ा ख़बरें, मौसम और मंडी के भाव सबसे पहले पढ़ने के लिए हमारा मुफ़्त ऐप डाउनलोड करें।"
)


class Kept(dict[int, str]):
    """An archive of texts that is remembered as it grows."""

    def __call__(self, stories: Sequence[int]) -> Mapping[int, str]:
        return {story: self[story] for story in stories if story in self}

    def keep(self, story: int, text: str) -> None:
        self[story] = text
        remember({story: text})


def paragraphs(story: int) -> list[str]:
    """Return the paragraphs of one of the demo paper's stories."""
    told = [one for one in read_demo().stories if len(texts_of(one)) >= 6]
    return texts_of(told[story])


def texts_of(story: object) -> list[str]:
    blocks = getattr(story, "body", ())
    return [block.holds["text"] for block in blocks if block.kind == "paragraph"]


@pytest.fixture
def archive() -> Kept:
    kept = Kept()
    for story in range(1, 7):
        kept.keep(story, "\n".join(paragraphs(story)))
    return kept


def only(twins: Sequence[Twin]) -> Twin:
    [twin] = twins
    return twin


def test_a_story_filed_twice_is_found_whole(archive: Kept) -> None:
    twin = only(find_twins(archive[3], archive))

    assert twin.story == 3
    assert (twin.share, twin.share_of_story) == (1.0, 1.0)


def test_a_changed_copy_is_found_with_its_passages_and_what_share_they_are(archive: Kept) -> None:
    own, foreign = paragraphs(3), paragraphs(8)
    kept = own[: len(own) // 2]
    respelled = [text.replace("ँ", "ं").replace("गई", "गयी") for text in reversed(kept)]
    text = "\n".join([foreign[0], *respelled, *foreign[1:4]])

    twin = only(find_twins(text, archive))

    assert twin.story == 3
    assert 0.3 < twin.share < 0.7
    assert 0.3 < twin.share_of_story < 0.7
    quoted = [text[one.start : one.end] for one in twin.passages]
    theirs = [archive[3][one.other_start : one.other_end] for one in twin.passages]
    assert all(any(part in paragraph for paragraph in text.splitlines()) for part in quoted)
    assert all(part in archive[3] for part in theirs)


def test_a_brief_inside_a_long_story_is_found_both_ways(archive: Kept) -> None:
    brief = paragraphs(9)[0]
    long = "\n".join([*paragraphs(9), *paragraphs(10), *paragraphs(11)])
    archive.keep(20, long)
    archive.keep(21, brief)

    assert only(find_twins(brief, archive, but_not=21)).story == 20
    twin = only(find_twins(long, archive, but_not=20))
    assert (twin.story, twin.share_of_story) == (21, 1.0)
    assert twin.share < 0.3


def test_unlike_stories_are_no_twins(archive: Kept) -> None:
    assert find_twins("\n".join(paragraphs(12)), archive) == ()
    assert find_twins("", archive) == ()
    assert find_twins("नया पुल", archive) == ()


def test_a_story_is_not_its_own_twin(archive: Kept) -> None:
    assert find_twins(archive[3], archive, but_not=3) == ()


def test_lines_that_stand_under_many_stories_make_no_twins(archive: Kept) -> None:
    for story in range(100, 100 + MANY + 4):
        archive.keep(story, f"{' '.join(f'शब्द{story}{i}' for i in range(30))}\n{CLOSING}")
    text = f"{' '.join(f'और{i}' for i in range(30))}\n{CLOSING}"

    assert find_twins(text, archive) == ()
    twin = only(find_twins(f"{archive[3]}\n{CLOSING}", archive))
    assert (twin.story, twin.share_of_story) == (3, 1.0)


def test_standing_lines_take_no_more_room_than_that_many_rows(archive: Kept) -> None:
    for story in range(100, 100 + 2 * MANY):
        archive.keep(story, CLOSING)

    assert Print.objects.filter(story__gte=100).values("story").distinct().count() == MANY
    assert without_sketch(range(100, 100 + 2 * MANY)) == set()


def test_a_story_that_changes_is_found_by_its_new_words_and_not_by_the_old(archive: Kept) -> None:
    old = archive[3]
    archive.keep(3, "\n".join(paragraphs(13)))

    assert find_twins(old, archive) == ()
    assert only(find_twins("\n".join(paragraphs(13)), archive)).story == 3


def test_a_deleted_story_is_forgotten(archive: Kept) -> None:
    forget([3])

    assert find_twins(archive[3], archive) == ()
    assert not Print.objects.filter(story=3).exists()
    assert not Sketch.objects.filter(story=3).exists()


def test_a_story_whose_text_is_gone_meanwhile_is_left_out(archive: Kept) -> None:
    text = archive.pop(3)

    assert find_twins(text, archive) == ()


def test_saving_the_same_words_again_writes_nothing(archive: Kept) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert remember({3: archive[3]}) == 0

    assert not [one for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_a_look_up_costs_one_query_however_many_stories_there_are(archive: Kept) -> None:
    with CaptureQueriesContext(connection) as asked:
        find_twins(archive[3], archive)

    assert len(asked) == 1
