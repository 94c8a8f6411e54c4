"""The forms in which Ghost keeps a post: its two editors' documents, and files of any size."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from harkara.intake.drafts import (
    DraftGallery,
    DraftImageRef,
    DraftParagraph,
    DraftQuote,
    DraftTable,
)
from harkara.intake.moving.archive import Fate, Moved, Passed
from harkara.intake.sources.ghost import GhostArchive
from harkara.intake.sources.ghost.mobiledoc import html_of as mobiledoc

SITE = "https://khabar.example"


def post(**said: Any) -> dict[str, Any]:
    return {"id": "p1", "title": "खबर", "slug": "khabar", "status": "published", **said}


def read(folder: Path, tables: Any) -> list[Moved | Passed]:
    path = folder / "site.json"
    path.write_text(json.dumps(tables), encoding="utf-8")
    with closing(GhostArchive(path, address=SITE)) as archive:
        archive.survey()
        return list(map(archive.reader(), archive.items()))


def moved(folder: Path, **said: Any) -> Moved:
    (found,) = read(folder, {"posts": [post(**said)]})
    assert isinstance(found, Moved)
    return found


def test_an_older_editor_s_document_is_read_with_its_cards_and_atoms(tmp_path: Path) -> None:
    document = {
        "version": "0.3.1",
        "atoms": [["soft-return", "", {}], ["mention", "@ram", {}]],
        "cards": [
            ["image", {"src": "__GHOST_URL__/content/images/pul.jpg", "caption": "सुबह"}],
            ["gallery", {"images": [{"src": "/a.jpg"}, {"src": "/b.jpg"}]}],
            ["markdown", {"markdown": "## दाम\n\nपुल **बड़ा** है।\n\n- एक\n- दो"}],
            ["email-cta", {"html": "<p>सिर्फ मेल में</p>"}],
            ["callout", {"calloutText": "ध्यान <b>दें</b>"}],
        ],
        "markups": [["strong"], ["a", ["href", "https://x.example/2"]], ["em"]],
        "sections": [
            [1, "p", [[0, [], 0, "सोहनी पर "], [0, [0, 2], 1, "नया"], [0, [], 1, " पुल"],
                      [1, [], 0, 0], [0, [1], 1, "खुला"], [1, [], 0, 1]]],
            [1, "h2", [[0, [], 0, "रास्ता & समय"]]],
            [10, 0], [10, 1], [10, 2], [10, 3], [10, 4], [10, 99], [7, "?"],
            [3, "ol", [[[0, [], 0, "पहला"]], [[0, [], 0, "दूसरा"]]]],
            [1, "blockquote", [[0, [], 0, "पुल बड़ा है।"]]],
        ],
    }  # fmt: skip

    body = moved(tmp_path, html=None, mobiledoc=json.dumps(document)).draft.body

    assert isinstance(body[0], DraftParagraph)
    assert body[0].html == (
        'सोहनी पर <strong><em>नया</em> पुल</strong><br/><a href="https://x.example/2">खुला</a>@ram'
    )
    assert [block.kind for block in body] == [
        "paragraph", "heading", "image", "gallery", "heading", "paragraph", "list", "paragraph",
        "list", "quote",
    ]  # fmt: skip
    assert isinstance(body[2], DraftImageRef)
    assert (body[2].url, body[2].caption) == (f"{SITE}/content/images/pul.jpg", "सुबह")
    assert isinstance(body[3], DraftGallery)
    assert len(body[3].pictures) == 2
    assert "मेल में" not in str(body)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"sections": 3}', '{"sections": [[1], [1, "p", [[0]]], 4, [10, "x"]]}']
)
def test_a_document_that_is_none_says_nothing(text: str) -> None:
    assert "<p>" not in mobiledoc(text) or mobiledoc(text) == "<p></p>"


def test_what_went_by_mail_alone_and_to_members_is_kept_from_readers(tmp_path: Path) -> None:
    tables = {
        "posts": [
            post(id="a", status="sent", html="<p>मेल।</p>"),
            post(id="b", html="<p>मेल।</p>"),
            post(id="c", visibility="paid", html="<p>पैसे से।</p>"),
            post(id="d", html="<p>सबके लिए।</p>", canonical_url="https://a.example/1"),
        ],
        "posts_meta": [{"post_id": "b", "email_only": 1}],
    }

    found = [one for one in read(tmp_path, tables) if isinstance(one, Moved)]

    assert [one.fate for one in found] == [Fate.DRAFT, Fate.DRAFT, Fate.MEMBERS, Fate.LIVE]
    assert [len(one.draft.notices) for one in found] == [1, 1, 0, 0]
    assert found[3].draft.source.url == "https://a.example/1"


def test_tables_stand_in_any_order_and_below_any_of_the_known_places(tmp_path: Path) -> None:
    data = {
        "posts": [post(html="<p>एक।</p>")],
        "posts_tags": [
            {"post_id": "p1", "tag_id": "t2", "sort_order": 1},
            {"post_id": "p1", "tag_id": "t1", "sort_order": 0},
        ],
        "mobiledoc_revisions": [{"id": "x", "posts": [{"id": "no"}]}],
        "tags": [
            {"id": "t1", "name": "खेल", "slug": "khel"},
            {"id": "t2", "name": "नदी", "slug": "nadi"},
        ],
    }  # fmt: skip
    for tables in (data, {"data": data}, {"db": [{"data": data}]}, {"result": {"data": data}}):
        (found,) = read(tmp_path, tables)
        assert isinstance(found, Moved)
        assert (found.sections, found.topics) == (("khel",), ("khel", "nadi"))


def test_a_file_that_breaks_off_brings_what_stands_before_the_break(tmp_path: Path) -> None:
    path = tmp_path / "site.json"
    whole = json.dumps({"posts": [post(id=str(at), html="<p>एक।</p>") for at in range(3)]})
    path.write_text(whole[: whole.rindex('"id"') + 9], encoding="utf-8")

    with closing(GhostArchive(path, address=SITE)) as archive:
        survey = archive.survey()
        found = list(map(archive.reader(), archive.items()))

    assert [one.why.values for one in survey.troubles] == [{"count": 2}]
    assert len(found) == 2


def test_bytes_that_are_no_text_are_replaced(tmp_path: Path) -> None:
    path = tmp_path / "site.json"
    path.write_bytes(b'\xef\xbb\xbf{"posts": [{"id": "1", "title": "a\xff", "html": "<p>b</p>"}]}')

    with closing(GhostArchive(path)) as archive:
        archive.survey()
        (found,) = map(archive.reader(), archive.items())

    assert isinstance(found, Moved)
    assert found.draft.headline == "a\N{REPLACEMENT CHARACTER}"


def test_what_only_members_were_to_see_does_not_go_live_at_its_hour(tmp_path: Path) -> None:
    found = moved(tmp_path, status="scheduled", visibility="tiers", html="<p>राज।</p>")

    assert found.fate is Fate.MEMBERS


def test_a_part_that_visitors_did_not_see_is_taken_out_and_named(tmp_path: Path) -> None:
    gate = '<!--kg-gated-block:begin nonMember:{} memberSegment:"{}" -->{}<!--kg-gated-block:end-->'
    html = "<p>खबर।</p>" + gate.format("false", "status:free", "<p>राज की बात।</p>")
    html += gate.format("true", "", "<p>सबके लिए।</p>")

    found = moved(tmp_path, html=html)

    assert found.draft.text == "खबर।\n\nसबके लिए।"
    assert [str(one.values.get("text")) for one in found.draft.notices] == ["राज की बात।"]


def test_an_address_of_the_site_itself_is_no_source(tmp_path: Path) -> None:
    elsewhere = moved(tmp_path, canonical_url="https://www.akhbar.example/1", html="<p>एक।</p>")
    own = moved(tmp_path, canonical_url=f"{SITE}/pehle/", html="<p>एक।</p>")

    source = elsewhere.draft.source
    assert (source.name, source.url) == ("akhbar.example", "https://www.akhbar.example/1")
    assert own.draft.source.url == own.draft.source.name == ""


def test_a_featured_image_that_the_text_begins_with_stands_there_once(tmp_path: Path) -> None:
    picture = "__GHOST_URL__/content/images/pul.jpg"
    html = f'<figure class="kg-image-card"><img src="{picture}" alt="पुल"></figure><p>खबर।</p>'

    found = moved(tmp_path, feature_image=picture, html=html)

    assert [block.kind for block in found.draft.body] == ["paragraph"]
    assert found.lead == DraftImageRef(url=f"{SITE}/content/images/pul.jpg", alt="पुल")


def test_files_that_stay_behind_are_named_once_for_each_story(tmp_path: Path) -> None:
    html = (
        '<p><a href="__GHOST_URL__/content/files/aadesh.pdf">आदेश</a></p><figure class="kg-card '
        'kg-video-card" data-kg-thumbnail="__GHOST_URL__/content/media/v_thumb.jpg">'
        '<video src="__GHOST_URL__/content/media/v.mp4"></video></figure>'
    )

    (notice,) = moved(tmp_path, html=html).draft.notices

    assert notice.values == {"files": "aadesh.pdf, v.mp4"}


def test_a_post_that_nobody_gave_a_title_has_none(tmp_path: Path) -> None:
    found = moved(tmp_path, title="(Untitled)", slug="untitled-3", html="<p>एक।</p>")

    assert (found.draft.headline, found.words) == ("", "khabar")


def test_markdown_of_older_posts_keeps_quotations_and_tables(tmp_path: Path) -> None:
    said = "> हम तैयार हैं।\n> — रमेश\n\n***\n\n| क | ख |\n|---|:-:|\n| १ | **२** |"
    document = {"sections": [[10, 0]], "cards": [["card-markdown", {"markdown": said}]]}

    quote, table = moved(tmp_path, html=None, mobiledoc=json.dumps(document)).draft.body

    assert quote == DraftQuote(text="हम तैयार हैं।", who="रमेश")
    assert table == DraftTable(rows=(("क", "ख"), ("१", "२")))


def test_an_older_export_names_its_pictures_without_the_site(tmp_path: Path) -> None:
    html = '<figure class="kg-image-card"><img src="/content/images/pul.jpg"></figure><p>खबर।</p>'

    found = moved(tmp_path, feature_image="/content/images/pul.jpg", html=html)

    assert [block.kind for block in found.draft.body] == ["paragraph"]
    assert found.lead == DraftImageRef(url=f"{SITE}/content/images/pul.jpg")


def test_an_answer_of_the_api_tells_a_post_s_whole_address(tmp_path: Path) -> None:
    own = moved(tmp_path, url=f"{SITE}/2020/05/12/khabar/", html="<p>एक।</p>")
    elsewhere = moved(tmp_path, url="https://a.example/2020/khabar/", html="<p>एक।</p>")

    assert own.old_paths == ("/khabar/", "/2020/05/12/khabar/")
    assert elsewhere.old_paths == ("/khabar/",)
