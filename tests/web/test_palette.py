"""The palette: every pair of colours that meets as text and ground, in both schemes."""

import re

import pytest

from harkara.web.assets import STATIC
from harkara.web.presenters.cards import COLOURS

# WCAG 2.2, success criterion 1.4.3, level AA.
ENOUGH = 4.5
TEXTS = ("ink", "soft", "accent", *COLOURS)
GROUNDS = ("paper", "tint", "mark")


def schemes() -> dict[str, dict[str, str]]:
    light, dark = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8").split("@media", 1)
    return {
        name: dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", rules))
        for name, rules in (("light", light), ("dark", dark))
    }


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_strongest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_its_ground(scheme: str, ground: str, text: str) -> None:
    colours = schemes()[scheme]

    assert contrast(colours[text], colours[ground]) >= ENOUGH


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_buttons_can_be_read(scheme: str) -> None:
    colours = schemes()[scheme]

    assert contrast(colours["paper"], colours["ink"]) >= ENOUGH
    assert contrast(colours["paper"], colours["accent"]) >= ENOUGH


def test_every_section_colour_has_its_class() -> None:
    tokens = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")

    for name in COLOURS:
        assert f".section--{name} {{ --section: var(--{name}); }}" in tokens
