"""What JSON can name and nothing can keep is left out, in every source that is JSON."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.intake.json_text import read_json
from harkara.intake.sources.ghost.export import _Readable

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from(["\\", "\0", "\ud83d", "\ude00", "u", "d", "8"])),
    max_size=30,
)


def kept(text: str) -> str:
    """Return a text as it can be kept: pairs of halves are letters, and a half alone is none."""
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return paired.replace("\0", "")


@given(TEXTS)
def test_a_text_is_read_without_halves_of_letters_and_nul(text: str) -> None:
    assert read_json(json.dumps([text])) == [kept(text)]
    assert read_json(json.dumps([text]).encode()) == [kept(text)]


@given(TEXTS, st.integers(1, 9))
def test_a_file_says_the_same_however_it_is_cut(text: str, size: int) -> None:
    file = _Readable(io.BytesIO(json.dumps([text]).encode()))
    read = b"".join(iter(lambda: file.read(size), b""))
    assert json.loads(read) == [kept(text)]


@pytest.mark.parametrize("said", ["", "{", "[" * 100_000, b"\xff\xfe\x00"])
def test_what_is_no_json_is_said_as_json_says_it(said: str | bytes) -> None:
    with pytest.raises((ValueError, RecursionError)):
        read_json(said)
