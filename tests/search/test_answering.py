"""What a model says of a story: as much as its features weigh, and by which words."""

from itertools import pairwise
from operator import mul

import pytest

from harkara.search.sections import TextFields, answering
from harkara.search.sections.calibration import Weighing
from harkara.search.sections.explaining import points
from harkara.search.sections.features import features, features_of, pair_buckets, weighted
from harkara.search.sections.learner import Learner
from harkara.search.sections.model import Model
from harkara.search.sections.packing import HEAD, packed, unpacked
from harkara.search.sections.reading import LONGEST_WORD, MOST_WORDS, read

KHEL, KHETI, FILM = 1, 2, 3
TOLD = {
    KHEL: ("झिंगूर बटोलिया, खड़मुंड पटकनी", "झिंगूर की पटकनी"),
    KHETI: ("भुरकुंडा तिलपट्टी गोड़हन।", "तिलपट्टी की अखरी"),
    FILM: ("चौपटिया ‘नकटौरा’ सुरंगी", "सुरंगी की डफाली"),
}
STORY = TextFields(headline="झिंगूर बटोलिया की अखरी", body="पटकनी, पटकनी और सुरंगी। " * 3)


@pytest.fixture(scope="module")
def model() -> Model:
    learner = Learner(list(TOLD))
    told = [
        (features(TextFields(headline=text)), section)
        for section, texts in TOLD.items()
        for text in texts
    ]
    for seen, section in told:
        learner.note(seen)
        learner.count(seen, section)
    for number, (seen, section) in enumerate(told):
        learner.draw(number, seen, section)
    return learner.model(Weighing(lines=2.0, counts=1.0))


def by_every_feature(model: Model, fields: TextFields) -> list[float]:
    story = weighted(features(fields), model.rarity)
    columns = list(model.weights.columns())
    return [
        bias + sum(map(mul, (column[at] for at in story.buckets), story.weights))
        for bias, column in zip(model.biases, columns, strict=True)
    ]


def test_an_answer_is_what_all_features_of_the_story_weigh_together(model: Model) -> None:
    answer = model.answer(features(STORY))

    assert answer.scores == pytest.approx(by_every_feature(model, STORY), abs=1e-5)
    assert model.answer(features(STORY)).scores == answer.scores


def test_a_word_that_was_looked_up_is_looked_up_again_after_a_correction(model: Model) -> None:
    kept = unpacked(packed(model))
    assert kept is not None
    before = kept.answer(features(STORY)).scores

    assert kept.correct(features(STORY), FILM)

    after = kept.answer(features(STORY)).scores
    assert after != before
    assert after.index(max(after)) == kept.sections.index(FILM)
    assert after == pytest.approx(by_every_feature(kept, STORY), abs=1e-5)


def test_a_word_that_was_forgotten_is_looked_up_again(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = model.answer(features(STORY)).scores
    monkeypatch.setattr(answering, "REMEMBERED", 2)

    kept = unpacked(packed(model))

    assert kept is not None
    for _ in range(3):
        assert kept.answer(features(STORY)).scores == pytest.approx(expected, abs=1e-2)
    assert len(kept._listener._known) + len(kept._listener._older) <= 4


def test_weights_of_all_sections_are_nothing_together(model: Model) -> None:
    sums = map(sum, zip(*model.weights.columns(), strict=True))

    assert max(map(abs, sums)) < 1e-4


def test_an_empty_story_is_told_by_the_biases_alone(model: Model) -> None:
    assert model.answer(features(TextFields(headline=""))).scores == model.biases


def test_words_that_speak_for_a_section_stand_above_those_that_speak_for_others(
    model: Model,
) -> None:
    reading = read(STORY)

    found = points(reading, model.answer(features_of(reading)), model.sections.index(KHEL))

    assert found["झिंगूर"] > 0 > found["अखरी"]
    assert found["पटकनी"] > 0 > found["सुरंगी"]


def test_a_word_has_its_marks_and_its_pieces_do_not() -> None:
    words, pieces = read(TextFields(headline="‘भारत-रूस’ क्या?")).headline

    assert [word.text for word in words] == ["‘भारत-रूस’", "क्या?"]
    assert [piece.text for piece in pieces] == ["‘", "भारत", "-", "रूस", "’", "क्या", "?"]
    assert [piece.term is None for piece in pieces] == [True, False, True, False, True, False, True]
    assert words[0].main.text == "भारत"


def test_joiners_do_not_part_a_word() -> None:
    joined, plain = (
        read(TextFields(headline=text)) for text in ("क्\N{ZERO WIDTH JOINER}या", "क्या")
    )

    assert [one.mark for one in joined.headline.pieces] == [
        one.mark for one in plain.headline.pieces
    ]
    assert joined.headline.words[0].letters == plain.headline.words[0].letters


def test_no_more_of_a_story_is_read_than_it_takes() -> None:
    reading = read(TextFields(headline="क" * 10_000, standfirst="बात " * 10, body="बात " * 5_000))

    assert len(reading.standfirst.words) + len(reading.body.words) == MOST_WORDS
    assert len(reading.headline.words[0].letters) < 3 * (LONGEST_WORD + 2)


def test_pairs_are_told_by_their_order() -> None:
    pieces = read(TextFields(headline="झिंगूर बटोलिया झिंगूर")).headline.pieces

    first, second = pair_buckets(pieces)

    assert first != second
    assert len(list(pairwise(pieces))) == 2


def test_a_model_of_an_older_form_is_not_read(model: Model) -> None:
    parts = dict(packed(model))
    parts[HEAD] = parts[HEAD].replace(b'"form": 2', b'"form": 1')

    assert parts[HEAD] != packed(model)[HEAD]
    assert unpacked(parts) is None
