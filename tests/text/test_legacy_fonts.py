"""What every old font must do: the tests that a new table has to pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.growth import grows_with_length_only

from harkara.text.chars import NUKTA, VIRAMA
from harkara.text.legacy import FONTS, Font, decode, encode
from harkara.text.normalise import normalise

every_font = pytest.mark.parametrize("font", FONTS.values(), ids=FONTS)

LETTERS = st.sampled_from("कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह")
SIGNS = st.sampled_from(["", "", "ा", "ि", "ी", "ु", "ू", "ृ", "े", "ै", "ो", "ौ", "ॉ"])
SYLLABLES = st.builds(
    lambda letters, nukta, sign, nasal: VIRAMA.join(letters) + nukta + sign + nasal,
    st.lists(LETTERS, min_size=1, max_size=3),
    st.sampled_from(["", "", "", NUKTA]),
    SIGNS,
    st.sampled_from(["", "", "", "ं", "ँ"]),
) | st.sampled_from("अआइईउऊऋएऐओऔऑ")
WORDS = st.lists(SYLLABLES, min_size=1, max_size=5).map("".join)
QUOTED = WORDS.map("‘{}’".format) | WORDS.map("“{}”".format)
MARKS = st.sampled_from("।,?-()")
HINDI = st.lists(WORDS | QUOTED | MARKS, max_size=8).map(" ".join)
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
SENTENCES = (
    "दिल्ली में आज सुबह हल्की बारिश हुई।",
    "मुख्यमंत्री ने कहा, ‘सड़कों की मरम्मत जल्दी होगी’।",
    "राष्ट्रपति, प्रधानमंत्री और विपक्ष के नेता उद्घाटन में थे।",
    "क्या शर्मिंदगी का यह दृश्य ट्रेन में दिखा?",
    "ऑक्सीजन, चौकी, ज्ञान, श्रद्धा, ऋण, ऊँचाई, औषधि और ऐश्वर्य",
    "अंतःकरण और दुःख; पुनः विद्यार्थियों का चिह्न",
)


@every_font
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_survives_the_way_there_and_back(font: Font, sentence: str) -> None:
    written = encode(sentence, font)

    assert decode(written, font) == sentence
    assert written != sentence


@every_font
@given(text=HINDI)
def test_normal_hindi_survives_the_way_there_and_back(font: Font, text: str) -> None:
    text = normalise(text)

    assert decode(encode(text, font), font) == text


@every_font
@given(words=st.lists(WORDS, min_size=1, max_size=6))
def test_what_was_read_is_written_as_what_reads_the_same(font: Font, words: list[str]) -> None:
    once = decode(encode(normalise(" ".join(words)), font), font)

    assert decode(encode(once, font), font) == once


@every_font
@given(text=ANYTHING)
def test_any_text_can_be_read_and_written(font: Font, text: str) -> None:
    assert isinstance(decode(text, font), str)
    assert isinstance(encode(text, font), str)


@every_font
@given(words=st.lists(WORDS, max_size=8))
def test_devanagari_that_is_there_already_stays(font: Font, words: list[str]) -> None:
    text = " ".join(words)

    assert decode(text, font) == text


@every_font
def test_bytes_that_no_code_page_was_applied_to_are_read_too(font: Font) -> None:
    high = [glyph for glyph in font.glyphs if ord(glyph) > 0xFF]

    for glyph in high:
        try:
            raw = glyph.encode("cp1252").decode("latin-1")
        except UnicodeEncodeError:
            continue
        assert font.by_code[ord(raw)] == font.by_code[ord(glyph)]


@every_font
def test_every_glyph_is_one_character_of_its_code_page(font: Font) -> None:
    assert all(len(glyph) == 1 for glyph in font.glyphs)
    assert {"क", "ा", "ि", "्र", "।"} <= set(font.glyphs.values())
    assert all(set(glyphs) - {"-"} <= set(font.glyphs) for glyphs in font.spellings.values())


@every_font
@pytest.mark.parametrize("text", ["ा", "ि", "्", "़", "ं", "र्", "क्", "कि", "ः", "कर्", "क़"])
def test_the_cost_of_hostile_text_grows_with_its_length_only(font: Font, text: str) -> None:
    piece = encode(text, font)

    assert grows_with_length_only(lambda text: encode(decode(text, font), font), piece)
