"""Whatever is pasted: nothing breaks, nothing is lost, nothing runs."""

import contextlib

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.intake.conftest import INDIA, PAGES

from harkara.intake.drafts import Draft, DraftImageRef, DraftVideo
from harkara.intake.refusals import Refused
from harkara.intake.sources.paste import paste
from harkara.intake.sources.paste.markup import is_html
from harkara.text.legacy import decode_runs
from harkara.text.normalise import normalise

LETTERS = regex.compile(r"[^\p{L}\p{M}]+")
KNOWN = [
    "Trending Videos",
    "ये भी पढ़ें: नहर की सफाई पूरी हुई",
    "विज्ञापन",
    "होम » खेल » दौड़",
    "• पहली बात",
    "1. पहला काम",
    "2) दूसरा काम",
    "> किसी ने कहा",
    "*मोटे अक्षर*",
    "26 जून 2025",
    "By Admin",
    "Leave a Comment",
    "[26/06/25, 5:05 PM] रफीक: नमस्ते",
    "सोहनी पर नया पुल खुला, मंडी का रास्ता छोटा हुआ",
    "नौघाट में सोहनी नदी पर बना नया पुल सोमवार सुबह आम लोगों के लिए खोल दिया गया।",
    "क्या है मामला",
    "Also Read:",
    "उन्होंने कहा कि काम समय पर पूरा होगा और लोगों को अब लंबा रास्ता नहीं लेना पड़ेगा।",
    "और पढ़ें",
    "नई दिल्ली, 26 जून (भाषा)",
]
LINE = st.sampled_from(KNOWN) | st.text(
    alphabet=st.characters(
        categories=["L", "M", "N", "P", "Zs"], include_characters="।\u200c\u200d<>&|*_#"
    ),
    max_size=60,
)
PAGE = st.lists(LINE | st.just(""), max_size=30).map("\n".join)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='share'>",
        "</div>",
        "<li>",
        "<ul>",
        "</ul>",
        "<br>",
        "<table><tr><td>",
        "</table>",
        "<a href='javascript:alert(1)'>",
        "</a>",
        "<h1>",
        "</h1>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<iframe src='https://x.example/'>",
        "<blockquote>",
        "<pre>",
        "<!--",
        "-->",
        "<svg onload=alert(1)>",
        "<![CDATA[",
        "&#0;",
        "&lt;",
        "<style>",
        "<article itemprop=articleBody>",
        "\0",
    ]
)
MARKUP = st.lists(TAGS | LINE, max_size=40).map("".join)


def squeezed(text: str) -> str:
    return LETTERS.sub("", normalise(text))


def all_of(draft: Draft) -> str:
    kept = [
        draft.headline,
        draft.standfirst,
        *(block.text for block in draft.body if not isinstance(block, DraftImageRef | DraftVideo)),
        *(removed.text for removed in draft.removed),
    ]
    return "\n".join(map(squeezed, kept))


@settings(max_examples=200, deadline=None)
@given(PAGE)
@example(">00Ì")
@example("सोहनी पर नया पुल खुला, मंडी का रास्ता छोटा हुआ\nREAD-0000")
def test_every_line_of_a_text_is_in_the_story_or_among_what_was_taken_out(page: str) -> None:
    page = normalise(page)
    try:
        draft = paste(page.encode(), zone=INDIA)
    except Refused:
        assert not squeezed(page) or is_html(page) or "\0" in page
        return

    if not is_html(page):
        everything = all_of(draft).replace("\n", "")
        for line in page.splitlines():
            label = regex.sub(r"^\[[^]]*\] रफीक:", "", line)
            read = decode_runs(label).text  # Letters with accents may be an old font's glyphs.
            quoted = decode_runs(label.lstrip("> ")).text  # In an old font the mark is a letter.
            ways = {way.rpartition(":")[2] for way in (label, read)} | {label, read, quoted}
            assert any(squeezed(way) in everything for way in ways)


@settings(max_examples=200, deadline=None)
@given(MARKUP)
def test_no_markup_breaks_the_door_or_gets_through_it(markup: str) -> None:
    try:
        draft = paste(markup.encode("utf-8", "replace"), zone=INDIA)
    except Refused:
        return

    for block in draft.body:
        assert not getattr(block, "url", "").startswith(("javascript:", "data:"))
        for link in getattr(block, "links", ()):
            assert link.url.startswith(("http://", "https://"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_break_the_door(raw: bytes) -> None:
    with contextlib.suppress(Refused):
        paste(raw, zone=INDIA)


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_a_deeply_nested_page_is_read_whole_or_refused(depth: int) -> None:
    story = PAGES.joinpath("clipboard.html").read_text()
    deep = ("<div>" * depth + story + "</div>" * depth).encode()

    if depth > 2_000:
        with pytest.raises(Refused) as refusal:
            paste(deep, zone=INDIA)
        assert "nested too deeply" in refusal.value.message
    else:
        assert paste(deep, zone=INDIA).text == paste(story.encode(), zone=INDIA).text


def test_the_largest_page_is_read_in_seconds() -> None:
    line = "नौघाट में सोहनी नदी पर बना नया पुल सोमवार सुबह आम लोगों के लिए खोल दिया गया।\n\n"
    page = "सोहनी पर नया पुल खुला, रास्ता छोटा हुआ\n\n" + line * 9_000

    draft = paste(page.encode(), zone=INDIA)

    assert len(draft.text_blocks) == 1
    assert len(draft.removed) == 8_999


@pytest.mark.parametrize(
    "piece",
    [
        "<p>क<img src='http://x.example/a.jpg'>",
        "<p><a href='http://x.example/'>कख</a></p>",
        "<b>क</b> ",
    ],
)
def test_a_page_of_nothing_but_one_thing_is_read_in_seconds(piece: str) -> None:
    draft = paste((piece * 9_000).encode(), zone=INDIA)

    assert draft.body or draft.removed
