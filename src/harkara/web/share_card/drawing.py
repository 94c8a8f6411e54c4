"""Drawing the card: the same story gives the same bytes.

With a picture, the headline stands in white on its darkened lower part; without one, in ink on
paper. Below both run the section's colour and the paper's name.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from harkara.newsroom.records import ShareCard
from harkara.web.presenters.cards import PLAIN
from harkara.web.share_card.lettering import LINE, Lines, cut_to, fitted, font, shown, width

WIDTH, HEIGHT = 1200, 630
LARGEST = 250_000
"""The most bytes a card may have: messengers leave out pictures that are much larger."""

MARGIN = 56
STRIP = 84
"""The height of the strip with the paper's name."""
RULE = 10
LABEL = 52
"""The height of the section's name on its ground."""
GAP = 14
LABEL_SIZE, NAME_SIZE = 32, 38
PAPER, INK, WHITE = "#f4f4f0", "#17181b", "#ffffff"
# As in tokens.css, for light paper.
COLOURS = {
    "indigo": "#2c3e9e", "teal": "#0a6663", "olive": "#575f0e", "ochre": "#855400",
    "rust": "#a53f14", "maroon": "#86192f", "plum": "#772877", "slate": "#43505b",
}  # fmt: skip
ON_PICTURE = (64, 58, 52, 46, 42)
ON_PAPER = (88, 78, 70, 62, 54, 48)
# How high the headline may stand: three lines on a picture, which must be seen above it.
HIGH_ON_PICTURE, HIGH_ON_PAPER = 290, 416
DARK, DARKEST = 165, 235
"""How dark the picture is behind the top of the headline and at its lower edge, of 255."""
DUSK = 170
"""Over how many pixels above the headline it grows dark."""
NIGHT = "#0a0b0d"
QUALITIES = (84, 76, 68, 58, 46, 34)


def draw(of: ShareCard) -> bytes:
    """Return a story's share card: a JPEG of 1200×630 pixels and at most 250,000 bytes."""
    colour = COLOURS.get(of.section.colour, COLOURS[PLAIN])
    photo = _opened(of.picture)
    card = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    brush = ImageDraw.Draw(card)
    section, wide = shown(of.section.name), WIDTH - 2 * MARGIN
    if photo:
        lines = fitted(shown(of.headline), (wide, HIGH_ON_PICTURE), ON_PICTURE)
        top = HEIGHT - STRIP - GAP - LABEL - GAP - lines.height - GAP
        card.paste(_darkened(photo, top + LABEL))
        _label(brush, section, top, ground=colour, ink=WHITE)
        _letter(brush, lines, top + LABEL + GAP, WHITE)
    else:
        lines = fitted(shown(of.headline), (wide, HIGH_ON_PAPER), ON_PAPER)
        top = (HEIGHT - STRIP - LABEL - GAP - lines.height) // 2
        _label(brush, section, top, ground=PAPER, ink=colour)
        _letter(brush, lines, top + LABEL + GAP, INK)
    _strip(brush, shown(of.paper), colour)
    return _jpeg(card)


def _opened(picture: Path | None) -> Image.Image | None:
    if picture is None:
        return None
    with Image.open(picture) as found:
        room = (WIDTH, HEIGHT - STRIP)
        return found.convert("RGB").resize((WIDTH, HEIGHT)).crop((0, 0, *room))


def _darkened(photo: Image.Image, top: int) -> Image.Image:
    """Return the photo, dark enough for white letters below `top` and darker towards its edge."""
    column = [_darkness(row, top, photo.height) for row in range(photo.height)]
    mask = Image.new("L", (1, photo.height))
    mask.putdata(column)
    photo.paste(Image.new("RGB", photo.size, NIGHT), mask=mask.resize(photo.size))
    return photo


def _darkness(row: int, top: int, height: int) -> int:
    if row < top:
        return max(0, DARK - DARK * (top - row) // DUSK)
    return DARK + (DARKEST - DARK) * (row - top) // (height - top)


def _label(brush: ImageDraw.ImageDraw, name: str, top: int, *, ground: str, ink: str) -> None:
    """Letter the section's name, on its colour or in it."""
    pad = 0 if ground == PAPER else 16
    name = cut_to(name, WIDTH - 2 * (MARGIN + pad), LABEL_SIZE)
    right = MARGIN + round(width(name, LABEL_SIZE)) + 2 * pad
    brush.rectangle((MARGIN, top, right, top + LABEL), fill=ground)
    _line(brush, (MARGIN + pad, top + LABEL // 2), name, LABEL_SIZE, ink)


def _letter(brush: ImageDraw.ImageDraw, of: Lines, top: int, ink: str) -> None:
    for place, line in enumerate(of.lines):
        _line(brush, (MARGIN, top + round((place + 0.5) * of.size * LINE)), line, of.size, ink)


def _line(
    brush: ImageDraw.ImageDraw, left_middle: tuple[int, int], text: str, size: int, ink: str
) -> None:
    brush.text(left_middle, text, font=font(size), fill=ink, anchor="lm")


def _strip(brush: ImageDraw.ImageDraw, paper: str, colour: str) -> None:
    """Letter the paper's name below a rule in the section's colour."""
    top = HEIGHT - STRIP
    brush.rectangle((0, top, WIDTH, HEIGHT), fill=WHITE)
    brush.rectangle((0, top, WIDTH, top + RULE), fill=colour)
    name = cut_to(paper, WIDTH - 2 * MARGIN, NAME_SIZE)
    _line(brush, (MARGIN, top + (STRIP + RULE) // 2), name, NAME_SIZE, INK)


def _jpeg(card: Image.Image) -> bytes:
    for quality in QUALITIES:
        body = BytesIO()
        card.save(body, "JPEG", quality=quality, optimize=True, progressive=True)
        if body.tell() <= LARGEST:
            break
    return body.getvalue()
