"""The demo's stories: complete, in good order, and every mistake in them is named."""

import unicodedata
from itertools import chain
from pathlib import Path

import pytest

from harkara.demo.paper import SECTIONS
from harkara.demo.stories import BadStory, Stock, Story, read

MINIMAL = """
key = "{key}"
headline = "पुल खुला"
standfirst = "आज से।"
kind = "news"
{more}
[[body]]
kind = "paragraph"
text = "पुल खुल गया।"
"""


@pytest.fixture(scope="module")
def stock() -> Stock:
    return read()


def texts(story: Story) -> list[str]:
    """Return every text of a story that a reader sees."""
    found = [story.headline, story.standfirst, story.dateline, *story.guests]
    for picture in story.pictures:
        found += [picture.alt, picture.caption, picture.credit]
    for block in story.body:
        for value in block.holds.values():
            if isinstance(value, str):
                found.append(value)
            elif isinstance(value, list):
                rows = [row if isinstance(row, list) else [row] for row in value]
                found += [cell for cell in chain(*rows) if isinstance(cell, str)]
    return found + [correction.text for correction in story.correction]


def test_the_paper_is_full(stock: Stock) -> None:
    assert len(stock.stories) >= 60
    assert {story.section for story in stock.stories} == {section.slug for section in SECTIONS}


def test_every_kind_of_story_is_there_to_be_seen(stock: Stock) -> None:
    assert {story.state for story in stock.stories} == {"live", "draft", "scheduled", "embargoed"}
    assert {"news", "opinion", "gallery"} <= {story.kind for story in stock.stories}
    assert any(story.correction for story in stock.stories)
    assert any(story.source for story in stock.stories)
    assert any(story.guests for story in stock.stories)


def test_no_two_stories_share_a_headline(stock: Stock) -> None:
    headlines = [story.headline for story in stock.stories]

    assert len(set(headlines)) == len(headlines)


def test_what_leads_the_front_is_on_the_site(stock: Stock) -> None:
    leads = [story for story in stock.stories if story.lead]

    assert 1 <= len(leads) <= 6
    assert {story.state for story in leads} == {"live"}


def test_the_texts_are_spelled_in_one_way_and_spaced_once(stock: Stock) -> None:
    for story in stock.stories:
        for text in texts(story):
            assert unicodedata.normalize("NFC", text) == text, story.key
            assert "  " not in text, story.key
            assert text == text.strip(), story.key


def test_the_texts_fit_where_the_newsroom_keeps_them(stock: Stock) -> None:
    for story in stock.stories:
        assert len(story.headline) <= 160
        for picture in story.pictures:
            assert picture.alt
            assert len(picture.alt) <= 250
            assert len(picture.caption) <= 300
            assert len(picture.credit) <= 120


def test_every_table_has_rows_as_long_as_its_head(stock: Stock) -> None:
    tables = [b.holds for s in stock.stories for b in s.body if b.kind == "table"]

    assert tables
    for table in tables:
        for row in table["rows"]:
            assert len(row) == len(table["head"])
            assert not any("|" in cell for cell in row)


def test_nothing_is_corrected_before_it_was_published(stock: Stock) -> None:
    for story in stock.stories:
        for correction in story.correction:
            assert 0 < correction.hours_before < story.hours_before


def write(folder: Path, *stories: str) -> Path:
    """Lay a paper of these stories into a folder."""
    (folder / "authors.toml").write_text("")
    (folder / "topics.toml").write_text("")
    (folder / "stories" / "zila").mkdir(parents=True)
    for number, story in enumerate(stories):
        (folder / "stories" / "zila" / f"{number:02}.toml").write_text(story)
    return folder


def test_a_story_needs_only_its_words(tmp_path: Path) -> None:
    found = read(write(tmp_path, MINIMAL.format(key="pul", more="")))

    assert [(story.key, story.section, story.state) for story in found.stories] == [
        ("pul", "zila", "live")
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('authors = ["koi-nahin"]', "no author 'koi-nahin'"),
        ('topics = ["kuchh-nahin"]', "no topic 'kuchh-nahin'"),
        ('colour = "red"', "unexpected keyword argument 'colour'"),
        ('state = "lost"', "state 'lost' is none of live, draft, scheduled, embargoed"),
        ("hours_before = ", "Invalid value"),
        ('[[body]]\nkind = "dance"', "a block of kind 'dance'"),
        ('[[body]]\nkind = "heading"\nwords = "x"', "a block of kind 'heading' holds words"),
        ('[[body]]\nkind = "also_read"\nstory = "kahin-nahin"', "no story 'kahin-nahin'"),
        (
            '[picture]\nscene = "moon"\nseed = 1\nalt = "x"\ncaption = "x"\ncredit = "x"',
            "no scene 'moon'",
        ),
        ('[picture]\nscene = "river"', "missing 4 required keyword-only arguments"),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, more: str, said: str) -> None:
    folder = write(tmp_path, MINIMAL.format(key="pul", more=more))

    with pytest.raises(BadStory, match=said) as caught:
        read(folder)
    assert "00.toml" in str(caught.value)


def test_two_stories_may_not_have_the_same_key(tmp_path: Path) -> None:
    twice = MINIMAL.format(key="pul", more="")

    with pytest.raises(BadStory, match="two stories with the key pul"):
        read(write(tmp_path, twice, twice))
