"""Text in an old font is read before a page is judged, by what it is and by what the page says."""

import pytest
from tests.intake.conftest import INDIA, page
from tests.text.growth import grows_with_length_only

from harkara.intake.drafts import Draft
from harkara.intake.mending import Pen
from harkara.intake.sources.paste import paste

SPAN = "<p><span style='font-family:\"{}\"'>{}</span></p>"
STORY = SPAN.format("Kruti Dev 010", "xkao ds yksx gj lky ckoM+h dh lQkbZ djrs gSaA")
AFTER = "<p>गांव के लोग अब हर साल मिलकर बावड़ी की सफाई करेंगे।</p>"


def pasted(html: str) -> Draft:
    return paste(f"<h1>बावड़ी की सफाई</h1>{STORY}{html}{AFTER}".encode(), zone=INDIA)


def last_of(html: str) -> str:
    return pasted(html).text_blocks[-2].text


@pytest.mark.parametrize("name", ["kruti-dev.txt", "chanakya.txt"])
def test_every_read_text_is_noted_with_its_font(name: str) -> None:
    draft = paste(page(name), zone=INDIA)

    raw = page(name).decode()
    assert {note.name for note in draft.repairs} == {name.removesuffix(".txt")}
    assert all(note.before in raw and note.after in note.context for note in draft.repairs)


@pytest.mark.parametrize(
    "line",
    [
        SPAN.format("Kruti Dev 010", "esy lsok"),
        SPAN.format("DevLys 010, Mangal", "esy lsok"),
        "<p><font face='Kruti Dev 010'>es</font><font face='Kruti Dev 010'>y lsok</font></p>",
        "<p style='font-family: KrutiDev'>es<b>y</b> lsok</p>",
    ],
)
def test_the_font_that_a_page_names_is_believed(line: str) -> None:
    assert last_of(line) == "मेल सेवा"


def test_a_span_in_another_font_is_not_read() -> None:
    line = SPAN.format("Kruti Dev 010", "geus <span style='font-family:Arial'>esy</span> Hkstk")

    assert last_of(line) == "हमने esy भेजा"


def test_english_in_a_span_that_names_an_old_font_stays() -> None:
    line = SPAN.format("Kruti Dev 010", "The district office will print the list next week.")

    assert "The district office will print the list" in pasted(line).text


def test_the_words_of_a_link_are_read() -> None:
    line = SPAN.format("Kruti Dev 010", "gekjh <a href='https://a.in/'>xkao dh [kcj</a> ns[ksaA")

    block = pasted(line).body[-2]

    assert getattr(block, "text", "") == "हमारी गांव की खबर देखें।"
    assert [link.text for link in getattr(block, "links", ())] == ["गांव की खबर"]


def test_tables_are_read_cell_by_cell() -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>"
    rows = row.format("xkao dk uke", 5) + row.format("xsgwa dh Qly", 7)

    text = pasted(f"<table>{rows}</table>").text

    assert "गांव का नाम | 5\nगेहूं की फसल | 7" in text


@pytest.mark.parametrize("piece", ["x", "a!", "x ", "! ", "[a", "कx"])
def test_one_word_as_long_as_a_file_costs_no_more_than_many(piece: str) -> None:
    assert grows_with_length_only(Pen().mend, piece)
