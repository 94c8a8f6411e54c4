"""People: flat, dignified figures in the clothes of the district."""

from dataclasses import dataclass
from enum import Enum, auto

from harkara.demo.pictures.inks import Ink, mix
from harkara.demo.pictures.pen import Disc, Pen, Point
from harkara.demo.pictures.poses import Pose


class Cut(Enum):
    """What somebody wears."""

    SAREE = auto()
    KURTA = auto()
    SHIRT = auto()
    SPORT = auto()
    TUNIC = auto()
    COAT = auto()


class Head(Enum):
    """What somebody has on the head."""

    HAIR = auto()
    BUN = auto()
    BRAID = auto()
    TURBAN = auto()
    SCARF = auto()
    CAP = auto()


@dataclass(frozen=True, slots=True)
class Dress:
    """Clothes: their cut, the inks of the upper and the lower part, and the head."""

    cut: Cut
    top: Ink
    low: Ink
    head: Head = Head.HAIR
    wrap: Ink | None = None


def saree(cloth: Ink, blouse: Ink, head: Head = Head.SCARF) -> Dress:
    """Dress a woman in a saree, its end drawn over the head unless told otherwise."""
    return Dress(Cut.SAREE, blouse, cloth, head, cloth)


def kurta(top: Ink, low: Ink, turban: Ink | None = None) -> Dress:
    """Dress a man in kurta and dhoti, with a turban or bareheaded."""
    return Dress(Cut.KURTA, top, low, Head.TURBAN if turban else Head.HAIR, turban)


def shirt(top: Ink, low: Ink, head: Head = Head.HAIR) -> Dress:
    """Dress somebody in shirt and trousers."""
    return Dress(Cut.SHIRT, top, low, head)


def sport(top: Ink, low: Ink, head: Head = Head.HAIR) -> Dress:
    """Dress somebody for play."""
    return Dress(Cut.SPORT, top, low, head)


def uniform(top: Ink, low: Ink, head: Head = Head.BRAID) -> Dress:
    """Dress a child for school."""
    return Dress(Cut.TUNIC, top, low, head)


def coat(white: Ink, low: Ink, head: Head = Head.BUN) -> Dress:
    """Dress a doctor, a nurse or a scientist in a long coat."""
    return Dress(Cut.COAT, white, low, head)


def folk(pen: Pen) -> list[Dress]:
    """Return the clothes one sees in the bazaar, in the picture's inks."""
    i = pen.inks
    return [
        saree(i.hot, i.near), saree(i.cool, i.hot, Head.BUN), saree(i.sun, i.near),
        kurta(i.paper, mix(i.paper, i.far, 0.4), i.hot), kurta(i.cool, i.paper),
        shirt(mix(i.paper, i.far, 0.3), i.near), shirt(i.hot, i.ink)
    ]  # fmt: skip


def person(
    pen: Pen, x: float, foot: float, height: float, pose: Pose, dress: Dress, *, flip: bool = False
) -> None:
    """Draw a person; `height` is that of the person standing."""
    here = pen.at(x, foot, height, flip=flip)
    _arm(here, pose.neck, pose.far_arm, dress, near=False)
    _lower(here, pose, dress)
    _torso(here, pose, dress)
    _head(here, pose, dress)
    _arm(here, pose.neck, pose.near_arm, dress, near=True)


def crowd(
    pen: Pen,
    box: tuple[float, float, float, float],
    count: int,
    height: float,
    dresses: list[Dress],
) -> None:
    """Fill a strip with heads and shoulders seen from behind, the nearer ones in front."""
    left, top, right, foot = box
    for index in range(count):
        y = top + (foot - top) * index / count
        x, size = pen.some(left, right), height * (0.8 + 0.4 * index / count)
        dress, here = pen.dice.choice(dresses), pen.at(x, y, size)
        cloth = dress.low if dress.cut is Cut.SAREE else dress.top
        here.hull(
            [(-0.13, 0.12, 0.05), (0.13, 0.12, 0.05), (-0.16, 0.6, 0.05), (0.16, 0.6, 0.05)], cloth
        )
        here.rect(-0.03, 0, 0.06, 0.1, pen.inks.skin)
        if dress.head in (Head.SCARF, Head.TURBAN):
            here.oval(0, -0.02, 0.092, 0.11, dress.wrap or cloth)
        else:
            here.oval(0, -0.02, 0.08, 0.1, pen.inks.ink)
        if dress.head is Head.BUN:
            here.disc(0, 0.02, 0.045, mix(pen.inks.ink, pen.inks.near, 0.4))


def _up(points: list[Point]) -> list[Point]:
    return [(x, -y) for x, y in points]


def _hull(pen: Pen, discs: list[Disc], ink: Ink) -> None:
    pen.hull([(x, -y, radius) for x, y, radius in discs], ink)


def _middle(a: Point, b: Point, share: float = 0.5) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _arm(pen: Pen, neck: Point, arm: tuple[Point, Point], dress: Dress, *, near: bool) -> None:
    elbow, hand = arm
    shoulder = (neck[0] + (-0.045 if near else 0.045), neck[1] - 0.035)
    skin = pen.inks.skin if near else mix(pen.inks.skin, pen.inks.ink, 0.3)
    pen.limb(_up([shoulder, elbow, hand]), 0.062, 0.042, skin)
    pen.disc(hand[0], -hand[1], 0.027, skin)
    cloth = dress.top if near else mix(dress.top, pen.inks.ink, 0.25)
    long = dress.cut in (Cut.KURTA, Cut.COAT)
    sleeve = (
        [shoulder, elbow, _middle(elbow, hand, 0.75)]
        if long
        else [shoulder, _middle(shoulder, elbow, 0.75)]
    )
    pen.limb(_up(sleeve), 0.082, 0.066, cloth)


def _legs(pen: Pen, pose: Pose, ink: Ink, start: float, end: float) -> None:
    for (knee, foot), shade, side in ((pose.far_leg, 0.3, 0.02), (pose.near_leg, 0.0, -0.02)):
        hip = (pose.hip[0] + side, pose.hip[1])
        colour = mix(ink, pen.inks.ink, shade)
        pen.limb(_up([hip, knee, foot]), start, end, colour)


def _feet(pen: Pen, pose: Pose, ink: Ink) -> None:
    for _knee, (x, y) in (pose.far_leg, pose.near_leg):
        _hull(pen, [(x - 0.015, y + 0.015, 0.018), (x + 0.055, y + 0.01, 0.012)], ink)


def _lower(pen: Pen, pose: Pose, dress: Dress) -> None:
    _feet(pen, pose, pen.inks.ink)
    if dress.cut in (Cut.SAREE, Cut.TUNIC):
        _skirt(pen, pose, dress)
    elif dress.cut is Cut.SPORT:
        _legs(pen, pose, pen.inks.skin, 0.1, 0.045)
        for knee, _foot in (pose.far_leg, pose.near_leg):
            pen.limb(_up([pose.hip, _middle(pose.hip, knee, 0.6)]), 0.15, 0.12, dress.low)
    else:
        wide = 0.16 if dress.cut is Cut.KURTA else 0.115
        _legs(pen, pose, dress.low, wide, 0.065)
    if dress.cut in (Cut.KURTA, Cut.COAT):
        knees = [_middle(pose.hip, leg[0], 0.62) for leg in (pose.far_leg, pose.near_leg)]
        _hull(pen, [(*pose.hip, 0.085), *((x, y, 0.07) for x, y in knees)], dress.top)


def _skirt(pen: Pen, pose: Pose, dress: Dress) -> None:
    legs = (pose.far_leg, pose.near_leg)
    if dress.cut is Cut.TUNIC:
        _legs(pen, pose, pen.inks.skin, 0.08, 0.045)
        _hull(pen, [(*pose.hip, 0.08), *((*leg[0], 0.075) for leg in legs)], dress.low)
        return
    folds = [(*leg[0], 0.08) for leg in legs] + [(x, y + 0.035, 0.055) for _, (x, y) in legs]
    _hull(pen, [(*pose.hip, 0.085), *folds], dress.low)
    shade = mix(dress.low, pen.inks.ink, 0.3)
    for share in (0.25, 0.6):
        foot = _middle(pose.far_leg[1], pose.near_leg[1], share)
        knee = _middle(pose.far_leg[0], pose.near_leg[0], share)
        pen.curve(_up([pose.hip, knee, (foot[0], foot[1] + 0.03)]), 0.012, shade)


def _torso(pen: Pen, pose: Pose, dress: Dress) -> None:
    (nx, ny), (hx, hy) = pose.neck, pose.hip
    chest = [(nx - 0.055, ny - 0.045, 0.045), (nx + 0.055, ny - 0.045, 0.045)]
    _hull(pen, [*chest, (hx, hy + 0.02, 0.082)], dress.top)
    if dress.cut is Cut.SAREE:
        waist = _middle(pose.neck, pose.hip, 0.72)
        _hull(pen, [(nx - 0.055, ny - 0.04, 0.048), (*waist, 0.08), (hx, hy, 0.085)], dress.low)
        edge = mix(dress.low, pen.inks.paper, 0.6)
        pen.curve(
            _up(
                [
                    (nx + 0.0, ny - 0.0),
                    _middle((nx + 0.06, ny), waist, 0.5),
                    (waist[0] + 0.08, waist[1]),
                ]
            ),
            0.016,
            edge,
        )


def _head(pen: Pen, pose: Pose, dress: Dress) -> None:
    (x, y), ink = pose.head, pen.inks.ink
    pen.limb(_up([pose.neck, (x, y - 0.02)]), 0.062, 0.055, mix(pen.inks.skin, ink, 0.25))
    if dress.head is Head.SCARF:
        back = (pose.neck[0] - 0.06, pose.neck[1] - 0.06, 0.05)
        _hull(pen, [(x - 0.014, y + 0.012, 0.082), back], dress.wrap or dress.low)
    else:
        pen.oval(x - 0.012, -y - 0.012, 0.066, 0.074, ink)
    pen.oval(x + 0.014, -y + 0.008, 0.05, 0.064, pen.inks.skin)
    _hull(pen, [(x + 0.05, y - 0.005, 0.014), (x + 0.066, y - 0.012, 0.007)], pen.inks.skin)
    if dress.head is Head.BUN:
        pen.disc(x - 0.075, -y + 0.02, 0.036, ink)
    elif dress.head is Head.BRAID:
        pen.limb(
            _up([(x - 0.06, y - 0.02), (x - 0.09, y - 0.12), (x - 0.08, y - 0.22)]),
            0.036,
            0.022,
            ink,
        )
        pen.disc(x - 0.08, -y + 0.22, 0.022, pen.inks.hot)
    if dress.head is not Head.SCARF:
        _hair_or_hat(pen, x, y, dress)


def _hair_or_hat(pen: Pen, x: float, y: float, dress: Dress) -> None:
    if dress.head is Head.TURBAN:
        cloth = dress.wrap or dress.top
        _hull(
            pen,
            [(x - 0.05, y + 0.045, 0.036), (x + 0.045, y + 0.05, 0.03), (x, y + 0.075, 0.04)],
            cloth,
        )
        pen.curve(
            _up([(x - 0.08, y + 0.04), (x, y + 0.06), (x + 0.07, y + 0.085)]),
            0.012,
            mix(cloth, pen.inks.ink, 0.35),
        )
    elif dress.head is Head.CAP:
        _hull(pen, [(x - 0.02, y + 0.05, 0.05), (x + 0.02, y + 0.05, 0.045)], dress.low)
        _hull(pen, [(x + 0.03, y + 0.03, 0.014), (x + 0.105, y + 0.028, 0.008)], dress.low)
    else:
        _hull(pen, [(x - 0.03, y + 0.04, 0.04), (x + 0.035, y + 0.052, 0.022)], pen.inks.ink)
