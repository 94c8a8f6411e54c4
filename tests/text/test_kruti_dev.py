"""Text typed in Kruti Dev 010, as Unicode."""

from harkara.text.legacy import KRUTI_DEV, decode


def test_the_font_is_read(source: str, expect: str) -> None:
    assert decode(source, KRUTI_DEV) == expect
