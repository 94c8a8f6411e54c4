"""What plugins, page builders and bought themes keep in a WordPress site comes with its stories."""

import base64
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.intake.moving import INDIA, item, moved_in, stories, wxr

from harkara.intake.content import read_content, stored
from harkara.intake.drafts import (
    DraftBlock,
    DraftGallery,
    DraftImageRef,
    DraftLink,
    DraftParagraph,
    DraftVideo,
)
from harkara.intake.mending import Pen
from harkara.intake.models import ForeignId
from harkara.intake.moving.archive import Moved
from harkara.intake.moving.mapping import PASS_OVER, Plan, propose
from harkara.intake.sources.wxr import WxrArchive
from harkara.newsroom import queries
from harkara.newsroom.models import ArticlePage, SectionPage
from harkara.newsroom.queries.proposing import site_sections

HOME = "https://khabar.example"
VIDEO = "https://www.youtube.com/watch?v=abcdefgh123"
HEAD = "".join(
    f"<wp:category><wp:term_id>{number}</wp:term_id>"
    f"<wp:category_nicename>{slug}</wp:category_nicename><wp:cat_name>{name}</wp:cat_name>"
    "</wp:category>"
    for number, slug, name in [(3, "khel", "खेल"), (4, "desh", "देश"), (9, "slider", "Slider")]
)
DESH = '<category domain="category" nicename="desh">देश</category>'
SLIDER = '<category domain="category" nicename="slider">Slider</category>'


def meta(key: str, value: str) -> str:
    return (
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
    )


def text(name: str, value: str) -> str:
    """Return one value of an array as PHP serialises it."""
    return f's:{len(name)}:"{name}";s:{len(value.encode())}:"{value}";'


def read(folder: Path, *items: str) -> list[Moved]:
    with closing(WxrArchive(wxr(folder, HEAD, *items), zone=INDIA)) as archive:
        archive.survey()
        return [one for one in stories(archive) if isinstance(one, Moved)]


def of_ids(*ids: str) -> DraftGallery:
    return DraftGallery(pictures=tuple(DraftImageRef(url="", foreign_id=one) for one in ids))


def link(address: str) -> DraftParagraph:
    return DraftParagraph(text=address, links=(DraftLink(text=address, url=address),))


def body(html: str) -> Sequence[DraftBlock]:
    return read_content(html, stored(HOME), Pen()).blocks


@pytest.mark.parametrize(
    ("more", "first"),
    [
        ("", "khel"),
        (meta("_yoast_wpseo_primary_category", "4"), "desh"),
        (meta("rank_math_primary_category", "4"), "desh"),
        (meta("td_post_theme_settings", f"a:1:{{{text('td_primary_cat', '4')}}}"), "desh"),
        (meta("jnews_primary_category", 'a:2:{s:2:"id";i:4;s:4:"hide";s:0:"";}'), "desh"),
        (meta("_bs_primary_category", "auto-detect"), "khel"),
        # One that the story does not stand in, or that is none, says nothing.
        (meta("_yoast_wpseo_primary_category", "9"), "khel"),
        (meta("_yoast_wpseo_primary_category", "777"), "khel"),
    ],
)
def test_the_category_that_was_chosen_comes_first(tmp_path: Path, more: str, first: str) -> None:
    [story] = read(tmp_path, item(41, more=DESH + more))

    assert story.sections[0] == first
    assert set(story.sections) == {"khel", "desh"}


def test_the_category_of_the_permalink_comes_before_the_others(tmp_path: Path) -> None:
    asked = item(41, more=DESH).replace("/41-khabar/", "/desh/41-khabar/")

    assert read(tmp_path, asked)[0].sections == ("desh", "khel")


@pytest.mark.usefixtures("paper")
def test_a_category_of_the_front_page_s_slider_becomes_no_section(tmp_path: Path) -> None:
    path = wxr(tmp_path, HEAD, *(item(at, more=SLIDER) for at in range(41, 61)))
    with closing(WxrArchive(path, zone=INDIA)) as archive:
        plan = propose(archive.survey(), site_sections(), Plan())

    assert plan.sections["slider"] == PASS_OVER
    moved_in(path)
    assert not SectionPage.objects.filter(slug="slider").exists()
    assert queries.redirect_for("/category/slider/") == "/taaza/"


def test_every_earlier_slug_and_day_is_an_address(tmp_path: Path) -> None:
    earlier = (
        meta("_wp_old_slug", "pehla")
        + meta("_wp_old_slug", "doosra")
        + meta("_wp_old_date", "2019-05-20")
        + "<wp:post_name>pul</wp:post_name>"
    )
    asked = item(41, more=earlier).replace("/41-khabar/", "/2019/05/21/pul/")

    assert set(read(tmp_path, asked)[0].old_paths) == {
        "/2019/05/21/pul/",
        "/2019/05/21/pehla",
        "/2019/05/21/doosra",
        "/2019/05/20/pul",
        "/2019/05/20/pehla",
        "/2019/05/20/doosra",
        "/?p=41",
    }


@pytest.mark.parametrize(
    "more",
    [
        meta("td_post_video", f"a:2:{{{text('td_video', VIDEO)}{text('td_last_video', VIDEO)}}}"),
        meta("_format_video_embed", f'<iframe width="560" src="{VIDEO}"></iframe>'),
        meta("tie_video_url", VIDEO),
    ],
)
def test_a_video_that_stood_for_the_picture_stands_above_the_text(
    tmp_path: Path, more: str
) -> None:
    [alone] = read(tmp_path, item(41, more=more))
    [twice] = read(tmp_path, item(41, content=f"<p>एक बात।</p>\n{VIDEO}", more=more))

    assert [block.kind for block in alone.draft.body] == ["video", "paragraph"]
    assert [block.kind for block in twice.draft.body] == ["paragraph", "video"]


def test_a_line_below_the_headline_is_the_standfirst_unless_there_is_an_excerpt(
    tmp_path: Path,
) -> None:
    said = meta("td_post_theme_settings", f"a:1:{{{text('td_subtitle', 'जिले को मिली राह')}}}")
    [story] = read(tmp_path, item(41, more=said))
    own = "<excerpt:encoded>अपना सार</excerpt:encoded>"
    [other] = read(tmp_path, item(42, more=said + own))

    assert story.draft.standfirst == "जिले को मिली राह"
    assert other.draft.standfirst == "अपना सार"


def test_whom_a_story_was_taken_from_is_its_source(tmp_path: Path) -> None:
    said = text("td_source", "घाट एजेंसी") + text("td_source_url", "https://ghat.example/")
    [story] = read(tmp_path, item(41, more=meta("td_post_theme_settings", f"a:2:{{{said}}}")))
    [other] = read(tmp_path, item(42, more=meta("_bs_source_url", "javascript:alert(1)")))

    assert (story.draft.source.name, story.draft.source.url) == (
        "घाट एजेंसी",
        "https://ghat.example/",
    )
    assert other.draft.source.url == ""


def test_a_featured_picture_may_be_an_address(tmp_path: Path) -> None:
    picture = f"{HOME}/wp-content/uploads/pul.jpg"
    [story] = read(tmp_path, item(41, more=meta("fifu_image_url", picture)))

    assert story.lead == DraftImageRef(url=picture)


def test_a_featured_picture_that_begins_the_text_is_shown_once(tmp_path: Path) -> None:
    lead = meta("_thumbnail_id", "91")
    shown = f'<img class="wp-image-{{}}" src="{HOME}/wp-content/uploads/pul.jpg">'
    once = shown.format(91) + "<p>एक।</p>Trending Videos"
    found = read(
        tmp_path,
        item(41, content=once, more=lead),
        item(42, content=shown.format(92) + "<p>दो।</p>", more=lead),
        item(43, content=f"[caption]{shown.format(91)} पुल[/caption]<p>तीन।</p>", more=lead),
        item(44, content="<p>चार।</p>" + shown.format(91), more=lead),
        item(45, content=once, more=lead + meta("_harkara_kind", "news")),
    )

    kinds = [[block.kind for block in story.draft.body] for story in found]
    both = ["image", "paragraph"]
    assert kinds == [["paragraph"], both, both, both[::-1], both]
    assert [line.before_block for line in found[0].draft.removed] == [1]
    picture = f"{HOME}/wp-content/uploads/pul.jpg"
    assert found[0].lead == DraftImageRef(url=picture, foreign_id="91")


@pytest.mark.usefixtures("paper")
def test_a_category_below_another_has_the_address_of_both(tmp_path: Path) -> None:
    head = "".join(
        f"<wp:category><wp:category_nicename>{slug}</wp:category_nicename>"
        f"<wp:category_parent>{above}</wp:category_parent><wp:cat_name>{slug}</wp:cat_name>"
        "</wp:category>"
        for slug, above in [("desh", "b"), ("bihar", "desh"), ("a", "b"), ("b", "a")]
    )
    moved_in(wxr(tmp_path, head, item(41)))

    for asked in ("/category/bihar/", "/category/b/a/", "/category/a/b/desh/bihar/feed/"):
        assert queries.redirect_for(asked)


@pytest.mark.usefixtures("paper")
def test_guest_authors_stand_under_their_names(tmp_path: Path) -> None:
    guest = (
        "<item><title>रवि</title><wp:post_id>7</wp:post_id><wp:status>publish</wp:status>"
        "<wp:post_type>guest-author</wp:post_type>"
        + meta("cap-user_login", "ravi")
        + meta("cap-display_name", "रवि कुमार")
        + "</item>"
    )
    head = (
        "<wp:author><wp:author_login>meera.c</wp:author_login>"
        "<wp:author_display_name>मीरा चौहान</wp:author_display_name></wp:author>"
    )
    by = '<category domain="author" nicename="cap-{}"><![CDATA[{}]]></category>'
    story = item(41, more=by.format("ravi", "ravi") + by.format("meera-c", "meera.c"))
    move = moved_in(wxr(tmp_path, head + HEAD, story, guest))

    article: ArticlePage = ForeignId.objects.get(foreign_id="41").article
    assert [str(one) for one in article.bylines.all()] == ["रवि कुमार", "मीरा चौहान"]
    assert queries.redirect_for("/author/meera-c/") == "/lekhak/meera-chauhan/"
    assert queries.redirect_for("/author/ravi/") == "/lekhak/ravi-kumar/"
    assert not move.notes.exists()


def attachment(number: int, parent: int, order: int, name: str = "pul.jpg") -> str:
    return (
        f"<item><title>{number}</title><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_parent>{parent}</wp:post_parent><wp:menu_order>{order}</wp:menu_order>"
        "<wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>"
        f"<wp:attachment_url>{HOME}/wp-content/uploads/{number}-{name}</wp:attachment_url></item>"
    )


def test_a_gallery_that_names_no_picture_has_all_that_were_uploaded_with_its_story(
    tmp_path: Path,
) -> None:
    found = read(
        tmp_path,
        item(41, content="<p>एक।</p>[gallery columns=2]"),
        attachment(93, 41, 1),
        attachment(91, 41, 2),
        attachment(92, 41, 1),
        attachment(94, 41, 3, "niyam.pdf"),
        attachment(95, 42, 1),
        item(42, content='<p>दो।</p>[gallery ids="91"]'),
        item(43, content="<p>तीन।</p>[gallery]"),
    )

    first, second, third = (story.draft.body[1:] for story in found)
    assert first == (of_ids("92", "93", "91"),)
    assert second == (of_ids("91"),)
    assert third == ()


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (f'[vc_video link="{VIDEO}"]', DraftVideo(url=VIDEO)),
        (f'[su_youtube url="{VIDEO}" width="600"]', DraftVideo(url=VIDEO)),
        (f"[embedyt]{VIDEO}[/embedyt]", DraftVideo(url=VIDEO)),
        ('[fusion_youtube id="abcdefgh123" /]', DraftVideo(url=VIDEO)),
        (f"[video src='{VIDEO}'][/video]", DraftVideo(url=VIDEO)),
        (f"[youtube={VIDEO}]", DraftVideo(url=VIDEO)),
        (f'[pdf-embedder url="{HOME}/niyam.pdf"]', link(f"{HOME}/niyam.pdf")),
        ('[facebook url="https://facebook.com/p/1"]', link("https://facebook.com/p/1")),
        ('[vc_single_image image="12" css=".a{}"]', of_ids("12")),
        (
            f'[fusion_imageframe image_id="12|full"]{HOME}/a.jpg[/fusion_imageframe]',
            of_ids("12"),
        ),
        (
            f'[et_pb_image src="{HOME}/a.jpg" alt="पुल"]',
            DraftImageRef(url=f"{HOME}/a.jpg", alt="पुल"),
        ),
        (
            '[vc_images_carousel images="12,13"]',
            of_ids("12", "13"),
        ),
    ],
)
def test_shortcodes_of_page_builders_show_what_they_showed(html: str, shown: DraftBlock) -> None:
    assert body(f"[vc_row][vc_column]{html}[/vc_column][/vc_row]") == (shown,)


def test_text_inside_a_page_builder_s_columns_stays_and_what_was_packed_is_read() -> None:
    packed = base64.b64encode(quote("<p>बांध की बात।</p>").encode()).decode()
    script = base64.b64encode(b"<script>ad()</script>").decode()
    html = (
        '[vc_row full_width="x"][vc_column][vc_column_text css=".b{color:red}"]पुल खुला।\n\nराह आसान।'
        f"[/vc_column_text][vc_raw_html]{packed}[/vc_raw_html][vc_raw_js]{script}[/vc_raw_js]"
        "[/vc_column][/vc_row][vc_raw_html]%%%[/vc_raw_html]"
    )
    found = read_content(html, stored(HOME), Pen())

    texts = [block.text for block in found.blocks if isinstance(block, DraftParagraph)]
    assert texts == ["पुल खुला।", "राह आसान।", "बांध की बात।"]
    assert [one[:11] for one in found.unknown] == ["[vc_raw_js]", "[vc_raw_htm"]


@pytest.mark.parametrize("word", ["[पीटीआई]", "[PTI]", "[sic]", "[photo courtesy: ANI]", "[2]"])
def test_brackets_that_are_no_shortcodes_stay(word: str) -> None:
    assert body(f"<p>पुल खुला {word}</p>") == (DraftParagraph(text=f"पुल खुला {word}"),)


def test_blocks_that_wordpress_filled_in_are_told_of() -> None:
    html = (
        '<!-- wp:block {"ref":77} /--><!-- wp:paragraph --><p>पुल खुला।</p><!-- /wp:paragraph -->'
        "<!-- wp:latest-posts {broken} /--><!-- wp:more --><!--more--><!-- /wp:more -->"
        f'<!-- wp:separator /--><!-- wp:embed {{"url":"{VIDEO}"}} /-->'
    )
    found = read_content(html, stored(HOME), Pen())

    assert found.blocks == (DraftParagraph(text="पुल खुला।"), DraftVideo(url=VIDEO))
    assert found.filled == ("block 77", "latest-posts")


def test_half_of_a_letter_in_a_block_is_left_out() -> None:
    found = body('<!-- wp:embed {"url":"https://khabar.example/a\\ud83d/"} /-->')

    assert found == (link("https://khabar.example/a/"),)
