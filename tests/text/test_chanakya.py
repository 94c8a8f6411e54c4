"""Text typed in Chanakya, as Unicode."""

from harkara.text.legacy import CHANAKYA, decode


def test_the_font_is_read(source: str, expect: str) -> None:
    assert decode(source, CHANAKYA) == expect
