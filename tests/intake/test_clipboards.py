"""What office programs put on a clipboard is read as the story that stands in their window."""

import pytest
import regex
from tests.intake.conftest import INDIA, PAGES

from harkara.intake.drafts import (
    Draft,
    DraftHeading,
    DraftLink,
    DraftList,
    DraftParagraph,
    DraftQuote,
    DraftTable,
)
from harkara.intake.sources.paste import paste

CLIPBOARDS = PAGES.parent / "clipboards"
HEADLINE = "धौलागढ़ किले की दीवार पुराने चूने से जुड़ेगी"
LAST = "कारीगर हरिराम ने बताया कि यह मसाला तैयार होने में इक्कीस दिन लगते हैं।"


def pasted(name: str) -> Draft:
    return paste((CLIPBOARDS / name).read_bytes(), zone=INDIA)


@pytest.mark.parametrize(
    "name", ["word.html", "word-web.html", "google-docs.html", "libreoffice.html"]
)
def test_a_clipboard_is_read_with_lists_tables_links_and_old_fonts(name: str) -> None:
    draft = pasted(name)

    assert draft.headline == HEADLINE
    first, second, listed, table, last = draft.body[:5]
    assert isinstance(first, DraftParagraph)
    assert [link.text for link in first.links] == ["अगले महीने"]
    assert first.text.endswith("काम अगले महीने शुरू होगा।")
    assert first.html.startswith("<strong>धौलागढ़ किले की पिछले साल गिरी दीवार की मरम्मत")
    assert set(regex.findall(r"<[^>]+>", first.html)) == {
        "<strong>", "</strong>", '<a href="https://kila.example/kaam">', "</a>"
    }  # fmt: skip
    assert draft.removed == ()
    assert getattr(second, "text", "") == "गांव के लोग हर साल बावड़ी की सफाई करते हैं।"
    assert listed == DraftList(items=("चूना तीन महीने भिगोया जाएगा", "गुड़ गांव से आएगा"))
    assert table == DraftTable(rows=(("साल", "लागत"), ("2025", "12 लाख")))
    assert getattr(last, "text", "") == LAST
    assert [note.name for note in draft.repairs if note.name == "kruti-dev"] == ["kruti-dev"]


@pytest.mark.parametrize("name", ["word.html", "libreoffice.html"])
def test_a_footnote_stands_below_without_its_marks(name: str) -> None:
    assert pasted(name).text.endswith("हरिराम से बातचीत पर आधारित।")
    assert "1" not in pasted(name).text.rpartition(LAST)[2]


def test_a_link_of_google_leads_where_it_means_to() -> None:
    first = pasted("google-docs.html").body[0]

    assert isinstance(first, DraftParagraph)
    assert first.links == (DraftLink(text="अगले महीने", url="https://kila.example/kaam"),)


def test_numbers_and_letters_before_entries_of_word_make_a_numbered_list() -> None:
    entry = (
        "<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>{}"
        "<span style='font:7.0pt'>&nbsp;&nbsp;</span></span>{}</p>"
    )
    html = "".join(entry.format(f"{n}.", f"काम नंबर {n} पूरा हुआ") for n in (1, 2, 3))

    draft = paste(f"<h1>{HEADLINE}</h1><p>{LAST}</p>{html}<p>{LAST}</p>".encode(), zone=INDIA)

    (listed,) = (block for block in draft.body if isinstance(block, DraftList))
    assert listed.ordered
    assert listed.items == tuple(f"काम नंबर {n} पूरा हुआ" for n in (1, 2, 3))


def test_an_exported_chat_is_its_story_alone() -> None:
    draft = pasted("whatsapp.txt")

    assert draft.headline.startswith(HEADLINE)
    assert [block.text for block in draft.text_blocks] == [
        "धौलागढ़ किले की पिछले साल गिरी दीवार की मरम्मत अब पुराने चूने और गुड़ के मसाले से होगी।",
        "काम अगले महीने शुरू होगा।",
        LAST,
    ]
    assert "\u200e" not in draft.text
    assert len(draft.removed) == 12


def test_messages_that_were_selected_in_whatsapp_are_their_story_alone() -> None:
    draft = pasted("whatsapp-web.html")

    assert draft.headline == f"{HEADLINE} 🙏"
    assert [getattr(block, "html", "") or block.text for block in draft.text_blocks] == [
        "धौलागढ़ किले की <em>पिछले साल</em> गिरी दीवार की मरम्मत अब पुराने चूने और गुड़ के मसाले से होगी।",
        "काम <strong>अगले महीने</strong> शुरू होगा।",
        LAST,
    ]
    assert [line.text for line in draft.removed if "[" in line.text] == [
        "[9:15 pm, 12/03/2024] रफीक भाई धौलागढ़:",
        "[9:16 pm, 12/03/2024] रफीक भाई धौलागढ़:",
        "[9:17 pm, 12/03/2024] +91 98765 43210:",
    ]


def test_a_selection_on_a_portals_page_is_the_story_without_its_looks() -> None:
    draft = pasted("portal.html")

    assert draft.headline == HEADLINE
    assert [type(block) for block in draft.text_blocks] == [
        DraftParagraph, DraftParagraph, DraftQuote, DraftHeading, DraftList, DraftParagraph
    ]  # fmt: skip
    assert [getattr(block, "html", "") for block in draft.text_blocks[:2]] == [
        "<strong>धौलागढ़ किले की पिछले साल गिरी दीवार की मरम्मत</strong> अब पुराने चूने और गुड़ के "
        'मसाले से होगी। काम <a href="https://kila.example/kaam">अगले महीने</a> शुरू होगा।',
        "सरपंच ने कहा, <em>गांव के लोग</em> हर साल बावड़ी की सफाई करते हैं।",
    ]
    assert [one.url for one in draft.pictures] == ["https://portal.example/photo/kila.jpg"]
    assert [line.text for line in draft.removed] == ["होम » जिला", "शेयर करें", "विज्ञापन"]


@pytest.mark.parametrize("tag", ["article", "section", "main", "figure", "amp-story"])
def test_nothing_is_lost_behind_the_meta_that_chrome_begins_with(tag: str) -> None:
    html = f"<meta charset='utf-8'><{tag}><h1>{HEADLINE}</h1><p>{LAST}</p></{tag}>बाद में।"

    draft = paste(html.encode(), zone=INDIA)

    assert (draft.headline, draft.text) == (HEADLINE, LAST)
    assert [line.text for line in draft.removed] == ["बाद में।"]
