"""The demo's pictures: every scene can be drawn, and drawn the same again."""

import io

import pytest
from PIL import Image, ImageStat

from harkara.demo.pictures import NAMES, NoScene, draw
from harkara.demo.pictures.catalogue import SCENES
from harkara.demo.stories import read

SMALL = (150, 100)


@pytest.mark.parametrize("name", NAMES)
def test_every_composition_of_a_scene_makes_a_picture(name: str) -> None:
    for seed in range(len(SCENES[name].compositions)):
        picture = Image.open(io.BytesIO(draw(name, seed, SMALL)))

        assert (picture.format, picture.size) == ("JPEG", SMALL)
        # An empty sheet would be one ink with its grain.
        assert ImageStat.Stat(picture.convert("L")).stddev[0] > 15


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_draws_the_same_bytes(name: str) -> None:
    assert draw(name, 3, SMALL) == draw(name, 3, SMALL)


@pytest.mark.parametrize("name", NAMES)
def test_another_seed_draws_another_picture(name: str) -> None:
    assert len({draw(name, seed, SMALL) for seed in range(6)}) > 1


def test_a_scene_nobody_can_draw_is_refused() -> None:
    with pytest.raises(NoScene, match="no scene 'moon'"):
        draw("moon", 1, SMALL)


def test_the_picture_fits_what_the_story_says_it_shows() -> None:
    """A scene with several compositions has promised one to each seed the stories use."""
    used = {(picture.scene, picture.seed) for picture in read().pictures}

    for name, seed in sorted(used):
        scene = SCENES[name]
        assert len(scene.compositions) == 1 or seed in scene.promised, (name, seed)
