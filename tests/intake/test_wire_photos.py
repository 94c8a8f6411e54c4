"""Photos of a wire: with their story, among its text, or alone, and taken back."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.intake.test_wiring import NEWER, no_photo, put_live, sent, story
from tests.intake.wire_samples import agency, item, jpeg

from harkara.intake.actions.wiring import Outcome, take
from harkara.intake.models import Arrival, WireService
from harkara.intake.refusals import Refused
from harkara.intake.sources.wires import read_wire
from harkara.newsroom import keys
from harkara.newsroom.models import ArticlePage, Photo, SectionPage
from harkara.press.models import Key
from harkara.press.render import render

pytestmark = pytest.mark.usefixtures("paper")
NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def service(paper: None) -> WireService:
    return agency(section=SectionPage.objects.get(slug="zila"))


PICTURE: dict[str, Any] = {
    "type": "picture",
    "uri": "urn:agency.example:photo-7",
    "by": "अनिल कुमार",
    "descriptions": [{"value": "मंगलवार को खुला पुल"}],
    "renditions": [{"name": "main", "href": "https://a.example/m.jpg"}],
}


def test_a_photo_leads_the_story_with_its_caption_and_credit(service: WireService) -> None:
    stories = read_wire(item(1, associations=[PICTURE]))
    take(stories, service, at=NOON, get_photo=lambda _place: jpeg())

    photo = Photo.objects.get()
    assert (photo.caption, photo.credit, photo.alt) == (
        "मंगलवार को खुला पुल",
        "अनिल कुमार",
        "मंगलवार को खुला पुल",
    )
    assert story().picture_id == photo.pk


def test_a_photo_that_says_nothing_is_asked_what_is_written_in_it(service: WireService) -> None:
    bare = {name: value for name, value in PICTURE.items() if name not in ("by", "descriptions")}
    inside = jpeg(caption="पुल पर पहला दिन", credit="अनिल कुमार")
    stories = read_wire(item(1, associations=[bare]))

    take(stories, service, at=NOON, get_photo=lambda _place: inside)
    take(
        read_wire(item(2, NEWER, associations=[bare])),
        service,
        at=LATER,
        get_photo=lambda _: inside,
    )

    photo = Photo.objects.get()
    assert (photo.caption, photo.credit) == ("पुल पर पहला दिन", "अनिल कुमार")


def test_a_story_comes_without_a_photo_that_cannot_be_had(service: WireService) -> None:
    for data in (b"no picture", None):
        get = no_photo if data is None else (lambda _place: b"no picture")
        take(read_wire(item(1, associations=[PICTURE])), service, at=NOON, get_photo=get)

    assert story().picture_id is None
    assert "तस्वीर छोड़ दी गई" in Arrival.objects.get().note


def test_a_photo_that_is_sent_alone_is_kept_in_the_archive(service: WireService) -> None:
    stories = read_wire(json.dumps(PICTURE).encode())
    (taken,) = take(stories, service, at=NOON, get_photo=lambda _place: jpeg())

    assert taken.outcome is Outcome.PHOTO
    assert Photo.objects.get().credit == "अनिल कुमार"
    assert not ArticlePage.objects.exists()
    with pytest.raises(Refused):
        take(stories, service, at=NOON, get_photo=no_photo)


def shown() -> str:
    """Return the body of the story's page."""
    page = render(f"/zila/{story().slug}/").body.decode()
    return page[page.index("<article") : page.index("</article>")]


@pytest.fixture
def alone(service: WireService) -> Photo:
    """A photo that came alone, and that the desk put into a story twice."""
    take(read_wire(json.dumps(PICTURE).encode()), service, at=NOON, get_photo=lambda _: jpeg())
    sent(service, item(1))
    photo: Photo = Photo.objects.get()
    edited = story().get_latest_revision_as_object()
    edited.picture = photo
    edited.body = [*edited.body.raw_data, {"type": "picture", "value": {"photo": photo.pk}}]
    edited.save_revision()
    put_live()
    Arrival.objects.all().delete()
    return photo


def test_a_photo_that_came_alone_and_is_taken_back_leaves_archive_and_story(
    service: WireService, alone: Photo
) -> None:
    page = shown()
    assert page.count("<img") == 2
    photo_id = alone.pk
    killed = PICTURE | {"version": "2", "pubStatus": "canceled"}

    (taken,) = take(read_wire(json.dumps(killed).encode()), service, at=LATER, get_photo=no_photo)

    assert taken.outcome is Outcome.KILLED
    assert not Photo.objects.exists()
    assert Key.objects.get(name=keys.photo(photo_id)).changed
    assert "<img" not in shown()
    arrival = Arrival.objects.get(article=story())
    assert (arrival.state, arrival.done_at) == (Arrival.State.PHOTO, None)
    assert "वापस ले ली" in arrival.note


def test_a_photo_that_was_taken_back_does_not_come_again(
    service: WireService, alone: Photo
) -> None:
    killed = json.dumps(PICTURE | {"version": "2", "pubStatus": "canceled"}).encode()
    take(read_wire(killed), service, at=LATER, get_photo=no_photo)

    again = json.dumps(PICTURE | {"version": "1"}).encode()
    (taken,) = take(read_wire(again), service, at=LATER, get_photo=lambda _: jpeg())

    assert taken.outcome is Outcome.OLDER
    assert not Photo.objects.exists()


def several(*numbers: int) -> list[dict[str, Any]]:
    return [
        PICTURE
        | {
            "uri": f"urn:agency.example:photo-{n}",
            "descriptions": [{"value": f"तस्वीर {n}"}],
            "renditions": [{"name": "main", "href": f"https://a.example/{n}.jpg"}],
        }
        for n in numbers
    ]


def by_number(place: str) -> bytes:
    colours = {"1": "teal", "2": "plum", "3": "olive"}
    return jpeg(colour=colours[place.rpartition("/")[2].removesuffix(".jpg")])


def test_the_other_photos_of_an_item_stand_below_it_with_caption_and_credit(
    service: WireService,
) -> None:
    stories = read_wire(item(1, associations=several(1, 2, 3)))
    take(stories, service, at=NOON, get_photo=by_number)

    lead, second, third = Photo.objects.order_by("pk")
    last = story().body.raw_data[-1]
    assert story().picture_id == lead.pk
    assert last["type"] == "gallery"
    shown = [one["value"] for one in last["value"]["pictures"]]
    assert [(one["photo"], one["caption"]) for one in shown] == [
        (second.pk, "तस्वीर 2"),
        (third.pk, "तस्वीर 3"),
    ]
    assert {second.credit, third.credit} == {"अनिल कुमार"}


def test_a_second_photo_alone_is_a_picture(service: WireService) -> None:
    stories = read_wire(item(1, associations=several(1, 2)))
    take(stories, service, at=NOON, get_photo=by_number)

    last = story().body.raw_data[-1]
    assert (last["type"], last["value"]["caption"]) == ("picture", "तस्वीर 2")


def test_a_photo_that_stands_in_the_text_stays_there_and_the_lead_is_not_repeated(
    service: WireService,
) -> None:
    html = (
        "<p>पहला पैरा।</p><img src='https://a.example/2.jpg'><p>दूसरा पैरा।</p>"
        "<img src='https://a.example/1.jpg'>"
    )
    bodies = [{"contentType": "text/html", "role": "html", "value": html}]
    take(
        read_wire(item(1, bodies=bodies, associations=several(1, 2))),
        service,
        at=NOON,
        get_photo=by_number,
    )

    assert [block["type"] for block in story().body.raw_data] == [
        "paragraph",
        "picture",
        "paragraph",
    ]


def test_photos_that_come_with_a_newer_version_join_the_story(service: WireService) -> None:
    take(read_wire(item(1, associations=several(1))), service, at=NOON, get_photo=by_number)
    take(
        read_wire(item(2, NEWER, associations=several(1, 3))),
        service,
        at=LATER,
        get_photo=by_number,
    )

    newest = story().get_latest_revision_as_object()
    assert newest.body.raw_data[-1]["type"] == "picture"
    assert Photo.objects.count() == 2
