"""The fort on its hill, and the forest."""

from harkara.demo.pictures import houses, nature, poses, things
from harkara.demo.pictures.inks import DAWN, NIGHT, NOON, TEAL, mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import kurta, person, saree
from harkara.demo.pictures.scenes.registry import scene


@scene("fort", 9)
def broken_wall(pen: Pen) -> None:
    """Draw the old white fort on its hill, a part of its wall fallen."""
    inks = pen.inks
    nature.sky(pen, 620, sun=(pen.some(0.15, 0.3), 0.45), radius=140)
    nature.clouds(pen, 5, 60, 330)
    nature.ridge(pen, 640, 140, inks.far, mist=inks.paper)
    pen.smooth(
        outline("-200,860 120,640 380,520 700,490 1080,500 1340,560 1700,800 1700,1300 -200,1300"),
        inks.mid,
    )
    pen.dots(
        (100, 520, 1500, 900),
        22,
        thin(inks.near, 0.6),
        lambda u, v: v if v > abs(u - 0.5) * 0.8 else 0,
    )
    houses.fort(pen, 730, 512, 860, inks.paper, broken=True)
    pen.smooth(
        outline(
            "640,1010 600,860 760,720 700,600 715,520 752,520 750,600 850,720 740,860 900,1010"
        ),
        mix(inks.paper, inks.sun, 0.2),
    )
    nature.ridge(pen, 940, 70, inks.near)
    nature.tree(pen, 190, 930, 260, dark=True)
    nature.tree(pen, 1380, 950, 330, dark=True)
    person(pen, 800, 880, 120, poses.WALK, kurta(inks.paper, inks.cool, inks.hot))
    person(pen, 870, 900, 120, poses.WALK, saree(inks.hot, inks.near))
    nature.birds(pen, 6, 1120, 180)


@scene("forest", palettes=(TEAL, DAWN, NOON, NIGHT))
def tall_trees(pen: Pen) -> None:
    """Draw a path between tall trees, the light behind them."""
    inks = pen.inks
    nature.sky(pen, 760, sun=(0.52, 0.5), radius=190)
    for y, ink, wide, count in (
        (700, inks.far, 26, 16),
        (740, mix(inks.far, inks.mid, 0.6), 40, 12),
        (790, inks.mid, 58, 9),
        (860, inks.near, 84, 6),
    ):
        nature.ridge(pen, y, 40, ink, mist=mix(ink, inks.paper, 0.5))
        for index in range(count):
            x = 1500 * (index + pen.some(0.1, 0.9)) / count
            if abs(x - 780) < wide * 3:
                continue
            pen.limb(
                [(x, y + 10), (x + pen.some(-20, 20), y * 0.5), (x + pen.some(-30, 30), -20)],
                wide,
                wide * 0.6,
                ink,
            )
            for _ in range(4):
                side, top = pen.dice.choice((-1, 1)), pen.some(20, y * 0.55)
                pen.line([(x, top + 60), (x + side * wide * 2, top)], wide * 0.24, ink)
                pen.oval(x + side * wide * 2.2, top - 10, wide * 1.7, wide * 0.8, ink)
    pen.smooth(
        outline("420,1020 640,860 730,770 800,770 860,880 1120,1020"),
        mix(inks.paper, inks.sun, 0.25),
    )
    person(pen, 790, 900, 210, poses.CARRY, saree(inks.hot, inks.near))
    things.basket(pen, 798, 685, 70, inks.near, inks.sun)
