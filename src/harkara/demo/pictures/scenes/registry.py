"""Which scenes there are, and how each can be composed."""

from collections.abc import Callable
from dataclasses import dataclass, field

from harkara.demo.pictures.inks import OUTDOORS, Inks
from harkara.demo.pictures.pen import Pen

Draw = Callable[[Pen], None]


@dataclass(frozen=True, slots=True)
class Composition:
    """One way to draw a scene, with the palettes that suit it."""

    draw: Draw
    palettes: tuple[Inks, ...]


@dataclass(slots=True)
class Scene:
    """A scene with its compositions; some seeds are promised to one of them."""

    compositions: list[Composition] = field(default_factory=list)
    promised: dict[int, Composition] = field(default_factory=dict)

    def composition(self, seed: int) -> Composition:
        """Return the composition for a seed."""
        return self.promised.get(seed) or self.compositions[seed % len(self.compositions)]


SCENES: dict[str, Scene] = {}


def scene(name: str, *seeds: int, palettes: tuple[Inks, ...] = OUTDOORS) -> Callable[[Draw], Draw]:
    """Register a composition of a scene.

    The seeds are those whose description in the stories fits this composition and no other.
    """

    def register(draw: Draw) -> Draw:
        known = SCENES.setdefault(name, Scene())
        composition = Composition(draw, palettes)
        known.compositions.append(composition)
        known.promised.update(dict.fromkeys(seeds, composition))
        return draw

    return register
