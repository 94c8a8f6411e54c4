"""Reading a text for comparison."""

from hypothesis import given
from hypothesis import strategies as st

from harkara.search.duplicates.reading import BITS, MOST_WORDS, prints_in, read
from harkara.search.duplicates.sketch import FEWEST_KEPT, KEPT_OF, packed, sketch, unpacked

LETTERS = st.sampled_from("राजनथमंीि\u200c\u200dँ़ aZ0९.,-@/:\n\t")
PARAGRAPH = "सोहनी नदी पर बना नया पुल सोमवार को आम लोगों के लिए खोल दिया गया।"


def test_spellings_and_inflections_of_a_text_are_read_alike() -> None:
    one = read("हिन्दी की ख़बरें पाँच ज़िलों से आयीं")
    other = read("हिंदी: खबर पांच जिले से आई।")

    assert one.terms == other.terms


def test_words_that_tell_nothing_are_passed_over() -> None:
    assert len(read("में के की और से है")) == 0


def test_letters_that_a_broken_export_left_as_numbers_are_no_words() -> None:
    assert read(r"\u0938\u094b\u0936 पुल").terms == ("पुल",)


def test_every_word_is_found_at_its_place() -> None:
    reading = read(PARAGRAPH)
    found = [PARAGRAPH[start:end] for start, end in reading.spans]

    assert found == ["सोहनी", "नदी", "बना", "नया", "पुल", "सोमवार", "आम", "लोगों", "खोल"]


def test_a_word_that_stands_inside_an_earlier_one_is_found_at_its_own_place() -> None:
    text = "पुलिया पुल पुलिया"

    assert [text[start:end] for start, end in read(text).spans] == text.split()


def test_a_text_shorter_than_a_shingle_is_one_shingle_and_an_empty_one_has_none() -> None:
    assert len(read("नया पुल").prints) == 1
    assert read("").prints == ()


def test_prints_are_the_same_in_every_process_and_fit_their_column() -> None:
    prints = read(PARAGRAPH).prints

    assert prints[0] == 83559405797311
    assert all(0 <= one < 2**BITS for one in prints)


def test_a_short_story_is_kept_whole_and_a_long_one_in_part() -> None:
    short = " ".join(map(str, range(100, 120)))
    long = " ".join(map(str, range(1000, 2200)))
    of_long = sorted(prints_in(long))

    assert set(sketch(short)) == prints_in(short)
    assert FEWEST_KEPT < len(sketch(long)) <= len(of_long) // KEPT_OF
    assert list(sketch(long)) == of_long[: len(sketch(long))]


def test_what_is_packed_is_unpacked_again() -> None:
    prints = (0, 7, 2**BITS - 1)

    assert unpacked(packed(prints)) == prints
    assert unpacked(packed(())) == ()


@given(st.text(LETTERS | st.characters(exclude_categories=["Cs"])))
def test_the_prints_are_those_of_the_reading(text: str) -> None:
    assert prints_in(text) == set(read(text).prints)


def test_only_the_beginning_of_a_book_is_read() -> None:
    book = "सोहनी पुल " * (MOST_WORDS // 2 + 50)

    assert prints_in(book) == set(read(book).prints)
    assert len(read(book)) == MOST_WORDS
