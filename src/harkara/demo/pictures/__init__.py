"""The demo paper's pictures, drawn by code: screen prints in a few inks."""

import random

from harkara.demo.pictures.catalogue import SCENES
from harkara.demo.pictures.paper import printed, sheet

NAMES = tuple(sorted(SCENES))


class NoScene(Exception):
    """There is no scene of this name."""


def draw(scene: str, seed: int, size: tuple[int, int] = (1500, 1000)) -> bytes:
    """Return a picture of a scene as a JPEG; the same seed gives the same bytes.

    Raises NoScene if nobody knows how to draw it.
    """
    if scene not in SCENES:
        message = f"no scene {scene!r}; there are {', '.join(NAMES)}"
        raise NoScene(message)
    composition = SCENES[scene].composition(seed)
    dice = random.Random(f"{scene} {seed}")  # noqa: S311 (a drawing, no secret)
    inks = dice.choice(composition.palettes)
    image, pen = sheet(inks, dice, size)
    composition.draw(pen)
    return printed(image, inks)
