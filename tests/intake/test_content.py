"""The HTML of one story, as feeds and wires send it and as sites store it, becomes draft blocks."""

import pytest

from harkara.intake.content import Content, Ways, blocks_of, read_content, sent, stored
from harkara.intake.drafts import (
    DraftHeading,
    DraftImageRef,
    DraftLink,
    DraftList,
    DraftParagraph,
    DraftQuote,
    DraftTable,
    DraftVideo,
)
from harkara.intake.mending import Pen


def paragraphs(html: str) -> list[str]:
    return [block.text for block in blocks_of(html) if isinstance(block, DraftParagraph)]


def test_a_story_keeps_its_parts_in_order() -> None:
    html = """
        <p>पुल पर <a href="/pul">आवाजाही</a> शुरू हुई।</p><h2>पहला दिन</h2>
        <ul><li>दो लेन</li><li>एक पैदल राह</li></ul>
        <blockquote><p>राह आसान हुई।</p></blockquote>
        <table><tr><th>साल</th><th>लागत</th></tr><tr><td>2026</td><td>12 करोड़</td></tr></table>
        <figure><img src="pul.jpg" alt="पुल"><figcaption>नया पुल</figcaption></figure>
        <iframe src="https://www.youtube.com/embed/abcdefgh123"></iframe>"""

    assert blocks_of(html, "https://khabar.example/desh/") == (
        DraftParagraph(
            text="पुल पर आवाजाही शुरू हुई।",
            links=(DraftLink(text="आवाजाही", url="https://khabar.example/pul"),),
        ),
        DraftHeading(text="पहला दिन"),
        DraftList(items=("दो लेन", "एक पैदल राह")),
        DraftQuote(text="राह आसान हुई।"),
        DraftTable(rows=(("साल", "लागत"), ("2026", "12 करोड़"))),
        DraftImageRef(url="https://khabar.example/desh/pul.jpg", alt="पुल", caption="नया पुल"),
        DraftVideo(url="https://www.youtube.com/watch?v=abcdefgh123"),
    )


def test_plain_text_is_a_paragraph() -> None:
    assert paragraphs("केवल पाठ, 2 < 3 & ठीक।") == ["केवल पाठ, 2 < 3 & ठीक।"]


def test_a_break_parts_paragraphs_only_where_a_sentence_ends() -> None:
    assert paragraphs("पहली बात।<br>दूसरी बात<br>आगे चली।<br><br>तीसरी") == [
        "पहली बात।",
        "दूसरी बात आगे चली।",
        "तीसरी",
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style><noscript>x</noscript>",
        "<svg><text>x</text></svg>",
        "<form><input value=x>मांगता है</form>",
        "<img src='https://t.example/p.gif' width=1 height=1>",
        "<img src='data:image/png;base64,AAAA'>",
        "<iframe src='https://ads.example/'></iframe>",
        "",
        "\x00",
    ],
)
def test_nothing_comes_of_what_readers_do_not_see(html: str) -> None:
    assert blocks_of(html) == ()


def test_what_follows_a_script_is_read() -> None:
    assert paragraphs("<p>एक<script>x()</script> दो</p>") == ["एक दो"]


def test_a_link_that_could_run_is_only_words() -> None:
    (block,) = blocks_of('<a href="javascript:alert(1)">दबाएं</a>')

    assert block == DraftParagraph(text="दबाएं")


def test_a_table_that_lays_a_page_out_is_read_as_text() -> None:
    html = "<table><tr><td><img src='https://k.example/a.jpg'></td><td>पहला पैरा।</td></tr></table>"

    assert [block.kind for block in blocks_of(html)] == ["image", "paragraph"]


def test_elements_nested_by_the_thousand_are_read_in_time() -> None:
    html = "<div>" * 20_000 + "अंदर" + "<b>" * 20_000

    assert paragraphs(html) in (["अंदर"], [])


def read(html: str, ways: Ways) -> tuple[Content, Pen]:
    pen = Pen()
    return read_content(html, ways, pen), pen


def test_emphasis_is_kept_beside_the_words() -> None:
    assert blocks_of("<p>पुल <b>खुल</b> गया।</p>") == (
        DraftParagraph(text="पुल खुल गया।", html="पुल <strong>खुल</strong> गया।"),
    )


def test_an_entry_with_entries_below_it_keeps_its_own_words() -> None:
    html = "<ul><li>पहला दिन<ul><li>सुबह</li><li>शाम</li></ul></li><li>दूसरा दिन</li></ul>"

    assert blocks_of(html) == (DraftList(items=("पहला दिन", "सुबह", "शाम", "दूसरा दिन")),)


def test_words_beside_the_entries_of_a_list_are_not_lost() -> None:
    assert paragraphs("<ul>दो बातें:<li>एक</li><li>दो</li></ul>") == ["दो बातें:", "एक", "दो"]


def test_words_beside_a_caption_are_not_lost() -> None:
    html = (
        "<figure><img src='https://k.example/a.jpg'><div>मीरा चौहान</div>"
        "<figcaption>नया पुल</figcaption></figure>"
    )

    assert paragraphs(html) == ["मीरा चौहान", "नया पुल"]


def test_a_row_that_lacks_a_cell_is_filled() -> None:
    html = "<table><tr><th>साल</th><th>लागत</th></tr><tr><td>2026</td></tr></table>"

    assert blocks_of(html) == (DraftTable(rows=(("साल", "लागत"), ("2026", ""))),)


def test_an_old_font_is_read_across_the_elements_of_a_line() -> None:
    content, pen = read("<p><b>jktLFkku</b> ljdkj us <i>dgk</i> fd jkgr feysxh</p>", sent())

    assert content.blocks == (
        DraftParagraph(
            text="राजस्थान सरकार ने कहा कि राहत मिलेगी",
            html="<strong>राजस्थान</strong> सरकार ने <em>कहा</em> कि राहत मिलेगी",
        ),
    )
    assert [(note.before, note.context) for note in pen.notes] == [
        ("jktLFkku ljdkj us dgk fd jkgr feysxh", "राजस्थान सरकार ने कहा कि राहत मिलेगी")
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<p style="font-family: Kruti Dev 010">fdlku</p>',
        '<h2><font face="Kruti Dev 010">fdlku</font></h2>',
        '<ul><li><span style="font-family:Kruti Dev 010">fdlku</span></li></ul>',
        '<blockquote><font face="DevLys 010">fdlku</font></blockquote>',
    ],
)
@pytest.mark.parametrize("ways", [sent(), stored("https://k.example/")], ids=["sent", "stored"])
def test_a_word_in_a_font_that_its_element_names_is_read_and_noted(html: str, ways: Ways) -> None:
    content, pen = read(html, ways)

    assert [getattr(block, "text", "") for block in content.blocks] == ["किसान"]
    assert [(note.before, note.after) for note in pen.notes] == [("fdlku", "किसान")]


def test_what_is_respelled_is_noted_wherever_it_came_from() -> None:
    for ways in (sent(), stored("https://k.example/")):
        content, pen = read("<p>बारिश हुई |</p>", ways)

        assert getattr(content.blocks[0], "text", "") == "बारिश हुई।"
        assert {note.name for note in pen.notes} == {"bar_as_danda", "space_before_mark"}
        assert pen.respelled == len(pen.notes)


def test_a_menu_inside_a_story_is_taken_out_and_noted_at_its_place() -> None:
    content, _pen = read("<p>एक।</p><nav><a href='#a'>ऊपर</a></nav><p>दो।</p>", sent())

    assert [(line.text, line.why, line.before_block) for line in content.removed] == [
        ("ऊपर", "menu of the page", 1)
    ]


def test_a_line_of_debris_goes_back_to_its_place_below_a_label_that_is_gone() -> None:
    html = (
        "<p>एक।</p><p>ये भी पढ़ें:</p><p><a href='/a'>मंडी में प्याज सस्ता</a></p><p>हमें फेसबुक पर फॉलो करें</p>"
    )
    content, _pen = read(html, stored("https://k.example/"))

    assert [block.kind for block in content.blocks] == ["paragraph", "also_read"]
    assert [line.before_block for line in content.removed] == [2]


def test_what_was_sent_is_not_judged_and_what_was_stored_is() -> None:
    html = "<p>ये भी पढ़ें: मंडी में प्याज सस्ता हुआ</p>"

    assert [block.kind for block in read(html, sent())[0].blocks] == ["paragraph"]
    stored_content, _pen = read(html, stored("https://k.example/"))
    assert [block.kind for block in stored_content.blocks] == ["also_read"]


def test_a_frame_is_a_link_only_in_what_was_stored() -> None:
    html = "<p>एक</p><iframe src='https://map.example/1'></iframe>"

    assert len(read(html, sent())[0].blocks) == 1
    assert len(read(html, stored("https://k.example/"))[0].blocks) == 2


def test_a_picture_that_is_fetched_late_stands_once() -> None:
    html = (
        "<figure><img data-src='https://k.example/a.jpg' src='data:image/gif;base64,R0'>"
        "<noscript><img src='https://k.example/a.jpg'></noscript></figure>"
    )

    assert [block.kind for block in blocks_of(html)] == ["image"]
