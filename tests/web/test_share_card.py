"""The share card: shaped as HarfBuzz itself shapes it, always whole, never heavy."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz
from PIL import Image, ImageChops, ImageDraw, ImageStat
from PIL.ImageFont import Layout, truetype
from tests.web import samples
from tests.web.conftest import Newsroom, Open
from tests.web.test_palette import contrast, schemes

from harkara.newsroom.records import ShareCard
from harkara.press import priorities
from harkara.text.graphemes import graphemes
from harkara.web import share_card
from harkara.web.presenters.cards import COLOURS
from harkara.web.share_card import drawing, lettering

CARD = ShareCard(
    headline="सोहनी पुल पर दौड़ी पहली बस, S-400 चौक तक का किराया ₹10",
    section=samples.DESH,
    paper="परख समाचार",
    picture=None,
)
# Conjuncts, reph, a vowel sign before its letter, rakar, eyelash ra, stacked marks, kerned Latin.
HARD = (
    "क्षत्रिय राष्ट्रीय",
    "कर्मियों श्रृंगार ट्रंप",
    "द्वितीय हृदय ज्ञान",
    "दुकानदार्‍यांची ऑक्सीजन",
    "AV Watt 2026",
)
SIZE, WIDE, HIGH, BASE = 96, 1500, 240, 150
FACE = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(lettering.FONT)))


def shaped(text: str, size: int = SIZE * 64) -> tuple[uharfbuzz.Font, uharfbuzz.Buffer]:
    font = uharfbuzz.Font(FACE)
    font.scale = (size, size)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return font, buffer


def by_harfbuzz(text: str) -> Image.Image:
    """Return a text as HarfBuzz shapes and draws it, white on black."""
    font, buffer = shaped(text)
    raster = uharfbuzz.RasterDraw()
    raster.scale_factor = (64.0, 64.0)
    raster.extents = uharfbuzz.RasterExtents(0, BASE - HIGH, WIDE, HIGH, WIDE)
    along = 0
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        raster.transform = (1, 0, 0, 1, along + place.x_offset, place.y_offset)
        raster.draw_glyph(font, glyph.codepoint)
        along += place.x_advance
    pixels = bytes(raster.render().buffer)
    upside_down = Image.frombytes("L", (WIDE, HIGH), pixels)
    return upside_down.transpose(Image.Transpose.FLIP_TOP_BOTTOM)


def by_pillow(text: str, layout: Layout) -> Image.Image:
    drawn = Image.new("L", (WIDE, HIGH))
    font = truetype(lettering.FONT, SIZE, layout_engine=layout)
    ImageDraw.Draw(drawn).text((0, BASE), text, font=font, fill=255, anchor="ls")
    return drawn


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how much ink two drawings do not share, as a part of the first one's."""
    apart = ImageStat.Stat(ImageChops.difference(one, other)).sum[0]
    return float(apart / ImageStat.Stat(one).sum[0])


def opened(body: bytes) -> Image.Image:
    return Image.open(BytesIO(body)).convert("RGB")


def photo(tmp_path: Path, picture: Image.Image) -> Path:
    place = tmp_path / "photo.jpg"
    picture.save(place, quality=98)
    return place


@pytest.mark.parametrize("text", HARD)
def test_letters_are_shaped_as_harfbuzz_shapes_them(text: str) -> None:
    assert difference(by_harfbuzz(text), by_pillow(text, Layout.RAQM)) < 0.1


def test_letters_set_one_after_the_other_would_be_noticed() -> None:
    assert difference(by_harfbuzz(HARD[0]), by_pillow(HARD[0], Layout.BASIC)) > 0.5


def test_the_font_has_every_letter_that_is_said_to_be_covered() -> None:
    kept = [chr(code) for code in range(0x3000) if lettering.shown(f"क{chr(code)}") != "क"]

    missing = [
        one for one in kept if any(glyph.codepoint == 0 for glyph in shaped(one)[1].glyph_infos)
    ]
    assert len(kept) > 300
    assert missing == []


@pytest.mark.parametrize(
    "headline", ["", "थमी", CARD.headline, f"{CARD.headline} " * 5, "क्षत्रिय" * 40, "🎉", "\0\u202e"]
)
def test_any_headline_makes_a_whole_card(headline: str) -> None:
    body = share_card.draw(replace(CARD, headline=headline))

    assert opened(body).size == (1200, 630)
    assert len(body) <= drawing.LARGEST


def test_the_same_story_gives_the_same_bytes() -> None:
    assert share_card.draw(CARD) == share_card.draw(CARD)


def test_a_busy_photo_is_no_heavier_than_messengers_take(tmp_path: Path) -> None:
    noise = Image.effect_noise((1200, 630), 400).convert("RGB")

    body = share_card.draw(replace(CARD, picture=photo(tmp_path, noise)))

    assert 100_000 < len(body) <= drawing.LARGEST


def test_white_letters_can_be_read_on_the_brightest_photo(tmp_path: Path) -> None:
    white = Image.new("RGB", (1200, 630), "white")

    card = opened(share_card.draw(replace(CARD, headline="थमी", picture=photo(tmp_path, white))))

    # Right of the letters, from the top of a headline of one line down to the strip.
    ground = card.crop((1150, 546 - 110, 1200, 540))
    brightest = max(ImageStat.Stat(ground).extrema[band][1] for band in range(3))
    assert contrast("#ffffff", f"#{brightest:02x}{brightest:02x}{brightest:02x}") >= 4.5


def test_a_headline_keeps_to_its_room_and_is_cut_between_words() -> None:
    lines = lettering.fitted(f"{CARD.headline} " * 5, (1000, 200), (64, 48))

    assert lines.size == 48
    assert lines.height <= 200
    assert all(lettering.width(line, lines.size) <= 1000 for line in lines.lines)
    assert lines.lines[-1].endswith("…")
    assert set(" ".join(lines.lines).rstrip("…").split()) <= set(CARD.headline.split())


def test_a_word_longer_than_a_line_is_broken_between_letters() -> None:
    word = "क्षत्रियत्व" * 12

    lines = lettering.fitted(word, (600, 900), (64,)).lines

    assert "".join(lines) == word
    assert [one for line in lines for one in graphemes(line)] == graphemes(word)


def test_colours_are_those_of_the_pages() -> None:
    light = schemes()["light"]

    assert {name: light[name] for name in COLOURS} == drawing.COLOURS


def test_a_card_is_pressed_behind_the_pages(open_page: Open) -> None:
    rendered = open_page("/s/42.jpg")

    assert (rendered.status, rendered.content_type) == (200, "image/jpeg")
    assert rendered.priority == priorities.PICTURE
    assert opened(rendered.body).size == (1200, 630)


@pytest.mark.parametrize(("number", "status"), [(13, 410), (999, 404)])
def test_a_story_that_is_not_on_the_site_has_no_card(
    open_page: Open, number: int, status: int
) -> None:
    assert open_page(f"/s/{number}.jpg").status == status


def test_the_short_address_of_a_story_is_not_its_card(open_page: Open, newsroom: Newsroom) -> None:
    assert re.fullmatch(newsroom.stories[42].path, open_page("/s/42").location)
