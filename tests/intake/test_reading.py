"""What is handed in: text in any of its encodings, and one clear line for everything else."""

import base64
import io
import quopri
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.intake.conftest import INDIA

from harkara.intake.refusals import Refused
from harkara.intake.sources.paste import MOST_LINES, paste, read_file, read_stream
from harkara.intake.sources.paste.reading import MOST_BYTES

STORY = (
    "सोहनी पर नया पुल खुला, मंडी का रास्ता छोटा हुआ\n\n"
    "नौघाट में सोहनी नदी पर बना नया पुल सोमवार सुबह आम लोगों के लिए खोल दिया गया।\n"
)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"", "it is empty"),
        (b" \n\t\r\n\xe2\x80\x8b \xef\xbb\xbf\n", "it is empty"),
        (b"<html><head><title>x</title></head><body> <p>&nbsp;</p></body></html>", "it is empty"),
        (b"<script>alert(1)</script>", "it is empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "this is a PDF"),
        (b"\n%PDF-1.4 junk before", "this is a PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "this is a zip, or no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an old Word file"),
        (b"{\\rtf1\\ansi", "this is an RTF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this is a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "this is a picture"),
        (b"GIF89a\x01\0", "this is a picture"),
        (b"\x1f\x8b\x08\0", "this is a compressed file"),
        (b"Rar!\x1a\x07\x01\0", "this is a compressed file"),
        (b"%!PS-Adobe-3.0\n", "this is a page ready for print"),
        (b"\xd0\xcf\x11\xe0" + "InPage100".encode("utf-16-le"), "this is an InPage file"),
        (bytes(range(256)) * 4, "this is not text"),
        (b"\0\x01\x02\x03" * 100, "this is not text"),
        (bytes(range(0x80, 0xFF)) * 40, "the text is not in UTF-8"),
        (b"a\n" * (MOST_LINES + 1) + STORY.encode(), "more than 20000 lines"),
    ],
)
def test_what_is_no_story_is_refused_in_one_line(raw: bytes, line: str) -> None:
    with pytest.raises(Refused) as refusal:
        paste(raw, zone=INDIA)

    assert refusal.value.message.partition(":")[0] % refusal.value.values == line.partition(":")[0]
    assert "\n" not in str(refusal.value)


def test_fifty_megabytes_are_refused_before_they_are_read() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= MOST_BYTES + 1
            self.given += size
            return b"\xe0\xa4\x95" * (size // 3 + 1)

    endless = Endless()
    with pytest.raises(Refused, match="5"):
        read_stream(endless)  # type: ignore[arg-type]  # a stream that never ends, for this test

    assert endless.given <= MOST_BYTES + 1


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(Refused) as refusal:
            read_file(path)
        assert str(path) in str(refusal.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_story_is_read_in_every_unicode_encoding(encoding: str) -> None:
    draft = paste(STORY.encode(encoding), zone=INDIA)

    assert draft.headline == STORY.splitlines()[0]
    assert draft.text == STORY.splitlines()[2]
    assert not draft.damaged


def test_a_page_that_declares_its_encoding_is_read_in_it() -> None:
    page = "<meta charset=windows-1252><h1>New bridge over the river opened – at last</h1>"

    draft = paste(page.encode("cp1252"), zone=INDIA)

    assert draft.headline == "New bridge over the river opened – at last"


def test_a_broken_character_is_shown_and_told_with_its_line() -> None:
    raw = STORY.encode()
    cut = raw.index("सोमवार".encode()) + 1

    draft = paste(raw[:cut] + raw[cut + 1 :], zone=INDIA)

    assert draft.damaged
    assert "\N{REPLACEMENT CHARACTER}" in draft.text
    assert [notice.values["line"] for notice in draft.notices] == [3]
    assert draft.origin.raw == raw[:cut] + raw[cut + 1 :]


def test_the_bytes_are_kept_exactly_as_they_came() -> None:
    raw = b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode()

    assert paste(raw, zone=INDIA).origin.raw == raw


def mail(body: bytes, *fields: str) -> bytes:
    head = ("From: ramesh@sohni.example", "Subject: khabar", "MIME-Version: 1.0", *fields)
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


@pytest.mark.parametrize(
    "message",
    [
        mail(
            base64.encodebytes(STORY.encode()),
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: base64",
        ),
        mail(
            quopri.encodestring(STORY.encode()),
            "Content-Type: text/plain",
            "Content-Transfer-Encoding: quoted-printable",
        ),
    ],
)
def test_the_words_of_a_saved_message_are_read(message: bytes) -> None:
    draft = paste(message, zone=INDIA)

    assert draft.headline == STORY.splitlines()[0]
    assert draft.text == STORY.splitlines()[2]
    assert draft.origin.raw == message


def test_files_that_came_with_a_message_are_counted() -> None:
    told = EmailMessage()
    told["From"], told["Subject"] = "ramesh@sohni.example", "khabar"
    told.set_content(STORY)
    told.add_attachment(b"PK", maintype="application", subtype="zip", filename="khabar.docx")

    draft = paste(told.as_bytes(), zone=INDIA)

    assert draft.text == STORY.splitlines()[2]
    assert [notice.values for notice in draft.notices] == [{"count": 1}]
    assert not draft.damaged


def test_a_message_without_words_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        paste(mail(b"\x89PNG", "Content-Type: image/png"), zone=INDIA)

    assert refusal.value.message.startswith("this message cannot be read")


def test_a_text_that_begins_with_labels_is_no_message() -> None:
    text = f"Title: {STORY}"

    assert paste(text.encode(), zone=INDIA).text == STORY.splitlines()[2]


def test_the_head_of_a_message_that_is_passed_on_is_taken_out() -> None:
    head = (
        "---------- Forwarded message ---------\nFrom: रमेश <ramesh@sohni.example>\n"
        "Date: Tue, 24 Nov 2026\nSubject: khabar\nTo: <desk@sohni.example>\n\n"
    )

    draft = paste((head + STORY).encode(), zone=INDIA)

    assert draft.headline == STORY.splitlines()[0]
    assert draft.text == STORY.splitlines()[2]
    assert len(draft.removed) == 5


def test_kruti_dev_that_windows_saved_in_its_own_encoding_loses_nothing() -> None:
    typed = (
        "lksguh unh ij u;k iqy [kqyk] rhl xk¡oksa dh jkg vklku\r\n\r\n"
        "ç'kklu us lkseokj dks iqy [kksy fn;k] vkSj Øe ls Vªd fudkysA rhl xk¡oksa dh jkg"
        " vklku gSA\r\n"
    )

    draft = paste(typed.encode("cp1252"), zone=INDIA)

    assert draft.headline == "सोहनी नदी पर नया पुल खुला, तीस गाँवों की राह आसान"
    assert draft.text.startswith("प्रशासन ने सोमवार को पुल खोल दिया, और क्रम से ट्रक निकाले।")
    assert not draft.damaged
