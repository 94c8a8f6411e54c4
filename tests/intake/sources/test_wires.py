"""ninjs and NewsML-G2 of every version become drafts; what holds no story is refused."""

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.intake.conftest import PAGES

from harkara.intake.drafts import DraftHeading
from harkara.intake.moments import UNTIL_LIFTED
from harkara.intake.refusals import Refused
from harkara.intake.sources.wires import Status, WireStory, read_wire

WIRES = PAGES.parent / "wires"
AGENCIES = Path(__file__).parents[4] / "shared" / "data" / "agency-formats.jsonl.gz"
NOON = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)


def story(**changes: Any) -> WireStory:
    told = json.loads((WIRES / "story.json").read_text(encoding="utf-8"))
    (found,) = read_wire(json.dumps(told | changes).encode())
    return found


def newsml(*changes: tuple[str, str]) -> bytes:
    text = (WIRES / "story.xml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def test_a_story_of_ninjs_says_all_it_says() -> None:
    found = story()

    assert (found.item_id, found.version, found.status) == (
        "urn:agency.example:pul-41",
        "1",
        Status.USABLE,
    )
    draft = found.draft
    assert (draft.headline, draft.standfirst, draft.dateline) == (
        "सोहनी नदी पर नया पुल खुला",
        "तीस गांवों की राह आसान हुई",
        "चंदरेला",
    )
    assert draft.byline == ("मीरा चौहान", "राकेश वर्मा")
    assert draft.published_at == NOON
    assert [block.text for block in draft.text_blocks] == [
        "सोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया।",
        "पुल पर बारह करोड़ रुपये खर्च हुए।",
    ]


def test_newsml_says_the_same() -> None:
    (found,) = read_wire(newsml())

    assert found.item_id == "urn:agency.example:pul-41"
    assert found.draft.headline == "सोहनी नदी पर नया पुल खुला"
    assert found.draft.byline == ("मीरा चौहान",)
    assert found.draft.dateline == "चंदरेला"
    assert found.draft.published_at == NOON
    assert [block.kind for block in found.draft.body] == ["paragraph", "heading", "paragraph"]
    assert found.draft.body[1] == DraftHeading(text="लागत")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("usable", Status.USABLE),
        ("withheld", Status.WITHHELD),
        ("canceled", Status.CANCELED),
        ("cancelled", Status.CANCELED),
        ("http://cv.iptc.org/newscodes/pubstatusg2/:canceled", Status.CANCELED),
    ],
)
def test_an_item_that_is_taken_back_says_so(said: str, status: Status) -> None:
    assert story(pubStatus=said).status is status


def test_an_item_of_newsml_that_is_taken_back_says_so() -> None:
    (found,) = read_wire(newsml(("stat:usable", "stat:withheld")))

    assert found.status is Status.WITHHELD


def test_an_embargo_is_kept_and_one_without_an_end_lasts_until_it_is_lifted() -> None:
    until = "2026-11-25T08:00:00+05:30"
    meta = "<pubStatus"
    (timed,) = read_wire(newsml((meta, f"<embargoed>{until}</embargoed>{meta}")))
    (endless,) = read_wire(newsml((meta, f"<embargoed/>{meta}")))

    assert story(embargoed=until).draft.embargo_until == datetime(2026, 11, 25, 2, 30, tzinfo=UTC)
    assert timed.draft.embargo_until == datetime(2026, 11, 25, 2, 30, tzinfo=UTC)
    assert endless.draft.embargo_until == UNTIL_LIFTED


def test_a_correction_says_what_was_wrong() -> None:
    note = "CORRECTS: पुल की लागत बारह करोड़ है, दो करोड़ नहीं"
    meta = '<pubStatus qcode="stat:usable"/>'
    signalled = f'{meta}<edNote>लागत ठीक की गई</edNote><signal qcode="sig:correction"/>'
    (newsmls,) = read_wire(newsml((meta, signalled)))

    assert story(edNote=note).draft.corrections == ((NOON, note),)
    assert newsmls.draft.corrections == ((NOON, "लागत ठीक की गई"),)
    assert story(edNote="अपडेट: नया पैरा").draft.corrections == ()


def test_a_photo_comes_with_its_caption_and_credit() -> None:
    picture = {
        "type": "picture",
        "uri": "urn:agency.example:photo-7",
        "by": "अनिल कुमार",
        "headlines": [{"value": "पुल"}],
        "descriptions": [{"value": "मंगलवार को खुला पुल"}],
        "renditions": [
            {"name": "small", "href": "https://a.example/s.jpg", "width": 200},
            {"name": "main", "href": "https://a.example/m.jpg", "width": 1600},
            {"name": "sound", "href": "https://a.example/m.mp3", "contentType": "audio/mpeg"},
        ],
    }
    withheld = picture | {"pubStatus": "withheld"}

    (photo,) = story(associations=[picture, withheld]).photos

    assert photo.places == ("https://a.example/m.jpg", "https://a.example/s.jpg")
    assert (photo.caption, photo.credit) == ("मंगलवार को खुला पुल", "अनिल कुमार")


def test_photos_of_a_message_with_one_story_are_its_photos() -> None:
    body = newsml().decode().partition("?>")[2]
    photo = (
        body.replace("ninat:text", "ninat:picture")
        .replace("pul-41", "photo-7")
        .replace("<inlineXML", '<remoteContent href="pul.jpg" contenttype="image/jpeg"/><inlineXML')
    )
    message = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        f"{body}{photo}</itemSet></newsMessage>"
    )

    (found,) = read_wire(message.encode())

    assert found.item_id.endswith("pul-41")
    assert [photo.places for photo in found.photos] == [("pul.jpg",)]


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'हा'><!ENTITY b '&a;&a;&a;&a;'>]>"
FILE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"hello",
        b"{}",
        b"[]",
        b"[1, 2]",
        b'{"uri": "x", "type": "text"',
        b"[" * 50_000,
        b'{"uri": "", "headline": "x"}',
        b'{"uri": "x", "type": "audio", "headline": "x"}',
        b"<html/>",
        b"<newsItem>",
        b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
        newsml(("<newsItem", f"{LAUGHS}<newsItem"), ("लागत", "&b;")),
        newsml(("<newsItem", f"{FILE}<newsItem"), ("लागत", "&a;")),
        b'{"uri": "x", "headline": "' + b"a" * 6_000_000 + b'"}',
    ],
    ids=range(15),
)
def test_what_is_no_item_of_a_wire_is_refused_in_one_line(raw: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_wire(raw)

    assert "\n" not in str(refused.value)
    assert "root:" not in str(refused.value)


def items() -> Iterator[tuple[str, bytes]]:
    with gzip.open(AGENCIES, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["name"], row["text"].encode()


def test_every_item_that_agencies_show_is_read_or_refused() -> None:
    if not AGENCIES.exists():
        pytest.skip(f"{AGENCIES} is not here")
    found: dict[str, tuple[WireStory, ...]] = {}
    refused = []
    for name, raw in items():
        try:
            found[name] = read_wire(raw, name)
        except Refused:
            refused.append(name)

    # Of 63: events, concepts, plans, packages, sound and film, and listings that are no whole item.
    assert (len(found), len(refused)) == (39, 24)
    read = [one for stories in found.values() for one in stories]
    assert sum(one.is_photo for one in read) == 10
    assert all(one.draft.headline or one.draft.body or one.is_photo for one in read)
    tt = found["examples/3.0/tt_text_image_3.json"][0]
    assert (len(tt.draft.text_blocks), tt.photos[0].credit) == (8, "Karl Melander/TT")


def test_the_dateline_and_the_signature_of_the_text_are_not_in_the_story() -> None:
    first = "सोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया, तीस गांवों की राह आसान हुई।"
    html = (
        f"<p>सोहनी, 24 नवंबर (भाषा) {first}</p><p>भाषा संध्या नेत्रपाल</p><p>नेत्रपाल 2411 1830 सोहनी</p>"
    )
    bodies = [{"contentType": "text/html", "value": html}]

    draft = story(bodies=bodies, located="").draft

    assert draft.text == first
    assert draft.dateline == "सोहनी"
    assert len(draft.removed) == 3


def test_a_word_to_editors_is_not_in_the_story() -> None:
    first = "सोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया, तीस गांवों की राह आसान हुई।"
    text = f"(पैरा 3 में सुधार के साथ)\nसोहनी, 24 नवंबर (भाषा) {first}\nजारी भाषा संध्या नेत्रपाल"
    headline = "(इंट्रो में बदलाव के साथ रिपीट) सोहनी नदी पर नया पुल खुला"

    draft = story(
        bodies=[{"contentType": "text/plain", "value": text}], headlines=[{"value": headline}]
    ).draft

    assert (draft.headline, draft.text) == ("सोहनी नदी पर नया पुल खुला", first)
    assert len(draft.removed) == 4


def test_brackets_that_are_the_storys_stay() -> None:
    text = "(यह कहानी सुधार गृह की है।)\nसोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया।"

    draft = story(bodies=[{"contentType": "text/plain", "value": text}]).draft

    assert draft.text == text.replace("\n", "\n\n")


@pytest.mark.parametrize(
    ("changes", "warns"),
    [
        ({"headlines": [{"value": "निरस्त: भाषा की खबर"}]}, True),
        ({"edNote": "KILL: story del41"}, True),
        ({"edNote": "कृपया इस खबर का इस्तेमाल न करें"}, True),
        ({"headlines": [{"value": "निरस्त परीक्षा फिर होगी"}]}, False),
        ({"edNote": "Kill Bill की तस्वीर साथ है"}, False),
    ],
)
def test_a_text_that_may_take_a_story_back_is_told_of(changes: dict[str, Any], warns: bool) -> None:
    told = [notice.message for notice in story(**changes).draft.notices]

    assert any("take another story back" in message for message in told) is warns


def test_the_main_headline_stands_over_the_story_wherever_it_is_told() -> None:
    short, main = "पुल खुला", "सोहनी नदी पर नया पुल खुला"
    told = [{"role": "short", "value": short}, {"role": "main", "value": main}]
    was = f"<headline>{main}</headline>"
    both = f'<headline role="hldrole:short">{short}</headline>{was}'
    (newsmls,) = read_wire(newsml((was, both)))

    assert story(headlines=told).draft.headline == main
    assert newsmls.draft.headline == main


def test_a_place_is_told_in_the_letters_of_the_text() -> None:
    first = "सोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया, तीस गांवों की राह आसान हुई।"
    bodies = [{"contentType": "text/plain", "value": f"सोहनी, 24 नवंबर (भाषा) {first}"}]

    assert story(bodies=bodies, located="Sohni").draft.dateline == "सोहनी"
    assert story(bodies=bodies, located="चंदरेला").draft.dateline == "चंदरेला"


@pytest.mark.parametrize(
    "written", ["<p>एक।</p><p>दो।</p>", "&lt;p&gt;एक।&lt;/p&gt;&lt;p&gt;दो।&lt;/p&gt;"]
)
def test_a_plain_text_that_is_marked_up_is_read_as_it_is_meant(written: str) -> None:
    draft = story(bodies=[{"contentType": "text/plain", "value": written}]).draft

    assert [block.text for block in draft.text_blocks] == ["एक।", "दो।"]


def test_blank_lines_before_a_message_do_no_harm() -> None:
    (found,) = read_wire(b"\r\n\n" + newsml())

    assert found.draft.headline == "सोहनी नदी पर नया पुल खुला"


WRAPPED = (
    "सोहनी नदी पर बना नया पुल सोमवार को आम\n"
    "लोगों के लिए खोल दिया गया, जिससे तीस\n"
    "गांवों का रास्ता छोटा हो गया।"
)


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (f"{WRAPPED}\n\nदो करोड़ रुपये खर्च हुए।", [WRAPPED.replace("\n", " "), "दो करोड़ रुपये खर्च हुए।"]),
        (f"     {WRAPPED}\n     {WRAPPED}", [WRAPPED.replace("\n", " ")] * 2),
        (
            "पहली पारी पूरी हुई।\nदूसरी पारी शुरू हुई और चाय तक चली।",
            ["पहली पारी पूरी हुई।", "दूसरी पारी शुरू हुई और चाय तक चली।"],
        ),
        ("अंक तालिका\nसोहनी 12\nनौघाट 10", ["अंक तालिका", "सोहनी 12", "नौघाट 10"]),
    ],
)
def test_lines_that_were_broken_at_a_width_are_whole_paragraphs(sent: str, read: list[str]) -> None:
    draft = story(bodies=[{"contentType": "text/plain", "value": sent}]).draft

    assert [block.text for block in draft.text_blocks] == read
