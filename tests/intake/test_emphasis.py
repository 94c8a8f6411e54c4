"""Bold and italic words of what was pasted stay so, and nothing else of its looks does."""

import pytest
from tests.intake.conftest import INDIA

from harkara.intake.drafts import Draft, DraftParagraph
from harkara.intake.emphasis import EM, STRONG, Stretch, reworded, rewritten, text_of, written
from harkara.intake.putting_back import as_typed
from harkara.intake.sources.paste import paste

BEFORE = "<h1>बावड़ी की सफाई शुरू हुई</h1>"
AFTER = "<p>गांव के लोग अब हर साल मिलकर बावड़ी की सफाई करेंगे, यह पंचायत में तय हुआ।</p>"
PLAIN = "गांव के लोग अब हर साल मिलकर बावड़ी की सफाई करेंगे, यह पंचायत में तय हुआ।"


def pasted(paragraph: str) -> Draft:
    return paste(f"{BEFORE}<p>{paragraph}</p>{AFTER}{AFTER[:-5]} आज।</p>".encode(), zone=INDIA)


def first_of(draft: Draft) -> str:
    block = draft.body[0]
    assert isinstance(block, DraftParagraph)
    return block.html or block.text


@pytest.mark.parametrize(
    ("html", "expect"),
    [
        ("पुल <b>आज</b> खुला।", "पुल <strong>आज</strong> खुला।"),
        ("पुल <i>आज </i>खुला।", "पुल <em>आज</em> खुला।"),
        (
            "<b>पुल <i>आज</i></b> खुला।",
            "<strong>पुल <em>आज</em></strong> खुला।",
        ),
        ("<b>पुल</b> <b>आज</b> खुला।", "<strong>पुल आज</strong> खुला।"),
        ("पुल आज खुला<b>।</b>", "पुल आज खुला।"),
        ("<b style='font-weight:normal'>पुल आज</b> खुला।", "पुल आज खुला।"),
        ("<span style='font-weight:700'>पुल</span> आज खुला।", "<strong>पुल</strong> आज खुला।"),
        ("<span style='mso-bidi-font-weight:bold'>पुल</span> आज खुला।", "पुल आज खुला।"),
        ("<span style='font-weight:500'>पुल</span> आज खुला।", "पुल आज खुला।"),
        (
            "<b>पुल <span style='font-weight:400'>आज</span></b> खुला।",
            "<strong>पुल</strong> आज खुला।",
        ),
        ("<span style='font-style:italic'>पुल</span> आज खुला।", "<em>पुल</em> आज खुला।"),
        (
            "<a href='https://a.in/' style='font-weight:600'>पुल</a> <b>आज</b> खुला।",
            '<a href="https://a.in/">पुल</a> <strong>आज</strong> खुला।',
        ),
        ("<b>पुल</b> &lt;आज&gt; खुला।", "<strong>पुल</strong> &lt;आज&gt; खुला।"),
        ("<b>स\u095cक</b> आज  खुली।", "<strong>सड\u093cक</strong> आज खुली।"),
    ],
)
def test_emphasis_that_was_meant_is_kept(html: str, expect: str) -> None:
    assert first_of(pasted(html)) == expect


def test_a_page_that_is_all_bold_is_bold_by_its_looks() -> None:
    draft = paste(f"{BEFORE}<div style='font-weight:bold'>{AFTER}</div>".encode(), zone=INDIA)

    assert first_of(draft) == PLAIN


def test_a_bold_line_over_the_text_is_a_cross_head() -> None:
    draft = pasted(f"{PLAIN}</p><p><b>क्या-क्या होगा</b></p><ul><li>सफाई</li><li>रंगाई</li></ul><p>")

    assert [block.kind for block in draft.body[:3]] == ["paragraph", "heading", "list"]


def test_the_dateline_goes_and_the_emphasis_behind_it_stays() -> None:
    draft = pasted("<b>जयपुर।</b> गांव की बावड़ी की <b>सफाई</b> सोमवार से शुरू हुई है।")

    assert draft.dateline == "जयपुर"
    assert first_of(draft) == "गांव की बावड़ी की <strong>सफाई</strong> सोमवार से शुरू हुई है।"


def test_lines_that_are_joined_keep_their_emphasis() -> None:
    html = (
        "गांव की पुरानी बावड़ी की सफाई का काम सोमवार<br>से <b>शुरू हुआ</b> और अब यह काम अगले महीने तक<br>"
        "चलेगा, ऐसा सरपंच ने बताया।"
    )

    assert "सोमवार से <strong>शुरू हुआ</strong> और" in first_of(pasted(html))


KRUTI = (
    "<span style='font-family:\"Kruti Dev 010\"'>xkao ds <b>yksx</b> gj lky lQkbZ djrs gSaA</span>"
)


def test_a_bold_word_in_an_old_font_is_read_and_bold() -> None:
    draft = pasted(KRUTI)

    assert first_of(draft) == "गांव के <strong>लोग</strong> हर साल सफाई करते हैं।"
    (run,) = draft.repairs
    assert run.before == "xkao ds yksx gj lky lQkbZ djrs gSaA"


def test_half_a_word_in_an_old_font_is_read_as_a_whole() -> None:
    assert first_of(pasted(KRUTI.replace("<b>yksx</b>", "yk<b>sx</b>"))) == (
        "गांव के <strong>लोग</strong> हर साल सफाई करते हैं।"
    )


def test_an_old_run_is_as_it_was_typed_and_what_stands_beside_it_stays_bold() -> None:
    draft = pasted(f"<b>सरपंच बोले</b> {KRUTI}")
    assert first_of(draft).count("<strong>") == 2

    typed = as_typed(draft, {0})

    assert first_of(typed) == "<strong>सरपंच बोले</strong> xkao ds yksx gj lky lQkbZ djrs gSaA"


def test_the_marks_of_a_message_are_bold_and_italic_words() -> None:
    said = f"{PLAIN}\n\nगांव में *पांच लोग* और _तीन_ गायें हैं, पर ~एक~ भैंस नहीं है।"

    draft = paste(f"बावड़ी की सफाई शुरू हुई\n\n{said}".encode(), zone=INDIA)

    block = draft.body[-1]
    assert isinstance(block, DraftParagraph)
    assert block.html == ("गांव में <strong>पांच लोग</strong> और <em>तीन</em> गायें हैं, पर एक भैंस नहीं है।")


def test_words_are_written_once_with_all_their_marks() -> None:
    html = written(
        "क ख ग घ", [("ख ग", "https://a.in/?a=1&b=2")], [Stretch(0, 3, STRONG), Stretch(2, 7, EM)]
    )

    assert html == (
        '<strong>क </strong><a href="https://a.in/?a=1&amp;b=2"><strong><em>ख</em></strong>'
        "<em> ग</em></a>"
        "<em> घ</em>"
    )
    assert text_of(html) == "क ख ग घ"


@pytest.mark.parametrize(
    ("html", "text", "expect"),
    [
        ("क <strong>ख</strong> ग", "क ग", "क ग"),
        ("क <strong>ख ग</strong>", "क <x> ग", "क <strong>&lt;x&gt; ग</strong>"),
        ("<p>क <b>ख</b></p><p>ग</p>", "क खग", "<p>क <b>ख</b></p><p>ग</p>"),
        ("<p>क <b>ख</b> ग</p>", "च", "<p>च</p>"),
        ("क", "क ख", "क ख"),
        ("", "क", "क"),
    ],
)
def test_what_is_said_otherwise_loses_its_marks_alone(html: str, text: str, expect: str) -> None:
    assert rewritten(html, text) == expect


def test_every_part_can_be_said_otherwise() -> None:
    assert reworded("क <em>&amp; ख</em>", str.upper) == "क <em>&amp; ख</em>"
    assert reworded("a <em>b&amp;</em>", str.upper) == "A <em>B&amp;</em>"
