"""Tables as an editor types them."""

import pytest

from harkara.newsroom.blocks import table_rows


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("टीम | अंक\nनौघाट | 6", [["टीम", "अंक"], ["नौघाट", "6"]]),
        ("| टीम | अंक |\n\n| नौघाट | 6 |", [["टीम", "अंक"], ["नौघाट", "6"]]),
        ("टीम | अंक\nनौघाट |", [["टीम", "अंक"], ["नौघाट", ""]]),
        ("|", [["", ""]]),
        ("", []),
    ],
)
def test_the_cells_of_each_line_are_read(typed: str, rows: list[list[str]]) -> None:
    assert table_rows(typed) == rows
