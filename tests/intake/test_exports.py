"""What goes out as WordPress and agencies write it: what comes back whole, and what cannot."""

import io
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.intake.moving import INDIA, moved_in
from tests.intake.rich_site import SITE, empty, live, make_site, site

from harkara.intake.drafts import DraftFactBox, TextBlock
from harkara.intake.exporting import gathering
from harkara.intake.exporting.jsonl import write_jsonl
from harkara.intake.exporting.ninjs import write_ninjs
from harkara.intake.exporting.pictures import copy_file, photos
from harkara.intake.exporting.wxr import write_wxr
from harkara.intake.moving.archive import Moved
from harkara.intake.sources.wires import read_wire
from harkara.intake.sources.wires.items import Status
from harkara.intake.sources.wxr import WxrArchive
from harkara.newsroom.models import ArticlePage, SectionPage

# What the schema of ninjs 3.0 names in an item; it allows nothing else.
NINJS = frozenset(
    [
        "uri", "standard", "type", "pubStatus", "language", "firstCreated", "versionCreated",
        "embargoed", "expires", "altIds", "headlines", "descriptions", "by", "located", "bodies",
        "subjects", "people", "places", "organisations", "events", "genres", "infoSources",
        "associations", "renditions", "copyrightHolder", "name",
    ]
)  # fmt: skip
FIRST = "सोहनी पर पुल ]]> बना"

pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture(autouse=True)
def own_media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    return folder


def wxr(path: Path) -> Path:
    with path.open("w", encoding="utf-8") as out:
        write_wxr(out, site=SITE)
    return path


def test_a_wordpress_export_brings_back_what_readers_see(tmp_path: Path, pictures: Path) -> None:
    make_site()
    path, before = wxr(tmp_path / "out.xml"), site()
    for photo in photos():
        copy_file(photo, pictures)
    empty()

    moved_in(path, media=pictures)

    after = site()
    here = {one["versions"][0]["headline"]: one for one in after["stories"].values()}
    for story in before["stories"].values():
        said = story["versions"][0]
        found = here[said["headline"]]
        assert as_wordpress_keeps(found["versions"][0]) == as_wordpress_keeps(said)
        assert found["section"] == story["section"] or story["section"] is None
    assert [one[1:4] for one in after["photos"]] == [one[1:4] for one in before["photos"]]


def as_wordpress_keeps(version: dict[str, Any]) -> dict[str, Any]:
    """Return a version without what a WordPress export cannot carry; the reference names all."""
    blocks = [(kind, value) for _id, kind, value in version["body"]]
    kept: list[tuple[str, Any]] = []
    for kind, value in blocks:
        if kind == "paragraph":
            # A block of several paragraphs becomes several, a link to a story one to its address.
            kept += [("paragraph", words) for words in plain(value)]
        elif kind == "also_read":
            # A line that leads nowhere is a paragraph with a label; its words change with that.
            kept += [("also_read", value["story"])] if value["story"] else []
        else:
            kept.append((kind, value))
    # A photo's own name is lost: what it shows becomes its name.
    said = {**version, "body": kept, "names": sorted(version["names"]), "words": ""}
    text = json.dumps(said, default=str, ensure_ascii=False).replace(" दिखता है", "")
    found: dict[str, Any] = json.loads(text)
    return found


def plain(html: str) -> list[str]:
    """Return the words of each paragraph of rich text."""
    from lxml import html as parser

    found = parser.fromstring(f"<div>{html}</div>")
    return [" ".join(p.text_content().split()) for p in found.iter("p")]


def test_wordpress_shows_what_it_has_no_form_for(tmp_path: Path) -> None:
    make_site()

    text = wxr(tmp_path / "out.xml").read_text()

    assert "<!-- wp:paragraph -->" in text
    assert 'class="wp-block-group harkara-fact-box"><h3>पुल</h3><ul><li>' in text
    assert "harkara-corrections" in text
    with closing(WxrArchive(tmp_path / "out.xml", zone=INDIA)) as archive:
        archive.survey()
        drafts = [
            one.draft for one in map(archive.reader(), archive.items()) if isinstance(one, Moved)
        ]
    first = next(one for one in drafts if one.headline == FIRST)
    assert any(isinstance(block, DraftFactBox) for block in first.body)
    assert (first.form, first.dateline, first.byline) == ("report", "नौघाट", ("अतिथि लेखक",))
    assert first.source.credit == "समिति के लिए"
    assert len(first.corrections) == 2


def test_our_own_wire_reads_ninjs_back(pictures: Path) -> None:
    make_site()

    assert write_ninjs(pictures, site=SITE) == ArticlePage.objects.count()

    stories = {}
    for path in pictures.iterdir():
        (item,) = read_wire(path.read_bytes(), path.name)
        stories[item.draft.headline] = item
    first = stories[FIRST]
    assert (first.status, first.draft.standfirst) == (Status.USABLE, "उद्घाटन & मेला")
    assert (first.draft.dateline, first.draft.byline) == ("नौघाट", ("मीरा चौहान", "अतिथि लेखक"))
    words = " ".join(one.text for one in first.draft.body if isinstance(one, TextBlock))
    for said in ("पुल का काम <पूरा> हुआ।", "पैसा & समय", "दो बात", "लंबाई 400 मीटर", "पुल बड़ा है।"):
        assert said in words
    assert first.photos[0].places == (f"{SITE}/uploads/teal.jpg",)
    assert first.photos[0].credit == "हरकारा/मीरा"
    assert stories["हटाई गई"].status is Status.CANCELED
    assert stories["अधूरी खबर"].status is Status.WITHHELD
    assert stories["कल की खबर"].draft.embargo_until is not None


def test_ninjs_uses_only_names_of_its_schema(pictures: Path) -> None:
    make_site()
    write_ninjs(pictures, site=SITE)

    for path in pictures.iterdir():
        item = json.loads(path.read_text())
        assert set(item) <= NINJS
        assert {"uri", "standard", "pubStatus", "headlines"} <= set(item)
        for one in item.get("associations", []):
            assert set(one) <= NINJS
            assert {"name", "uri"} <= set(one)
            assert all(rendition["name"] for rendition in one["renditions"])
        for texts in ("headlines", "descriptions", "bodies"):
            assert all(set(one) == {"role", "contentType", "value"} for one in item.get(texts, []))


def test_a_batch_takes_the_same_queries_however_many_stories_it_holds() -> None:
    make_site()

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            for _stories, _around in gathering.batches(gathering.sections()):
                pass
        return len(found)

    few = queries()
    desh = SectionPage.objects.get(slug="desh")
    first = ArticlePage.objects.get(title=FIRST)
    body = tuple({"type": one["type"], "value": one["value"]} for one in first.body.raw_data)
    for at in range(5):
        live(f"खबर {at}", desh, body=body, picture_id=first.picture_id)

    assert queries() == few


def test_every_form_takes_batches_of_a_few_stories(monkeypatch: Any, tmp_path: Path) -> None:
    make_site()
    whole: list[str] = []
    for size in (200, 2):
        monkeypatch.setattr(gathering, "AT_ONCE", size)
        out = io.StringIO()
        write_jsonl(out, site=SITE)
        write_wxr(out, site=SITE)
        whole.append(out.getvalue())

    assert whole[0] == whole[1]
