"""What our own export writes into a body comes back as what it was."""

from datetime import UTC, datetime

from harkara.intake.content import read_content, stored
from harkara.intake.drafts import DraftFactBox, DraftParagraph, DraftTable, DraftVideo
from harkara.intake.mending import Pen

WAYS = stored("https://khabar.example")


def test_a_fact_box_is_one_again() -> None:
    html = (
        '<div class="wp-block-group harkara-fact-box"><h3>पुल &amp; रास्ता</h3>'
        "<ul><li>लंबाई 400 मीटर</li><li>खर्च 12 करोड़</li></ul></div><p>आगे।</p>"
    )

    assert read_content(html, WAYS, Pen()).blocks == (
        DraftFactBox(title="पुल & रास्ता", lines=("लंबाई 400 मीटर", "खर्च 12 करोड़")),
        DraftParagraph(text="आगे।"),
    )


def test_corrections_are_no_part_of_the_body() -> None:
    html = (
        "<p>खबर।</p>"
        '<div class="wp-block-group harkara-corrections"><p><time datetime="2026-06-01T06:30:00Z">'
        "1 जून 2026</time>: नाम गलत था।</p></div>"
    )

    content = read_content(html, WAYS, Pen())

    assert content.blocks == (DraftParagraph(text="खबर।"),)
    assert content.corrections == ((datetime(2026, 6, 1, 6, 30, tzinfo=UTC), "नाम गलत था।"),)


def test_tables_and_videos_keep_what_stands_below_them() -> None:
    html = (
        '<figure class="wp-block-table"><table><tr><td>क</td><td>ख</td></tr><tr><td>१</td>'
        "<td>२</td></tr></table><figcaption>दाम</figcaption></figure>"
        '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">'
        "https://youtu.be/abcdefghijk</div><figcaption>पुल का वीडियो</figcaption></figure>"
    )

    table, video = read_content(html, WAYS, Pen()).blocks

    assert table == DraftTable(rows=(("क", "ख"), ("१", "२")), caption="दाम")
    assert isinstance(video, DraftVideo)
    assert video.title == "पुल का वीडियो"
