"""What Ghost's editor sets between paragraphs, as its sites show it and as its editor keeps it."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from harkara.intake.content import Content, read_content, stored, syndicated
from harkara.intake.drafts import (
    DraftAlsoRead,
    DraftGallery,
    DraftHeading,
    DraftImageRef,
    DraftLink,
    DraftParagraph,
    DraftPost,
    DraftQuote,
    DraftVideo,
)
from harkara.intake.mending import Pen
from harkara.intake.sources.ghost.lexical import html_of as lexical

SITE = "https://khabar.example"
OWN_BOOKMARK = (
    '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="/mela/">'
    '<div class="kg-bookmark-content"><div class="kg-bookmark-title">गांव में मेला लगा</div>'
    '<div class="kg-bookmark-description">हर साल की तरह…</div><div class="kg-bookmark-metadata">'
    '<img class="kg-bookmark-icon" src="/icon.png" alt=""><span class="kg-bookmark-author">'
    'खबर</span><span class="kg-bookmark-publisher">मीरा</span></div></div>'
    '<div class="kg-bookmark-thumbnail"><img src="/thumb.jpg" alt=""></div></a></figure>'
)
PLAYER = (
    '<button class="kg-video-play-icon"></button><span class="kg-video-current-time">0:00</span>'
    '<div class="kg-video-time">/<span class="kg-video-duration">0:12</span></div>'
)


def content(html: str, base: str = SITE) -> Content:
    return read_content(html, stored(base), Pen())


def blocks(html: str) -> list[object]:
    return list(content(html).blocks)


def link(text: str, url: str, more: str = "") -> DraftParagraph:
    return DraftParagraph(text=text + more, links=(DraftLink(text=text, url=url),))


def also_read(text: str, url: str) -> DraftAlsoRead:
    return DraftAlsoRead(text=text, after_paragraph=0, url=url)


def test_a_bookmark_of_a_story_of_the_site_is_a_reference_and_nothing_else() -> None:
    shown = also_read("गांव में मेला लगा", f"{SITE}/mela/")

    assert blocks(OWN_BOOKMARK) == [shown]
    assert blocks(f"<p><strong>ये भी पढ़ें:</strong></p>{OWN_BOOKMARK}") == [shown]


@pytest.mark.parametrize("path", ["/", "/tag/khel/", "/author/meera/", "/content/files/a.pdf"])
def test_a_bookmark_of_a_list_or_a_file_refers_to_no_story(path: str) -> None:
    (shown,) = blocks(OWN_BOOKMARK.replace("/mela/", path))

    assert shown == link("गांव में मेला लगा", f"{SITE}{path}")


def test_a_bookmark_of_another_site_is_a_link_under_its_title_with_its_caption() -> None:
    html = OWN_BOOKMARK.replace("/mela/", "https://pib.example/1").replace(
        "</figure>", "<figcaption>सरकार का बयान</figcaption></figure>"
    )

    assert blocks(html) == [
        link("गांव में मेला लगा", "https://pib.example/1"),
        DraftParagraph(text="सरकार का बयान"),
    ]


def test_a_feed_s_bookmark_is_read_as_the_site_s_own() -> None:
    read = read_content(OWN_BOOKMARK, syndicated(f"{SITE}/pul/"), Pen())

    assert read.blocks == (also_read("गांव में मेला लगा", f"{SITE}/mela/"),)


def test_where_the_site_stood_unknown_its_own_addresses_are_still_its_own() -> None:
    assert content(OWN_BOOKMARK, "").blocks == (also_read("गांव में मेला लगा", "/mela/"),)


def test_a_line_that_is_a_label_and_a_link_to_a_story_is_a_reference() -> None:
    (shown,) = blocks('<p><a href="/mela/">पूरी खबर पढ़ें</a></p>')

    assert shown == also_read("पूरी खबर पढ़ें", f"{SITE}/mela/")


def test_a_callout_is_its_words_without_its_sign() -> None:
    html = (
        '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div>'
        '<div class="kg-callout-text">परीक्षा <b><strong>12 मई</strong></b> को है।</div></div>'
    )

    (shown,) = blocks(html)

    assert isinstance(shown, DraftParagraph)
    assert shown.html == "परीक्षा <strong>12 मई</strong> को है।"


def test_a_toggle_is_a_heading_and_its_words() -> None:
    html = (
        '<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading">'
        '<h4 class="kg-toggle-heading-text">आवेदन कौन करे?</h4><button><svg></svg></button></div>'
        '<div class="kg-toggle-content"><p>18 साल से बड़े सब।</p></div></div>'
    )

    assert blocks(html) == [
        DraftHeading(text="आवेदन कौन करे?"),
        DraftParagraph(text="18 साल से बड़े सब।"),
    ]


def test_a_video_or_a_recording_is_a_link_under_its_own_words() -> None:
    video = (
        '<figure class="kg-card kg-video-card"><div class="kg-video-container">'
        f'<video src="/content/media/v.mp4"></video>{PLAYER}</div>'
        "<figcaption><p><span>बाढ़ का वीडियो</span></p></figcaption></figure>"
    )
    audio = (
        '<div class="kg-card kg-audio-card"><audio src="/content/media/baat.mp3"></audio>'
        f'<div class="kg-audio-title">मंत्री से बातचीत</div>{PLAYER}</div>'
    )

    assert blocks(video + audio) == [
        link("बाढ़ का वीडियो", f"{SITE}/content/media/v.mp4"),
        link("मंत्री से बातचीत", f"{SITE}/content/media/baat.mp3"),
    ]
    assert blocks('<figure class="kg-video-card"><video src="/content/media/v.mp4"></figure>') == [
        link("v.mp4", f"{SITE}/content/media/v.mp4")
    ]


def test_a_file_is_a_link_under_its_title() -> None:
    html = (
        '<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="/content/a.pdf">'
        '<div class="kg-file-card-title">आदेश की प्रति</div>'
        '<div class="kg-file-card-caption">हाई कोर्ट</div><div class="kg-file-card-metadata">'
        '<div class="kg-file-card-filename">a.pdf</div><div class="kg-file-card-filesize">'
        '1 MB</div></div><div class="kg-file-card-icon"><svg></svg></div></a></div>'
    )

    assert blocks(html) == [link("आदेश की प्रति", f"{SITE}/content/a.pdf", ": हाई कोर्ट")]


def test_a_header_is_a_heading_without_the_picture_behind_it() -> None:
    html = (
        '<div class="kg-card kg-header-card kg-v2"><picture><img src="/bg.jpg"></picture>'
        '<h2 class="kg-header-card-heading">चुनाव 2024</h2>'
        '<p class="kg-header-card-subheading">सातवां चरण</p></div>'
    )

    assert blocks(html) == [DraftHeading(text="चुनाव 2024"), DraftParagraph(text="सातवां चरण")]


@pytest.mark.parametrize("kind", ["signup", "cta"])
def test_what_asks_readers_to_sign_up_or_to_buy_is_taken_out_and_named(kind: str) -> None:
    html = f'<div class="kg-card kg-{kind}-card"><h2>रोज की डाक</h2><p>मुफ्त है</p></div>'

    read = content(f"<p>खबर।</p>{html}")

    assert [block.kind for block in read.blocks] == ["paragraph"]
    assert [line.text for line in read.removed] == ["रोज की डाक मुफ्त है"]


def test_what_stands_below_a_gallery_is_kept_at_its_first_picture() -> None:
    html = (
        '<figure class="kg-card kg-gallery-card"><div class="kg-gallery-container">'
        '<img src="/a.jpg"><img src="/b.jpg"></div><figcaption>मेले की तस्वीरें</figcaption></figure>'
    )

    (shown,) = blocks(html)

    assert isinstance(shown, DraftGallery)
    assert [one.caption for one in shown.pictures] == ["मेले की तस्वीरें", ""]


def test_what_stands_below_an_embed_is_kept() -> None:
    frame = '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="{}"></iframe>'
    below = "<figcaption>सभा में क्या हुआ</figcaption>"
    tweet = (
        '<blockquote class="twitter-tweet"><p>पुल खुला।</p>&mdash; प्रशासन (@dm) '
        '<a href="https://twitter.com/dm/status/1?ref_src=twsrc">May 5</a></blockquote>'
    )

    video, titled, nameless, post, caption = blocks(
        f"<figure>{frame}{below}</figure>{frame.format('सभा का वीडियो')}"
        f"{frame.format('YouTube video player')}<figure>{tweet}{below}</figure>"
    )

    watch = "https://www.youtube.com/watch?v=abcdefghijk"
    assert video == DraftVideo(url=watch, title="सभा में क्या हुआ")
    assert titled == DraftVideo(url=watch, title="सभा का वीडियो")
    assert nameless == DraftVideo(url=watch)
    assert isinstance(post, DraftPost)
    assert post.url == "https://twitter.com/dm/status/1"
    assert caption == DraftParagraph(text="सभा में क्या हुआ")


def test_what_facebook_s_player_shows_is_a_link_to_it() -> None:
    shown = "https://www.facebook.com/dm/videos/123/"
    html = (
        '<iframe src="https://www.facebook.com/plugins/video.php?'
        'href=https%3A%2F%2Fwww.facebook.com%2Fdm%2Fvideos%2F123%2F&amp;show_text=0"></iframe>'
    )

    assert blocks(html) == [link(shown, shown)]


def test_a_page_of_wordpress_that_was_embedded_is_a_reference_or_a_link() -> None:
    html = (
        '<figure class="kg-card kg-embed-card"><blockquote class="wp-embedded-content">'
        '<a href="{0}">मेला लगा</a></blockquote><iframe src="{0}embed/"></iframe></figure>'
    )

    assert blocks(html.format(f"{SITE}/mela/")) == [also_read("मेला लगा", f"{SITE}/mela/")]
    assert blocks(html.format("https://a.example/x/")) == [link("मेला लगा", "https://a.example/x/")]


def test_who_said_it_stands_on_the_last_line_of_a_quotation() -> None:
    assert blocks(
        "<blockquote>हम तैयार हैं।<br>— रमेश कुमार, मंत्री</blockquote>"
        "<blockquote><p>पुल बना।</p><p>रास्ता खुला।</p></blockquote>"
        "<blockquote>— नहीं</blockquote>"
    ) == [
        DraftQuote(text="हम तैयार हैं।", who="रमेश कुमार, मंत्री"),
        DraftQuote(text="पुल बना। रास्ता खुला।"),
        DraftQuote(text="— नहीं"),
    ]


def test_words_on_two_lines_of_a_heading_do_not_run_together() -> None:
    assert blocks("<h2>पुल खुला<br>रास्ता बंद</h2>") == [DraftHeading(text="पुल खुला रास्ता बंद")]


CARDS: dict[str, tuple[Mapping[str, Any], object]] = {
    "bookmark": (
        {"url": f"{SITE}/mela/", "metadata": {"title": "गांव में मेला लगा", "icon": "i.png"}},
        also_read("गांव में मेला लगा", f"{SITE}/mela/"),
    ),
    "video": (
        {"src": "/content/media/v.mp4", "caption": "<p>बाढ़ का वीडियो</p>"},
        link("बाढ़ का वीडियो", f"{SITE}/content/media/v.mp4"),
    ),
    "audio": (
        {"src": "/content/media/b.mp3", "title": "बातचीत"},
        link("बातचीत", f"{SITE}/content/media/b.mp3"),
    ),
    "file": (
        {"src": "/content/files/a.pdf", "fileTitle": "आदेश", "fileCaption": "कोर्ट"},
        link("आदेश", f"{SITE}/content/files/a.pdf", ": कोर्ट"),
    ),
    "embed": (
        {"url": "https://youtu.be/abcdefghijk", "caption": "सभा"},
        DraftVideo(url="https://www.youtube.com/watch?v=abcdefghijk", title="सभा"),
    ),
    "header": ({"header": "<span>चुनाव</span>"}, DraftHeading(text="चुनाव")),
    "image": (
        {"src": "/a.jpg", "alt": "पुल", "caption": "पुल पर भीड़"},
        DraftImageRef(url=f"{SITE}/a.jpg", alt="पुल", caption="पुल पर भीड़"),
    ),
    "before-after": (
        {"beforeImage": {"src": "/a.jpg"}, "caption": "पहले"},
        DraftImageRef(url=f"{SITE}/a.jpg", caption="पहले"),
    ),
    "aside": ({"children": [{"type": "text", "text": "एक बात"}]}, DraftQuote(text="एक बात")),
}


@pytest.mark.parametrize("kind", CARDS)
def test_a_card_says_the_same_in_the_editor_s_document(kind: str) -> None:
    said, shown = CARDS[kind]
    document = json.dumps({"root": {"children": [{"type": kind, **said}]}})

    assert blocks(lexical(document)) == [shown]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("signup", {"header": "डाक", "disclaimer": "कभी भी छोड़ें"}),
        ("call-to-action", {"textValue": "<p>मकान</p>", "hasSponsorLabel": True}),
        ("email", {"html": "<p>मेल में</p>"}),
        ("email-cta", {"html": "<p>मेल में</p>"}),
        ("paywall", {}),
        ("horizontalrule", {}),
    ],
)
def test_a_card_for_subscribers_says_nothing_in_a_story(kind: str, said: dict[str, Any]) -> None:
    document = json.dumps({"root": {"children": [{"type": kind, **said}]}})

    assert blocks(lexical(document)) == []


def test_a_quoted_post_in_the_editor_s_document_keeps_its_words() -> None:
    html = (
        '<blockquote class="twitter-tweet"><p>पुल खुला।</p>&mdash; प्रशासन (@dm) '
        '<a href="https://x.com/dm/status/1">May 5</a></blockquote><script async></script>'
    )
    document = json.dumps({"root": {"children": [{"type": "embed", "url": "u", "html": html}]}})

    (shown,) = blocks(lexical(document))

    assert isinstance(shown, DraftPost)
    assert (shown.text, shown.author) == ("पुल खुला।", "प्रशासन (@dm)")


def test_a_tab_parts_words() -> None:
    said = [{"type": "text", "text": "पुल"}, {"type": "tab", "text": "\t"}]
    said.append({"type": "text", "text": "खुला"})
    document = json.dumps({"root": {"children": [{"type": "paragraph", "children": said}]}})

    assert blocks(lexical(document)) == [DraftParagraph(text="पुल खुला")]
