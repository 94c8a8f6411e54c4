"""Every scene there is: importing a family registers its scenes."""

from harkara.demo.pictures.scenes import (
    bazaar,
    birds,
    care,
    fields,
    heavens,
    hills,
    kitchen,
    learning,
    loom,
    offices,
    portraits,
    registry,
    river,
    roads,
    sea,
    sport,
    stage,
    streets,
    village,
    weather,
    works,
)

FAMILIES = (
    bazaar, birds, care, fields, heavens, hills, kitchen, learning, loom, offices, portraits,
    river, roads, sea, sport, stage, streets, village, weather, works,
)  # fmt: skip
SCENES = registry.SCENES
