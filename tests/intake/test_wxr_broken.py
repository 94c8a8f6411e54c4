"""Broken exports: what is wrong is named with its line, and the rest moves in whole."""

import base64
import gzip
import json
import tracemalloc
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.intake.moving import INDIA, item, moved_in, wxr

from harkara.intake.models import Move
from harkara.intake.refusals import Refused
from harkara.intake.sources.wxr import WxrArchive
from harkara.intake.sources.wxr.splitting import Flaw, pieces
from harkara.newsroom.models import ArticlePage, LiveStory

EXPORTS = Path(__file__).parents[3] / "shared" / "data" / "cms-exports.jsonl.gz"
BOMB = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "/etc/passwd">]>\n'


def troubles(move: Move) -> list[tuple[int, str]]:
    rows = move.notes.filter(kind="person", article=None).order_by("pk")
    return [(note.line, note.message) for note in rows]


@pytest.mark.usefixtures("paper")
def test_a_file_that_ends_in_the_middle_of_an_item(tmp_path: Path) -> None:
    path = wxr(tmp_path, item(1), item(2))
    path.write_bytes(path.read_bytes()[:-150])

    move = moved_in(path)

    assert ArticlePage.objects.count() == 1
    assert troubles(move) == [(5, "The file ends inside the item.")]


@pytest.mark.usefixtures("paper")
def test_an_item_that_is_not_closed_costs_no_other(tmp_path: Path) -> None:
    move = moved_in(wxr(tmp_path, item(1).removesuffix("</item>"), item(2)))

    assert LiveStory.objects.count() == 1
    assert troubles(move) == [(4, "The item is not closed: another begins inside it.")]


@pytest.mark.usefixtures("paper")
def test_an_item_that_is_too_large_is_passed_over_unread(tmp_path: Path) -> None:
    path = wxr(tmp_path, item(1, content="न" * 9000), item(2))

    with patch("harkara.intake.sources.wxr.splitting.MOST_BYTES", 10_000):
        move = moved_in(path)

    assert LiveStory.objects.count() == 1
    assert troubles(move) == [(4, "The item is larger than %(size)d MB.")]


def test_a_post_of_a_hundred_megabytes_is_held_by_nobody(tmp_path: Path) -> None:
    path, line = tmp_path / "large.xml", ("न" * 333 + "\n").encode()
    before, after = wxr(tmp_path, item(1, content="XX"), item(2)).read_bytes().split(b"XX")
    with path.open("wb") as file:
        file.write(before)
        for _ in range(100):
            file.write(line * 1049)
        file.write(after)

    tracemalloc.start()
    found = list(pieces(path))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert path.stat().st_size > 100 << 20
    assert [piece.flaw for piece in found] == [Flaw.NONE, Flaw.TOO_LARGE, Flaw.NONE]
    assert (found[1].line, found[2].line) == (4, 4 + 104_900 + 1)
    assert most < 80 << 20


@pytest.mark.usefixtures("paper")
def test_entities_of_the_file_s_own_are_never_expanded(tmp_path: Path) -> None:
    move = moved_in(wxr(tmp_path, item(1, title="शीर्षक &b; &c; यहां"), head=BOMB))

    assert troubles(move)[0] == (1, "The file declares entities of its own. They were not read.")
    page = ArticlePage.objects.get()
    assert "haha" not in page.title
    assert "root:" not in page.title
    assert not page.live


@pytest.mark.usefixtures("paper")
def test_a_broken_item_is_read_as_far_as_it_goes_and_not_published(tmp_path: Path) -> None:
    move = moved_in(wxr(tmp_path, item(1, more="<wp:x>"), item(2, "दूसरी")))

    assert LiveStory.objects.get().headline == "दूसरी"
    assert ArticlePage.objects.count() == 2
    assert move.notes.filter(message__startswith="It may have lost").exists()


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_another_encoding_is_read_as_declared(tmp_path: Path, encoding: str) -> None:
    path = wxr(tmp_path, item(1, title="Café"))
    text = path.read_text().replace("UTF-8", encoding).replace("एक बात।", "text")
    path.write_bytes(text.replace("खेल", "Sports").encode(encoding))

    moved_in(path)

    assert ArticlePage.objects.get().title == "Café"


@pytest.mark.usefixtures("paper")
def test_characters_that_are_lost_keep_a_story_off_the_site(tmp_path: Path) -> None:
    path = wxr(tmp_path, item(1, title="XX"))
    path.write_bytes(path.read_bytes().replace(b"XX", "खब".encode()[:-1]))

    moved_in(path)

    assert not LiveStory.objects.exists()
    assert ArticlePage.objects.count() == 1


@pytest.mark.usefixtures("paper")
def test_control_characters_are_dropped(tmp_path: Path) -> None:
    moved_in(wxr(tmp_path, item(1, title="खब\x08र", content="<p>ए\x00क बा\x0bत।</p>")))

    assert ArticlePage.objects.get().title == "खबर"


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize("half", ["&#xD800;", "&#56320;"])
def test_half_of_a_character_is_left_out_and_told(tmp_path: Path, half: str) -> None:
    move = moved_in(wxr(tmp_path, item(1, f"पु{half}ल &#2346;"), item(2)))

    assert set(ArticlePage.objects.values_list("title", flat=True)) == {"पुल प", "खबर"}
    assert {note.line for note in move.notes.all()} == {4}
    assert move.notes.filter(message__startswith="It may have lost").exists()


@pytest.mark.usefixtures("paper")
def test_a_site_whose_address_is_none_moves_in_all_the_same(tmp_path: Path) -> None:
    path = wxr(tmp_path, item(1))
    path.write_text(
        path.read_text(encoding="utf-8").replace("https://khabar.example<", "http://[x<")
    )

    moved_in(path)
    again = moved_in(path)

    assert ArticlePage.objects.count() == 1
    assert again.counts["unchanged"] == 1


@pytest.mark.usefixtures("paper")
def test_categories_that_are_their_own_parents_do_not_go_round(tmp_path: Path) -> None:
    circle = "".join(
        f"<wp:category><wp:category_nicename>{one}</wp:category_nicename>"
        f"<wp:category_parent>{other}</wp:category_parent><wp:cat_name>{one}</wp:cat_name>"
        "</wp:category>"
        for one, other in (("a1", "b1"), ("b1", "a1"))
    )

    moved_in(wxr(tmp_path, circle, item(1)))

    assert LiveStory.objects.count() == 1


def test_the_end_of_an_item_inside_its_text_is_text(tmp_path: Path) -> None:
    found = list(pieces(wxr(tmp_path, item(1, content="a </item> <item> b"), item(2))))

    assert [piece.flaw for piece in found] == [Flaw.NONE] * 3
    assert b"a </item> <item> b" in found[1].raw


@pytest.mark.parametrize("chunk", [7, 64, 1000])
def test_a_file_is_cut_alike_whatever_it_is_read_in(tmp_path: Path, chunk: int) -> None:
    path = wxr(tmp_path, *(item(number) for number in range(1, 6)))
    whole = list(pieces(path))

    with patch("harkara.intake.sources.wxr.splitting.CHUNK", chunk):
        assert list(pieces(path)) == whole
        assert list(pieces(path, whole[2].after)) == whole[3:]


@pytest.mark.parametrize(
    "raw", [b"", b"PK\x03\x04", b"<html><body>x</body></html>", b"<rss><channel/></rss>", b"{}"]
)
def test_what_is_no_export_is_refused_in_one_line(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(raw)

    with closing(WxrArchive(path, zone=INDIA)) as archive, pytest.raises(Refused) as refusal:
        archive.survey()

    assert "\n" not in str(refusal.value)


@pytest.mark.usefixtures("paper")
def test_every_public_export_moves_in_or_is_refused(tmp_path: Path) -> None:
    if not EXPORTS.exists():
        pytest.skip(f"{EXPORTS} is not here")
    outcomes, refusals = {}, []
    with gzip.open(EXPORTS, "rt", encoding="utf-8") as lines:
        for at, line in enumerate(lines):
            row = json.loads(line)
            path = tmp_path / f"{at}-{row['name'].replace('/', '-')}"
            text = row.get("text")
            path.write_bytes(base64.b64decode(row["base64"]) if text is None else text.encode())
            try:
                move = moved_in(path)
                outcomes[row["source"]] = (move.counts.get("live", 0), move.finished_at is not None)
            except Refused as refusal:
                refusals.append(str(refusal))

    assert not [one for one in refusals if not one or "\n" in one]
    assert sum(finished for _live, finished in outcomes.values()) >= 30
    assert ArticlePage.objects.count() > 80
