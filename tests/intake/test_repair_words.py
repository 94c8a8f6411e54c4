"""Every repair of the text room has a name that an editor understands."""

import pytest

from harkara.intake.repair_words import repair_words
from harkara.text.legacy import FONTS, Font
from harkara.text.normalise import explain

DAMAGED = "लाॅग इन  करें ।अाज का अखबार पढ़े|\u200b नदीी\u00a0का किनारा ,और"


@pytest.mark.django_db
def test_each_repair_is_named_in_hindi() -> None:
    names = {repair.name for repair in explain(DAMAGED).repairs}

    assert len(names) > 4
    assert all(repair_words(name) != repair_words("no such repair") for name in names)


def test_a_repair_that_is_new_has_a_name_too() -> None:
    assert repair_words("no such repair") == "वर्तनी का सुधार"


@pytest.mark.parametrize("font", FONTS.values(), ids=FONTS)
def test_each_old_font_is_named(font: Font) -> None:
    assert repair_words(font.name) == f"{font.title} फॉन्ट में टाइप किया हुआ"
