"""Reading a text for comparison."""

from harkara.search.duplicates.reading import BITS, read
from harkara.search.duplicates.sketch import FEWEST_KEPT, KEPT_OF, packed, sketch, unpacked

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
    short = read(" ".join(map(str, range(100, 120))))
    long = read(" ".join(map(str, range(1000, 2200))))

    assert set(sketch(short)) == set(short.prints)
    assert FEWEST_KEPT < len(sketch(long)) <= len(long.prints) // KEPT_OF
    assert max(sketch(long)) < sorted(set(long.prints))[len(sketch(long))]


def test_what_is_packed_is_unpacked_again() -> None:
    prints = (0, 7, 2**BITS - 1)

    assert unpacked(packed(prints)) == prints
    assert unpacked(packed(())) == ()
