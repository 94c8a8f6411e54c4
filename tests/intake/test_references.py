"""Lines that refer to another story are told from sentences that begin like them."""

import pytest

from harkara.intake.line_words.references import is_label, title_of


@pytest.mark.parametrize(
    "line",
    [
        "ये भी पढ़ें: नौघाट का पुल खुला",
        "पढ़े: नौघाट का पुल खुला",
        "पढ़े - नौघाट का पुल खुला",
        "पढ़ें-नौघाट का पुल खुला",
        "पढ़िए–नौघाट का पुल खुला",
        "ये भी पढ़े-नौघाट का पुल खुला",
        "विस्तार से जानें: नौघाट का पुल खुला",
    ],
)
def test_a_line_that_refers_names_its_headline(line: str) -> None:
    assert title_of(line) == "नौघाट का पुल खुला"
    assert not is_label(line)


@pytest.mark.parametrize(
    "line",
    [
        "पढ़े-लिखे युवा खेती की ओर लौट रहे हैं",
        "पढ़े–लिखे युवा खेती की ओर लौट रहे हैं",
        "जाने-माने लोकगायक घाट पर गाएंगे",
        "और जाने-माने लोकगायक भी पहुंचे",
        "जाने-अनजाने हुई भूल सुधारी जाएगी",
        "देखे-भाले रास्ते पर भी चौकसी रही",
        "यह भी देखें कि पानी उबला हो।",
    ],
)
def test_a_sentence_that_begins_with_such_a_word_is_none(line: str) -> None:
    assert title_of(line) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "पढ़ें - लिखें और आगे बढ़ें, यही नारा था।",
        "जाने - अनजाने में कई लोग फंस गए।",
        "जाने… क्या हुआ कि वह लौट आया।",
    ],
)
def test_a_sentence_with_a_dash_behind_its_verb_refers_to_no_story(sentence: str) -> None:
    assert title_of(sentence) is None


def test_a_reference_with_a_colon_may_end_as_a_sentence() -> None:
    assert title_of("पढ़ें: पुल खुला, राह आसान हुई।") == "पुल खुला, राह आसान हुई।"
    assert title_of("ये भी पढ़ें - पुल खुला, राह आसान हुई।") is not None
