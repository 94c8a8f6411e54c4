"""A Word document is read as a page is: headline, paragraphs, lists, tables, and old fonts."""

import io
import zipfile

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.intake.conftest import INDIA

from harkara.intake.drafts import (
    Draft,
    DraftLink,
    DraftList,
    DraftParagraph,
    DraftTable,
    SourceKind,
)
from harkara.intake.refusals import Refused
from harkara.intake.sources.paste import paste
from harkara.intake.word import MOST_XML, is_word
from harkara.newsroom.models import ArticlePage

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="khabar"/><w:rPr>'
    '<w:rFonts w:ascii="Kruti Dev 010"/></w:rPr></w:style></w:styles>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="https://sohni.example/lagat" TargetMode="External"/>'
    "</Relationships>"
)
NUMBERS = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl><w:numFmt'
    ' w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
    "</w:num></w:numbering>"
)
HEADLINE = "सोहनी नदी पर नया पुल खुला, तीस गांवों की राह आसान"
FIRST = "सोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया, जिससे तीस गांवों की राह आसान हुई।"
SECOND = "पुल पर बारह करोड़ रुपये खर्च हुए और काम तीन साल में पूरा हुआ।"


def p(text: str, style: str = "", inside: str = "", run: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    words = f"<w:r>{run}<w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p>{styled}{words}{inside}</w:p>"


def note(number: int, text: str, kind: str = "") -> str:
    return f'<w:footnote{kind} w:id="{number}">{p(text)}</w:footnote>'


def item(text: str) -> str:
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{number}<w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(*blocks: str, **parts: str) -> bytes:
    out = io.BytesIO()
    body = (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(blocks)}</w:body></w:document>'
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", parts.get("body", body))
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("word/numbering.xml", NUMBERS)
        archive.writestr("word/_rels/document.xml.rels", LINKS)
        for name in ("word/footnotes.xml", "word/media/image1.png"):
            if name in parts:
                archive.writestr(name, parts[name])
    return out.getvalue()


def read(*blocks: str) -> Draft:
    return paste(docx(*blocks), zone=INDIA, name="khabar.docx")


def test_a_document_becomes_a_draft() -> None:
    link = '<w:hyperlink r:id="r1"><w:r><w:t>लागत</w:t></w:r></w:hyperlink>'
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("साल", "लागत"))
    rows = "".join(f"<w:tr>{cells}</w:tr>" for _ in range(2))
    draft = read(
        p(HEADLINE, "T"),
        p(FIRST),
        p("लागत और समय", "H"),
        p(f"{SECOND} ", inside=link),
        item("दो लेन का पुल है"),
        item("एक पैदल राह भी है"),
        f"<w:tbl>{rows}</w:tbl>",
        p(SECOND.replace("पुल", "सड़क")),
    )

    assert draft.headline == HEADLINE
    assert draft.origin.kind is SourceKind.DOCUMENT
    kinds = [block.kind for block in draft.body]
    assert kinds == ["paragraph", "heading", "paragraph", "list", "table", "paragraph"]
    third = draft.body[2]
    assert isinstance(third, DraftParagraph)
    assert third.links == (DraftLink(text="लागत", url="https://sohni.example/lagat"),)
    assert draft.body[3] == DraftList(items=("दो लेन का पुल है", "एक पैदल राह भी है"), ordered=True)
    assert isinstance(draft.body[4], DraftTable)


def test_what_is_set_in_an_old_font_is_read_by_the_fonts_name() -> None:
    run = '<w:rPr><w:rFonts w:ascii="Kruti Dev 010"/></w:rPr>'
    draft = read(p(HEADLINE, "T"), p(FIRST), p("iqy ij ckjg djksM+ #i;s [kpZ gq, gSaA", run=run))
    styled = read(p(HEADLINE, "T"), p(FIRST), p("iqy ij ckjg djksM+ #i;s [kpZ gq, gSaA", "K"))

    assert draft.text_blocks[-1].text == styled.text_blocks[-1].text
    assert draft.text_blocks[-1].text.startswith("पुल पर बारह करोड़")
    assert [repair.name for repair in draft.repairs] == ["kruti-dev"]


def test_a_document_that_is_all_in_an_old_font_has_its_headline() -> None:
    run = '<w:rPr><w:rFonts w:ascii="Kruti Dev 010"/></w:rPr>'
    typed = (
        "lksguh unh ij u;k iqy [kqyk] rhl xkaoksa dh jkg vklku",
        "lksguh unh ij cuk u;k iqy eaxyokj dks [kksy fn;k x;k]"
        " ftlls rhl xkaoksa dh jkg vklku gqbZA",
        "iqy ij ckjg djksM+ #i;s [kpZ gq, vkSj dke rhu lky esa iwjk gqvkA",
    )

    draft = read(*(p(text, run=run) for text in typed))

    assert draft.headline == HEADLINE
    assert [block.text for block in draft.text_blocks] == [FIRST, SECOND]


def test_what_was_deleted_or_hidden_is_not_in_the_story() -> None:
    gone = "<w:del><w:r><w:delText>हटाया</w:delText></w:r></w:del>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>छिपा</w:t></w:r>"
    kept = "<w:ins><w:r><w:t> जोड़ा गया वाक्य है।</w:t></w:r></w:ins>"

    text = read(p(HEADLINE, "T"), p(FIRST, inside=gone + hidden + kept), p(SECOND)).text

    assert "हटाया" not in text
    assert "छिपा" not in text
    assert "जोड़ा गया वाक्य है।" in text


BOMB = "<!DOCTYPE x [<!ENTITY a 'हा'><!ENTITY b '&a;&a;'>]>"


@pytest.mark.parametrize(
    "raw",
    [
        docx(body="<a>"),
        docx(body="<a/>"),
        docx(body=" " * (MOST_XML + 1)),
        docx(p(FIRST))[:-60],
        docx(p(FIRST))[:200] + b"\0" * 50 + docx(p(FIRST))[250:],
        b"PK\x03\x04" + b"\0" * 100,
        docx(),
    ],
    ids=["cut", "empty", "bomb", "no end", "damaged", "no zip", "no text"],
)
def test_a_document_that_cannot_be_read_is_refused_in_one_line(raw: bytes) -> None:
    with pytest.raises(Refused) as refused:
        paste(raw, zone=INDIA)

    assert "\n" not in str(refused.value)


def test_a_document_without_the_other_parts_is_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        blocks = "".join(map(p, (HEADLINE, FIRST, SECOND)))
        body = f'<w:document xmlns:w="{W}"><w:body>{blocks}</w:body></w:document>'
        archive.writestr("word/document.xml", body)

    assert paste(out.getvalue(), zone=INDIA).headline == HEADLINE


def test_entities_are_not_expanded() -> None:
    body = f'{BOMB}<w:document xmlns:w="{W}"><w:body>{p("&b;")}{p(FIRST)}</w:body></w:document>'

    assert "हाहा" not in str(paste(docx(body=body), zone=INDIA))


def test_a_zip_of_something_else_is_no_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")

    assert not is_word(out.getvalue())


def test_a_reporter_files_a_document(client: Client, reporter: User) -> None:
    client.force_login(reporter)
    raw = docx(p(HEADLINE, "T"), p(FIRST), p(SECOND))

    shown = client.post(
        "/newsroom/intake/paste/", {"file": SimpleUploadedFile("khabar.docx", raw)}, follow=True
    )
    client.post(shown.redirect_chain[-1][0], {"section": ""})

    article = ArticlePage.objects.get()
    assert article.title == HEADLINE
    came = client.get(f"/newsroom/intake/story/{article.pk}/").content.decode()
    assert FIRST in came
    assert "PK" not in came


def test_footnotes_stand_at_the_end_and_pictures_are_counted() -> None:
    line, said = note(0, "", ' w:type="separator"'), note(1, "हरिराम से बातचीत पर आधारित है यह खबर।")
    notes = f'<w:footnotes xmlns:w="{W}">{line}{said}</w:footnotes>'
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    parts = {"word/footnotes.xml": notes, "word/media/image1.png": "x"}

    draft = paste(docx(p(HEADLINE, "T"), p(FIRST, inside=mark), p(SECOND), **parts), zone=INDIA)

    assert [block.text for block in draft.text_blocks] == [
        FIRST,
        SECOND,
        "हरिराम से बातचीत पर आधारित है यह खबर।",
    ]
    (told,) = draft.notices
    assert told.values == {"count": 1}


@pytest.mark.parametrize(
    ("run", "expect"),
    [
        ("<w:b/>", "<strong>{}</strong>"),
        ("<w:b/><w:bCs/>", "<strong>{}</strong>"),
        ("<w:i/>", "<em>{}</em>"),
        ("<w:b/><w:i/>", "<strong><em>{}</em></strong>"),
        ('<w:b w:val="0"/>', "{}"),
        ('<w:b/><w:bCs w:val="0"/>', "{}"),
        ('<w:b/><w:rFonts w:ascii="Calibri"/>', "<strong>{}</strong>"),
    ],
)
def test_bold_and_italic_words_of_a_document_stay_so(run: str, expect: str) -> None:
    bold = p("बारह करोड़", run=f"<w:rPr>{run}</w:rPr>").removeprefix("<w:p>").removesuffix("</w:p>")
    after = "<w:r><w:t> रुपये खर्च हुए और काम तीन साल में पूरा हुआ।</w:t></w:r>"

    draft = read(p(HEADLINE, "T"), p(FIRST), p("", inside=bold + after))

    block = draft.body[-1]
    assert isinstance(block, DraftParagraph)
    assert (block.html or block.text).startswith(expect.format("बारह करोड़") + " रुपये")


def test_what_stands_in_a_text_box_is_read_once_behind_its_paragraph() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{p('लंबाई 240 मीटर, लागत बारह करोड़ रुपये।')}</w:txbxContent>"
    drawn = (
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice><w:drawing>{box}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    draft = read(p(HEADLINE, "T"), p(FIRST, inside=drawn), p(SECOND))

    assert [block.text for block in draft.text_blocks] == [
        FIRST,
        "लंबाई 240 मीटर, लागत बारह करोड़ रुपये।",
        SECOND,
    ]


def test_a_bold_first_line_is_the_headline_though_it_ends_as_a_sentence() -> None:
    bold = "<w:rPr><w:bCs/></w:rPr>"
    sentence = "सोहनी नदी पर नया पुल खुला, तीस गांवों की राह आसान हुई।"

    assert read(p(sentence, run=bold), p(FIRST), p(SECOND)).headline == sentence
    assert read(p(sentence), p(FIRST), p(SECOND)).headline == ""


@pytest.mark.parametrize(
    ("headline", "standfirst"),
    [
        (f"शीर्षक: {HEADLINE}", "उपशीर्षक: तीन साल में पूरा हुआ काम"),
        (f"हेडलाइन- {HEADLINE}", "सब हेड- तीन साल में पूरा हुआ काम"),
    ],
)
def test_labels_of_reporters_are_read_and_left_out(headline: str, standfirst: str) -> None:
    draft = read(p(headline), p(standfirst), p(FIRST), p(SECOND))

    assert (draft.headline, draft.standfirst) == (HEADLINE, "तीन साल में पूरा हुआ काम")


def test_a_headline_that_begins_as_a_label_does_is_whole() -> None:
    for line in ("शीर्षक बदलने की मांग पर अड़े लेखक", "हेड-कांस्टेबल निलंबित, जांच शुरू हुई"):
        assert read(p(line), p(FIRST), p(SECOND)).headline == line
