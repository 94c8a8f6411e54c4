"""One photo of a story is taken back, and the story is not."""

import json
from typing import Any

import pytest
from tests.intake.test_wire_photos import LATER, NOON, by_number, several
from tests.intake.test_wiring import NEWER, no_photo, put_live, story
from tests.intake.wire_samples import agency, item

from harkara.intake.actions.wiring import Outcome, take
from harkara.intake.models import Arrival, WireItem, WireService
from harkara.intake.sources.wires import Status, read_wire
from harkara.newsroom.actions import StoryDraft, file_story
from harkara.newsroom.models import ArticlePage, LiveStory, Photo, SectionPage
from harkara.press.render import render

pytestmark = pytest.mark.usefixtures("paper")
MUCH_LATER = LATER.replace(hour=12)


@pytest.fixture
def service(paper: None) -> WireService:
    return agency(section=SectionPage.objects.get(slug="zila"))


@pytest.fixture
def live(service: WireService) -> WireService:
    """The wire of a story on the site with two photos: a lead, and one in its text."""
    take(read_wire(item(1, associations=several(1, 2))), service, at=NOON, get_photo=by_number)
    put_live()
    Arrival.objects.all().delete()
    assert shown() == 2
    return service


def shown() -> int:
    """Return how many photos the page of the story shows."""
    page = render(f"/zila/{LiveStory.objects.get().slug}/").body.decode()
    return page[page.index("<article") : page.index("</article>")].count("<img")


def credits_of_photos() -> list[str]:
    return sorted(Photo.objects.values_list("caption", flat=True))


def told() -> str:
    arrival = Arrival.objects.get(article=story())
    assert (arrival.state, arrival.done_at) == (Arrival.State.PHOTO, None)
    return arrival.note


@pytest.mark.parametrize("status", ["canceled", "withheld"])
@pytest.mark.parametrize("number", [1, 2])
def test_by_its_own_item(live: WireService, number: int, status: str) -> None:
    (photo,) = several(number)
    killed = photo | {"version": "2", "pubStatus": status, "edNote": "अधिकार नहीं"}

    (taken,) = take(read_wire(json.dumps(killed).encode()), live, at=LATER, get_photo=no_photo)

    assert taken.outcome is Outcome.KILLED
    assert credits_of_photos() == [f"तस्वीर {3 - number}"]
    assert shown() == 1
    assert "वापस ले ली" in told()
    assert "अधिकार नहीं" in told()


def test_by_a_version_of_the_story_that_says_so(live: WireService) -> None:
    first, second = several(1, 2)
    beside = [first, second | {"pubStatus": "canceled"}]

    take(read_wire(item(2, associations=beside)), live, at=LATER, get_photo=by_number)

    assert credits_of_photos() == ["तस्वीर 1"]
    assert shown() == 1
    assert "वापस ले ली" in told()


@pytest.mark.parametrize(("left", "seen"), [([], 0), ([1], 1), ([2], 1)])
def test_by_a_version_of_the_story_that_names_it_no_more(
    live: WireService, left: list[int], seen: int
) -> None:
    newer = item(2, NEWER, associations=several(*left))

    take(read_wire(newer), live, at=LATER, get_photo=by_number)

    assert credits_of_photos() == [f"तस्वीर {n}" for n in left]
    assert shown() == seen
    assert "वापस ले ली" in told()


def test_a_version_that_says_nothing_of_photos_takes_none_back(live: WireService) -> None:
    take(read_wire(item(2, NEWER)), live, at=LATER, get_photo=by_number)

    assert Photo.objects.count() == 2
    assert Arrival.objects.get().state == Arrival.State.UPDATED


def test_a_photo_that_cannot_be_had_again_is_not_taken_back(live: WireService) -> None:
    newer = item(2, NEWER, associations=several(1, 2))

    take(read_wire(newer), live, at=LATER, get_photo=no_photo)

    assert Photo.objects.count() == 2


def test_it_leaves_a_story_that_the_desk_has_edited(live: WireService) -> None:
    edited = story().get_latest_revision_as_object()
    edited.title = "डेस्क ने बदला"
    edited.save_revision().publish()
    (photo,) = several(2)
    killed = photo | {"version": "2", "pubStatus": "canceled"}

    take(read_wire(json.dumps(killed).encode()), live, at=LATER, get_photo=no_photo)

    assert story().title == "डेस्क ने बदला"
    assert shown() == 1


def test_a_later_version_that_still_names_it_does_not_bring_it_again(live: WireService) -> None:
    (photo,) = several(2)
    killed = photo | {"version": "2", "pubStatus": "canceled"}
    take(read_wire(json.dumps(killed).encode()), live, at=LATER, get_photo=no_photo)

    again = item(2, NEWER, associations=several(1, 2))
    take(read_wire(again), live, at=MUCH_LATER, get_photo=by_number)

    assert credits_of_photos() == ["तस्वीर 1"]
    assert shown() == 1


def test_one_that_is_taken_back_while_its_file_comes_leaves_at_once(service: WireService) -> None:
    (photo,) = several(1)
    killed = json.dumps(photo | {"version": "2", "pubStatus": "canceled"}).encode()

    def slowly(place: str) -> bytes:
        take(read_wire(killed), service, at=NOON, get_photo=no_photo)
        return by_number(place)

    take(read_wire(item(1, associations=[photo])), service, at=NOON, get_photo=slowly)

    assert not Photo.objects.exists()
    assert story().picture_id is None
    assert WireItem.objects.get(item_id=photo["uri"]).killed


def test_what_other_stories_hold_is_left_to_the_desk_when_a_version_leaves_it_out(
    live: WireService,
) -> None:
    photo = Photo.objects.get(caption="तस्वीर 2")
    other = file_story(StoryDraft(headline="दूसरी खबर", picture_id=photo.pk))

    take(read_wire(item(2, associations=several(1))), live, at=LATER, get_photo=by_number)

    assert Photo.objects.filter(pk=photo.pk).exists()
    notes = dict(Arrival.objects.values_list("article", "note"))
    assert "दूसरी खबरों में भी है" in notes[other.article_id]
    assert "दूसरी खबरों में भी है" in notes[ArticlePage.objects.get(live=True).pk]


def newsml(*items: tuple[str, str, str]) -> bytes:
    """Return a message of NewsML-G2 items: the id, the class and the status of each."""
    text = "".join(
        f'<newsItem guid="{guid}" version="{2 if status != "usable" else 1}"><itemMeta>'
        f'<itemClass qcode="ninat:{kind}"/><pubStatus qcode="stat:{status}"/></itemMeta>'
        f"<contentMeta><headline>{guid}</headline></contentMeta><contentSet>"
        f'<remoteContent href="https://a.example/{guid[-1]}.jpg" contenttype="image/jpeg"/>'
        "<inlineData>एक बात।</inlineData></contentSet></newsItem>"
        for guid, kind, status in items
    )
    head = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
    return f"{head}{text}</itemSet></newsMessage>".encode()


def test_a_message_may_take_one_photo_back_and_keep_the_others(service: WireService) -> None:
    told_first = [("khabar", "text", "usable"), ("p1", "picture", "usable")]
    first = newsml(*told_first, ("p2", "picture", "usable"))
    take(read_wire(first), service, at=NOON, get_photo=by_number)
    assert Photo.objects.count() == 2

    second = read_wire(newsml(*told_first, ("p2", "picture", "canceled")))
    take(second, service, at=LATER, get_photo=by_number)

    assert [one.status for one in second] == [Status.USABLE, Status.CANCELED]
    assert Photo.objects.get().title == "p1"
    assert story().get_latest_revision_as_object().picture_id == Photo.objects.get().pk


def test_many_photos_cost_few_queries(
    service: WireService, django_assert_max_num_queries: Any
) -> None:
    photos = read_wire(item(1, associations=several(1, 2, 3)))
    take(photos, service, at=NOON, get_photo=by_number)

    with django_assert_max_num_queries(60):
        take(photos, service, at=LATER, get_photo=by_number)
