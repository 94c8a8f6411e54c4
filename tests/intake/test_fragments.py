"""The HTML of one story, as feeds and wires hand it over, becomes the blocks of a draft."""

import pytest

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
from harkara.intake.fragments import blocks_of


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
