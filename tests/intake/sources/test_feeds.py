"""Feeds of every kind become drafts, and traps among them are refused in one line."""

import base64
import gzip
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.intake.conftest import PAGES

from harkara.intake.drafts import Draft, DraftImageRef, DraftLink, DraftParagraph, DraftVideo
from harkara.intake.refusals import Refused
from harkara.intake.sources.feeds import Feed, read_feed

FEEDS = PAGES.parent / "feeds"
CASES = Path(__file__).parents[4] / "shared" / "data" / "feed-cases.jsonl.gz"
BRIDGE = "सोहनी नदी पर नया पुल खुला"


def read(raw: bytes | str) -> Feed:
    raw = raw.encode() if isinstance(raw, str) else raw
    return read_feed(raw, url="https://sohni.example/feed")


def rss(item: str, declared: str = "") -> str:
    return (
        f"{declared}<rss version='2.0'><channel><title>ख</title><item>{item}</item></channel></rss>"
    )


def test_an_item_of_rss_is_a_draft_with_all_it_says() -> None:
    feed = read((FEEDS / "rss.xml").read_bytes())

    draft = feed.drafts[0]
    assert (feed.title, feed.url) == ("सोहनी समाचार", "https://sohni.example/")
    assert (draft.headline, draft.standfirst) == (BRIDGE, "तीस गांवों की राह आसान हुई")
    assert draft.byline == ("मीरा चौहान",)
    assert draft.published_at == datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
    assert draft.source.url == "https://sohni.example/desh/pul-41/"
    assert draft.origin.foreign_id == "sohni-41"
    picture, first, second = draft.body
    assert isinstance(picture, DraftImageRef)
    assert isinstance(first, DraftParagraph)
    assert second == DraftParagraph(
        text="पुल पर बारह करोड़ रुपये खर्च हुए।",
        links=(DraftLink(text="बारह करोड़ रुपये", url="https://sohni.example/lagat"),),
    )


def test_a_description_is_the_body_of_an_item_without_another() -> None:
    draft = read((FEEDS / "rss.xml").read_bytes()).drafts[1]

    assert draft.standfirst == ""
    assert draft.text.startswith("थोक मंडी में प्याज")


def test_atom_and_json_say_the_same() -> None:
    for name in ("atom.xml", "feed.json"):
        draft = read((FEEDS / name).read_bytes()).drafts[0]

        assert draft.headline == BRIDGE
        assert draft.text == "सोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया।"
        assert draft.published_at == datetime(2026, 11, 24, 6, 30, tzinfo=UTC)


def test_plain_text_of_a_json_feed_keeps_its_lines() -> None:
    draft = read((FEEDS / "feed.json").read_bytes()).drafts[1]

    assert [block.text for block in draft.text_blocks] == [
        "थोक मंडी में प्याज का भाव",
        "पंद्रह रुपये किलो रह गया।",
    ]
    assert (draft.headline, draft.origin.foreign_id) == ("", "42")
    assert draft.byline == ("सोहनी डेस्क",)


def test_an_item_without_an_id_is_known_by_what_it_says() -> None:
    one, other = read(rss("<title>एक</title>")), read(rss("<title>दो</title>"))

    assert (
        one.drafts[0].origin.foreign_id
        == read(rss("<title>एक</title>")).drafts[0].origin.foreign_id
    )
    assert one.drafts[0].origin.foreign_id != other.drafts[0].origin.foreign_id


def test_a_new_time_alone_is_no_new_version() -> None:
    told = "<guid>7</guid><title>एक</title><pubDate>Tue, 24 Nov 2026 {}:00:00 +0530</pubDate>"

    prints = {read(rss(told.format(hour))).drafts[0].origin.fingerprint for hour in (10, 11)}

    assert len(prints) == 1


def test_what_is_typed_in_an_old_font_is_read() -> None:
    draft = read(
        rss(
            "<title>us</title>"
            "<description>jktLFkku ljdkj us dgk fd fdlkuksa dks jkgr feysxh</description>"
        )
    ).drafts[0]

    assert draft.text.startswith("राजस्थान सरकार ने कहा")
    assert [repair.name for repair in draft.repairs][:1] == ["kruti-dev"]


def test_only_so_many_items_are_read() -> None:
    many = "<title>ख</title></item><item>" * 500

    assert len(read(rss(many)).drafts) == 200


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'हा'>"
    + "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9))
    + "]>"
)
LONG = f"<!DOCTYPE x [<!ENTITY a '{'हा' * 20_000}'>]>"
FILE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize(
    "raw",
    [
        rss("<title>&j;</title>", LAUGHS),
        rss(f"<title>{'&a;' * 20_000}</title>", LONG),
        rss("<title>&j;</title>", LAUGHS).encode("utf-16"),
        rss("<title>&j;</title>", '<?xml version="1.0" encoding="utf-7"?>' + LAUGHS).encode(
            "utf-7"
        ),
    ],
    ids=["laughs", "long", "in utf-16", "in utf-7"],
)
def test_a_feed_that_would_unfold_is_refused(raw: bytes | str) -> None:
    began = time.process_time()

    with pytest.raises(Refused) as refused:
        read(raw)

    assert "\n" not in str(refused.value)
    assert time.process_time() - began < 2


def test_a_file_of_this_machine_is_not_read() -> None:
    assert "root:" not in str(read(rss("<title>&a;</title>", FILE)).drafts)


@pytest.mark.parametrize(
    "raw",
    [b"", b"\xef\xbb\xbf  ", b"<!doctype html><title>x</title><p>x", b"<a/>", b"{}", b"[1]", b"{",
     b"\x00\x01", b"[" * 100_000, b'{"version": "https://jsonfeed.org/version/1", "items": 3}'],
)  # fmt: skip
def test_what_is_no_feed_is_refused_in_one_line(raw: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read(raw)

    assert "\n" not in str(refused.value)


def cases() -> Iterator[bytes]:
    with gzip.open(CASES, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row.get("text")
            yield text.encode() if text is not None else base64.b64decode(row["base64"])


def test_every_known_odd_feed_is_read_or_refused() -> None:
    if not CASES.exists():
        pytest.skip(f"{CASES} is not here")
    read_count = refused = items = 0
    for raw in cases():
        try:
            feed = read(raw)
        except Refused:
            refused += 1
        else:
            read_count, items = read_count + 1, items + len(feed.drafts)

    # Of 2,573: CDF, RSS 1.1, OPML and what is no feed at all are refused.
    assert (read_count, refused) == (2529, 44)
    assert items > 1500


PUL = "https://sohni.example/desh/pul-41/"
SIGNED = f"<p>The post <a href='{PUL}'>{BRIDGE}</a> appeared first on <a href='/'>सोहनी</a>.</p>"
WHOLE = "<p>पुल मंगलवार को खुला। इससे तीस गांवों की राह आसान हुई।</p><p>उस पर बारह करोड़ रुपये खर्च हुए।</p>"


def of_wordpress(summary: str, content: str = "", creator: str = "मीरा") -> Draft:
    body = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return read(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>ख</title><item>"
        f"<title>{BRIDGE}</title><link>{PUL}?utm_source=rss</link><guid>41</guid>"
        f"<dc:creator>{creator}</dc:creator>"
        f"<description><![CDATA[{summary}]]></description>{body}</item></channel></rss>"
    ).drafts[0]


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.text_blocks]


def test_what_wordpress_adds_to_an_item_is_taken_out_and_listed() -> None:
    cut = "<p>पुल मंगलवार को खुला। इससे तीस [&#8230;]</p>"
    draft = of_wordpress(cut + SIGNED, WHOLE + SIGNED)

    assert texts(draft) == [
        "पुल मंगलवार को खुला। इससे तीस गांवों की राह आसान हुई।",
        "उस पर बारह करोड़ रुपये खर्च हुए।",
    ]
    assert draft.standfirst == ""
    [line] = draft.removed
    assert line.text.startswith("The post")
    assert line.before_block == 2


@pytest.mark.parametrize(
    "tail",
    [
        f" [&#8230;] <a href='{PUL}#more-41'>आगे पढ़ें</a>",
        f" [...]<br><a class='more-link' href='{PUL}'>Continue reading <b>{BRIDGE}</b> &rarr;</a>",
        f" [&hellip;]</p><p><a href='{PUL}?utm_medium=x'>Read More</a></p>{SIGNED}<p>",
    ],
)
def test_a_summary_that_was_cut_ends_so(tail: str) -> None:
    draft = of_wordpress(f"<p>पुल <b>मंगलवार</b> को खुला, इससे तीस{tail}</p>")

    assert texts(draft) == ["पुल मंगलवार को खुला, इससे तीस…"]
    [paragraph] = draft.body
    assert isinstance(paragraph, DraftParagraph)
    assert paragraph.links == ()
    assert "मंगलवार</strong> को खुला, इससे तीस…" in paragraph.html
    assert "सोहनी" not in paragraph.html


def test_lines_of_the_site_s_theme_and_its_references_are_known() -> None:
    more = "<p>ये भी पढ़ें: <a href='/desh/mela-40/'>मेले में भीड़ उमड़ी</a></p><p>Trending Videos</p>"
    draft = of_wordpress("", WHOLE + more + "<p>बारिश में पुल बंद रहेगा।</p>")

    assert [block.kind for block in draft.body] == ["paragraph"] * 2 + ["also_read", "paragraph"]
    assert draft.also_read[0].url == "https://sohni.example/desh/mela-40/"
    assert [line.text for line in draft.removed] == ["Trending Videos"]


def test_a_link_to_the_item_inside_its_text_stays() -> None:
    draft = of_wordpress("", f"<p>पुल <a href='{PUL}'>मंगलवार</a> को खुला।</p>")

    [paragraph] = draft.body
    assert isinstance(paragraph, DraftParagraph)
    assert (paragraph.text, len(paragraph.links)) == ("पुल मंगलवार को खुला।", 1)


def test_the_account_admin_is_nobody() -> None:
    assert of_wordpress("एक बात।", creator="admin").byline == ()
    assert of_wordpress("एक बात।").byline == ("मीरा",)


def test_an_item_of_a_channel_is_its_video() -> None:
    watch = "https://www.youtube.com/watch?v=abcdefgh123"
    draft = read(rss(f"<title>मेला</title><link>{watch}</link><guid>yt:1</guid>")).drafts[0]

    assert draft.body == (DraftVideo(url=watch),)
