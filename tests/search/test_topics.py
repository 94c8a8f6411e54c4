"""Known topics found in a story, and names that could become new ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.search.sections import TextFields
from harkara.search.topics import KnownName, NameKind, NameTrie, TopicProposal, propose

PUL = KnownName(id=1, name="सोहनी पुल", kind=NameKind.THING, aliases=("नया पुल",))
NADI = KnownName(id=2, name="सोहनी नदी", kind=NameKind.PLACE, aliases=("सोहनी", "Sohni"))
MELA = KnownName(id=3, name="सोहनी मेला", kind=NameKind.EVENT)
RAM = KnownName(id=4, name="राम", kind=NameKind.PERSON)
KNOWN = (PUL, NADI, MELA, RAM)


def found(text: str, known: tuple[KnownName, ...] = ()) -> tuple[TopicProposal, ...]:
    return propose(TextFields(headline="", body=text), known)


def names(text: str) -> set[tuple[str, str]]:
    return {(topic.name, topic.kind) for topic in found(text)}


def ids(text: str) -> list[int | None]:
    return [topic.known_id for topic in found(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("सोहनी पुल पर रोशनी लगी", [1]),
        ("नये पुल पर रोशनी लगी, नया पुल चौड़ा है", [1]),
        ("लोग सोहनी मेले में आए", [3]),
        ("सोहनी मेलों की बात", [3]),
        ("Sohni का पानी", [2]),
        ("सोहनी-पुल", [1]),
        ("बिहार में बारिश", []),
        ("आराम किया, रामायण पढ़ी, इनाम मिला", []),
        ("सोहनी। पुल टूटा", [2]),
        ("राम ने कहा", [4]),
    ],
)
def test_known_topics_are_found_as_whole_words(text: str, expected: list[int]) -> None:
    assert ids(text) == expected


def test_the_longest_name_wins() -> None:
    assert ids("सोहनी पुल और सोहनी नदी") == [1, 2]


def test_the_headline_weighs_most() -> None:
    proposals = propose(TextFields(headline="सोहनी मेला शुरू", body="सोहनी नदी। सोहनी नदी।"), KNOWN)

    assert [topic.known_id for topic in proposals] == [3, 2]


def test_a_known_topic_is_not_proposed_again_as_new() -> None:
    known = KnownName(id=7, name="राजनाथ सिंह", kind=NameKind.PERSON)

    assert [t.known_id for t in found("रक्षा मंत्री राजनाथ सिंह ने कहा", (known,))] == [7]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("जिलाधिकारी अनुराधा सेमवाल ने बैठक ली।", "अनुराधा सेमवाल", NameKind.PERSON),
        ("विदेश मंत्री जेनेट मोरावेक से मुलाकात हुई।", "जेनेट मोरावेक", NameKind.PERSON),
        ("डॉ. सुनीता वर्मा ने इलाज किया।", "सुनीता वर्मा", NameKind.PERSON),
        ("शिकायत राजेश कुमार वर्मा ने दर्ज कराई।", "राजेश कुमार वर्मा", NameKind.PERSON),
        ("नेपाल के बुटवल में हुए हादसे की जांच शुरू हुई।", "बुटवल", NameKind.PLACE),
        ("तिलहरा गांव में मेला लगा। तिलहरा में भीड़ रही।", "तिलहरा", NameKind.PLACE),
        ("केंद्रीय जल आयोग (सीडब्ल्यूसी) की रिपोर्ट आई।", "केंद्रीय जल आयोग", NameKind.ORGANISATION),
        ("विश्व व्यापार संगठन (डब्ल्यूटीओ) में डब्ल्यूटीओ की नीति।", "डब्ल्यूटीओ", NameKind.ORGANISATION),
        ("वायुसेना को एफ-16 मिलेंगे।", "एफ-16", NameKind.THING),
        ("चंद्रयान-3 उतरा। चंद्रयान-3 ने तस्वीर भेजी।", "चंद्रयान-3", NameKind.THING),
        ("जी-20 की बैठक हुई।", "जी-20", NameKind.ORGANISATION),
    ],
)
def test_a_new_name_is_proposed_where_the_story_shows_what_it_is(
    text: str, name: str, kind: NameKind
) -> None:
    assert (name, kind) in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "मंत्री ने बैठक के दौरान साझा बयान पर हस्ताक्षर किए।",
        "केंद्र सरकार ने राज्य सरकार से जवाब मांगा।",
        "पूरे गांव में बिजली नहीं है और अपने शहर में भी।",
        "चीन के समर्थन में कुछ देशों ने मत दिया।",
        "जांच समिति और निजी कंपनी के बीच बात हुई।",
        "वार्ड-12 और सेक्टर-62 में पानी नहीं आया।",
        "वर्ष 2024-25 में 10-12 लोग आए।",
        "अध्यक्ष ने सदस्यों से कहा कि किसानों ने मांग रखी है।",
        "राम का नाम लिया गया था।",
    ],
)
def test_where_the_story_does_not_show_it_nothing_is_proposed(text: str) -> None:
    assert names(text) == set()


def test_a_part_of_a_name_is_no_topic_of_its_own() -> None:
    text = "शंघाई सहयोग संगठन (एससीओ) की बैठक में एससीओ के मंत्री आए। राजनाथ सिंह ने कहा। राजनाथ ने बताया।"

    proposed = {name for name, _kind in names(text)}

    assert "शंघाई" not in proposed
    assert "राजनाथ" not in proposed
    assert "एससीओ" in proposed


def test_every_proposal_quotes_the_story() -> None:
    text = "जिलाधिकारी अनुराधा सेमवाल ने कहा कि वायुसेना को एफ-16 मिलेंगे।"

    assert all(topic.why in text for topic in found(text))


def test_one_trie_serves_many_stories() -> None:
    trie = NameTrie(KNOWN)

    assert [t.known_id for t in propose(TextFields(headline="सोहनी पुल"), trie)] == [1]
    assert [t.known_id for t in propose(TextFields(headline="राम"), trie)] == [4]


@given(st.text(max_size=200), st.text(max_size=600))
def test_any_text_can_be_looked_through(headline: str, body: str) -> None:
    for topic in propose(TextFields(headline=headline, body=body), KNOWN):
        assert topic.name


def test_names_are_counted_once_however_often_they_stand_there() -> None:
    sentence = "मंत्री राजनाथ सिंह ने एस-400 और संगठन (एससीओ) की बात की। "

    assert ("राजनाथ सिंह", NameKind.PERSON) in names(sentence * 20_000)


SENSE = NameTrie(
    [
        KnownName(id=1, name="दिल्ली", kind=NameKind.PLACE),
        KnownName(id=2, name="नरेंद्र मोदी", kind=NameKind.PERSON, aliases=("मोदी",)),
        KnownName(id=3, name="राहुल गांधी", kind=NameKind.PERSON, aliases=("राहुल",)),
        KnownName(id=4, name="चंपारण", kind=NameKind.PLACE),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("दिल्ली में बारिश", [1]),
        ("नई दिल्ली में बारिश", []),
        ("नई दिल्ली और दिल्ली", [1]),
        ("दिल्ली विश्वविद्यालय में दाखिला", []),
        ("पूर्वी चंपारण में बाढ़", []),
        ("प्रधानमंत्री मोदी ने कहा", [2]),
        ("सुशील मोदी ने कहा", []),
        ("नरेंद्र मोदी ने कहा", [2]),
        ("राहुल ने कहा", [3]),
        ("राहुल द्विवेदी ने कहा", []),
        ("राहुल गांधी ने कहा", [3]),
        ("Narendra Modi और Rahul Gandhi", [2, 3]),
        ("modi ka bhashan", [2]),
    ],
)
def test_a_name_that_is_anothers_where_it_stands_is_no_topic(
    text: str, expected: list[int]
) -> None:
    proposed = propose(TextFields(headline=text), SENSE)

    assert sorted(one.known_id for one in proposed if one.known_id is not None) == expected
