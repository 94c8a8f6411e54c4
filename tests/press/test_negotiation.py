"""What a reader's Accept-Encoding asks for."""

import pytest

from harkara.press.negotiation import acceptable


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ("identity",)),
        ("identity", ("identity",)),
        ("deflate", ("identity",)),
        ("gzip, deflate, br, zstd", ("br", "gzip", "identity")),
        ("gzip;q=0", ("identity",)),
        ("gzip; q=0.000, br", ("br", "identity")),
        ("gzip;q=0.001", ("gzip", "identity")),
        ("GZIP;q=1.0", ("gzip", "identity")),
        ("br;q=0.3, gzip;q=0.8", ("gzip", "br", "identity")),
        ("br;q=0.3, identity;q=0.8", ("identity", "br")),
        ("identity;q=0, gzip", ("gzip",)),
        ("*", ("br", "gzip", "identity")),
        ("*;q=0", ()),
        ("*;q=0, gzip", ("gzip",)),
        ("*, br;q=0", ("gzip", "identity")),
        ("gzip;q=much", ("identity",)),
    ],
)
def test_what_a_reader_takes_is_read_with_its_weights(
    header: str, expected: tuple[str, ...]
) -> None:
    assert acceptable(header) == expected
