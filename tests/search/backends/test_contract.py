"""What every search backend must do. A new one is added to `BACKENDS` and changes nothing else."""

from datetime import timedelta

import pytest
from tests.search.backends.samples import NOON, fill, found, story

from harkara.search.backends.base import Backend, Busy, Superseded
from harkara.search.documents import AuthorName, Order, Query, TopicNames

MEETING = story(
    1,
    "राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात",
    "एस-400 की डिलीवरी पर बात हुई।",
    "दोनों मंत्रियों ने सैन्य सहयोग पर चर्चा की।",
    section_id=3,
    topics=(TopicNames(id=7, names=("राजनाथ सिंह", "रक्षा मंत्री")),),
    authors=(AuthorName(id=5, name="अनीता वर्मा"),),
    days_old=3,
)
CRICKET = story(
    2,
    "विश्व कप: भारत ने पाकिस्तान को हराया",
    "क्रिकेट के मैदान से खबर।",
    section_id=4,
    authors=(AuthorName(id=None, name="संजय गुप्ता"),),
    days_old=2,
)
BUDGET = story(3, "आम बजट पर चर्चा", "वित्त मंत्री ने आम आदमी को राहत दी।", section_id=3)


@pytest.fixture
def archive(index: Backend) -> Backend:
    return fill(index, MEETING, CRICKET, BUDGET)


def test_nothing_is_found_before_a_commit(index: Backend) -> None:
    with index.writer() as writer:
        writer.put(MEETING)

    assert index.count() == 0
    assert found(index, "राजनाथ") == []


def test_what_is_committed_is_found_at_once(archive: Backend) -> None:
    assert found(archive, "राजनाथ") == [1]
    assert archive.count() == 3
    assert sorted(archive.numbers()) == [1, 2, 3]


def test_a_story_put_again_replaces_what_was_there(archive: Backend) -> None:
    fill(archive, story(1, "नया शीर्षक"))

    assert found(archive, "राजनाथ") == []
    assert found(archive, "शीर्षक") == [1]
    assert archive.count() == 3


def test_a_story_put_twice_before_the_commit_is_there_once(index: Backend) -> None:
    fill(index, story(1, "पहला"), story(1, "दूसरा"))

    assert found(index, "पहला") == []
    assert found(index, "दूसरा") == [1]


def test_a_removed_story_is_gone(archive: Backend) -> None:
    with archive.writer() as writer:
        writer.remove(1)
        writer.remove(99)
        writer.commit()

    assert found(archive, "राजनाथ") == []
    assert sorted(archive.numbers()) == [2, 3]


def test_the_forms_and_spellings_of_a_word_meet(archive: Backend) -> None:
    assert sorted(found(archive, "मंत्रियों")) == [1, 3]
    assert sorted(found(archive, "मन्त्री")) == [1, 3]


@pytest.mark.parametrize("text", ["एस-400", "एस 400", "एस400"])
def test_letters_and_digits_meet_however_they_are_joined(archive: Backend, text: str) -> None:
    assert found(archive, text) == [1]


def test_every_one_of_two_words_must_be_there(archive: Backend) -> None:
    assert found(archive, "बजट चर्चा") == [3]


def test_when_no_story_has_all_words_those_with_some_are_given(archive: Backend) -> None:
    results = archive.search(Query(text="बजट क्रिकेट"))

    assert {hit.number for hit in results.hits} == {2, 3}
    assert results.loosened


def test_words_too_common_to_look_for_are_not_looked_for(archive: Backend) -> None:
    assert found(archive, "बजट पर और से") == [3]


def test_a_query_of_common_words_alone_finds_them(archive: Backend) -> None:
    assert found(archive, "को") == [3, 2] or found(archive, "को") == [2, 3]


@pytest.mark.parametrize("text", ['"आम बजट"', "„आम बजट”", "“आम बजट”", "«आम बजट»"])
def test_the_words_of_a_phrase_stand_together(archive: Backend, text: str) -> None:
    assert found(archive, text) == [3]


def test_a_phrase_holds_common_words_and_inflections(archive: Backend) -> None:
    assert found(archive, '"सिंह ने रूसी समकक्षों"') == [1]
    assert found(archive, '"बजट आम"') == []


def test_a_phrase_does_not_go_from_one_paragraph_on_to_the_next(archive: Backend) -> None:
    assert found(archive, '"बात हुई दोनों"') == []
    assert found(archive, '"आम बजट पर चर्चा वित्त"') == []


def test_a_word_with_a_minus_must_not_be_there(archive: Backend) -> None:
    assert found(archive, "चर्चा -बजट") == [1]
    assert found(archive, 'चर्चा -"आम आदमी"') == [1]
    assert found(archive, "-बजट", order=Order.NEWEST) == [2, 1]


def test_topics_and_authors_are_found_by_all_their_names(archive: Backend) -> None:
    assert found(archive, "अनीता वर्मा") == [1]
    assert found(archive, '"रक्षा मंत्री"') == [1]
    assert found(archive, "संजय गुप्ता") == [2]


def test_section_topic_and_author_narrow_a_search(archive: Backend) -> None:
    assert found(archive, "चर्चा", section_id=4) == []
    assert sorted(found(archive, "चर्चा", section_id=3)) == [1, 3]
    assert found(archive, topic_id=7) == [1]
    assert found(archive, author_id=5) == [1]


def test_a_range_of_time_holds_its_beginning_and_not_its_end(archive: Backend) -> None:
    two_days_ago = NOON - timedelta(days=2)

    assert sorted(found(archive, since=two_days_ago)) == [2, 3]
    assert sorted(found(archive, until=two_days_ago)) == [1]
    assert found(archive, since=two_days_ago, until=two_days_ago + timedelta(seconds=1)) == [2]


def test_an_empty_query_gives_the_newest_first(archive: Backend) -> None:
    assert found(archive) == [3, 2, 1]
    assert found(archive, "?!") == [3, 2, 1]


def test_the_newest_come_first_when_that_is_asked_for(archive: Backend) -> None:
    assert found(archive, "चर्चा", order=Order.NEWEST) == [3, 1]


def test_a_word_in_the_headline_counts_more_than_one_in_the_body(index: Backend) -> None:
    fill(index, story(1, "मौसम की खबर", "बाढ़ का पानी उतरा"), story(2, "बाढ़ का पानी", "मौसम की खबर"))

    assert found(index, "बाढ़ पानी") == [2, 1]


def test_of_like_stories_the_fresh_one_comes_first(index: Backend) -> None:
    fill(index, story(1, "दिल्ली में बाढ़", days_old=1), story(2, "दिल्ली में बाढ़", days_old=400))

    assert found(index, "बाढ़", at=NOON) == [1, 2]


def test_pages_follow_one_another(index: Backend) -> None:
    fill(index, *(story(number, "एक ही शीर्षक", days_old=number) for number in range(1, 8)))

    pages = [found(index, "शीर्षक", page=page, page_size=3) for page in (1, 2, 3, 4)]

    assert pages == [[1, 2, 3], [4, 5, 6], [7], []]
    assert index.search(Query(text="शीर्षक", page_size=3)).pages == 3
    assert index.search(Query(text="शीर्षक", page_size=3, page=2)).total == 7


def test_how_each_word_was_read_is_told(archive: Backend) -> None:
    words = archive.search(Query(text="मंत्रियों ज़्यूरिख")).words

    assert [(word.typed, bool(word.found)) for word in words] == [
        ("मंत्रियों", True),
        ("ज़्यूरिख", False),
    ]


def test_a_long_query_is_cut_and_says_so(archive: Backend) -> None:
    results = archive.search(Query(text="राजनाथ " * 1_000))

    assert results.left_out > 900
    assert [hit.number for hit in results.hits] == [1]


def test_a_word_is_completed_the_most_used_first(archive: Backend) -> None:
    fill(archive, story(4, "चमक और चमन"), story(5, "चमन"))

    assert [one.text for one in archive.complete("आज चम")] == ["आज चमन", "आज चमक"]
    assert archive.complete("ज्ञज्ञ") == ()
    assert archive.complete("") == ()


def test_a_word_is_completed_from_roman_letters_and_its_spellings_are_one(archive: Backend) -> None:
    fill(archive, story(4, "हिंदी दिवस"), story(5, "हिन्दी दिवस"))

    assert [one.text for one in archive.complete("raaj")] == ["राजनाथ"]
    assert [one.stories for one in archive.complete("हिन्द")] == [2]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("rajnath", [1]),
        ("raajnath singh", [1]),
        ("rajnath एस-400", [1]),
        ("s400 delivery", [1]),
        ("krikat", [2]),
        ('"aam bajat"', [3]),
        ("charcha -bajat", [1]),
    ],
)
def test_roman_words_find_the_archives_own(archive: Backend, text: str, numbers: list[int]) -> None:
    assert found(archive, text) == numbers


def test_what_a_roman_word_was_read_as_is_told(archive: Backend) -> None:
    words = archive.search(Query(text="rajnath mein delivery 400")).words

    assert [(word.typed, word.found, word.by_sound) for word in words] == [
        ("rajnath", ("राजनाथ",), True),
        ("delivery", ("डिलीवरी",), True),
        ("400", ("400",), False),
    ]


def test_a_roman_word_never_finds_one_that_merely_shares_its_consonants(index: Backend) -> None:
    fill(index, story(1, "बिहार में रोम"), story(2, "रिम झिम"))

    assert found(index, "ram") == []
    assert found(index, "राम") == []


def test_a_name_is_found_in_either_script(index: Backend) -> None:
    fill(index, story(1, "BJP की बैठक"), story(2, "बीजेपी का बयान"))

    assert sorted(found(index, "बीजेपी")) == [1, 2]
    assert sorted(found(index, "bjp")) == [1, 2]


def test_a_query_that_was_perhaps_meant_is_suggested(archive: Backend) -> None:
    assert archive.search(Query(text='"राजनथ" -फिल्म')).suggestion == '"राजनाथ" -फिल्म'
    assert archive.search(Query(text="राजनाथ")).suggestion == ""
    assert archive.search(Query(text="ज़्यूरिख 2031")).suggestion == ""


def test_in_how_many_stories_a_term_stands_is_told(archive: Backend) -> None:
    assert archive.counts(["मंत्री", "बजट", "नहीं-है"]) == {"मंत्री": 2, "बजट": 1, "नहीं-है": 0}


def test_the_nearest_stories_have_the_weightiest_terms(archive: Backend) -> None:
    hits = archive.nearest({"चर्चा": 1.0, "बजट": 2.0}, 5)

    assert [hit.number for hit in hits] == [3, 1]
    assert archive.nearest({"चर्चा": 1.0}, 5, since=NOON) == ()
    assert archive.nearest({}, 5) == ()


def test_the_position_of_the_last_commit_is_kept(index: Backend) -> None:
    assert index.position() is None

    fill(index, MEETING, position=17)
    fill(index, CRICKET)

    assert index.position() == 17


def test_two_do_not_write_at_once(index: Backend) -> None:
    with index.writer(), pytest.raises(Busy), index.writer():
        pass


def test_what_was_written_last_can_be_written_again(index: Backend) -> None:
    fill(index, MEETING)
    with index.writer() as writer:
        writer.put(CRICKET)
        writer.commit()
        writer.put(BUDGET)
        writer.commit()

    assert sorted(index.numbers()) == [1, 2, 3]


def test_a_rebuilt_index_takes_the_place_of_the_old_one(archive: Backend) -> None:
    with archive.rebuild() as writer:
        writer.put(BUDGET)
        writer.commit(40)

        assert found(archive, "राजनाथ") == [1]

    assert found(archive, "राजनाथ") == []
    assert found(archive, "बजट") == [3]
    assert archive.position() == 40


@pytest.mark.parametrize("committed", [True, False])
def test_a_rebuild_that_failed_leaves_the_index_as_it_was(
    archive: Backend, *, committed: bool
) -> None:
    def rebuild() -> None:
        with archive.rebuild() as writer:
            writer.put(BUDGET)
            if committed:
                writer.commit()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        rebuild()

    assert sorted(archive.numbers()) == [1, 2, 3]


def test_a_rebuild_without_a_commit_changes_nothing(archive: Backend) -> None:
    with archive.rebuild():
        pass

    assert archive.count() == 3


def test_the_old_index_is_written_while_a_new_one_is_made(archive: Backend) -> None:
    with archive.rebuild() as writer:
        fill(archive, story(4, "इस बीच की खबर"), position=41)
        assert found(archive, "बीच") == [4]
        writer.put(BUDGET)
        writer.commit(40)

    assert archive.position() == 40
    assert sorted(archive.numbers()) == [3]


def test_who_writes_to_a_replaced_index_is_told(archive: Backend) -> None:
    with archive.writer() as late:
        with archive.rebuild() as writer:
            writer.put(BUDGET)
            writer.commit(40)
        late.put(CRICKET)
        with pytest.raises(Superseded):
            late.commit(41)

    assert archive.position() == 40
    assert found(archive, "क्रिकेट") == []


def test_only_one_index_is_made_anew_at_a_time(archive: Backend) -> None:
    with archive.rebuild(), pytest.raises(Busy), archive.rebuild():
        pass


def test_an_index_that_was_let_go_of_opens_again(archive: Backend) -> None:
    archive.close()

    assert found(archive, "राजनाथ")
