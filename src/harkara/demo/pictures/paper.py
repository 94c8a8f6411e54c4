"""The paper: a sheet to draw on, its grain, and the printed picture."""

import io
import random
from functools import cache

from PIL import Image, ImageChops, ImageDraw

from harkara.demo.pictures.inks import Inks
from harkara.demo.pictures.pen import WIDTH, Pen

# Drawn this much larger and reduced, so that edges come out clean.
OVER = 2
GRAIN_TILE = 500
QUALITY = 82


def sheet(inks: Inks, dice: random.Random, size: tuple[int, int]) -> tuple[Image.Image, Pen]:
    """Return an empty sheet for a picture of this size, and the pen for it."""
    image = Image.new("RGB", (size[0] * OVER, size[1] * OVER), inks.paper[:3])
    scale = size[0] * OVER / WIDTH
    pen = Pen(
        opaque=ImageDraw.Draw(image),
        glaze=ImageDraw.Draw(image, "RGBA"),
        inks=inks,
        dice=dice,
        across=(scale, 0),
        down=(0, scale),
    )
    return image, pen


def printed(image: Image.Image, inks: Inks) -> bytes:
    """Return the finished sheet as a JPEG, with the grain of paper and ink."""
    small = image.reduce(OVER)
    grain, worn = _grain(small.size)
    small = ImageChops.add(small, grain, 1, -128)
    small.paste(inks.paper[:3], mask=worn)
    out = io.BytesIO()
    small.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


@cache
def _grain(size: tuple[int, int]) -> tuple[Image.Image, Image.Image]:
    """Return the grain to add, grey about 128, and the specks where the ink did not take."""
    noise = random.Random("grain").randbytes(GRAIN_TILE * GRAIN_TILE)  # noqa: S311 (no secret)
    tile = Image.frombytes("L", (GRAIN_TILE, GRAIN_TILE), noise)
    soft = tile.point([123 + value * 10 // 255 for value in range(256)])
    coarse = tile.resize((GRAIN_TILE * 2, GRAIN_TILE * 2), Image.Resampling.BICUBIC)
    specks = coarse.point([0 if value < 252 else 110 for value in range(256)])
    grain = _tiled(soft, size)
    return Image.merge("RGB", (grain, grain, grain)), _tiled(specks, size)


def _tiled(tile: Image.Image, size: tuple[int, int]) -> Image.Image:
    whole = Image.new("L", size)
    for x in range(0, size[0], tile.width):
        for y in range(0, size[1], tile.height):
            whole.paste(tile, (x, y))
    return whole
