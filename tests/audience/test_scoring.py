"""What speaks against a comment: the rules, and what the desk decided before."""

import pytest
from tests.audience.conftest import NOON, Say

from harkara.audience.comments.scoring import Doubt, in_words, weigh
from harkara.audience.comments.scoring import student as students
from harkara.audience.comments.scoring.rules import broken_rules
from harkara.audience.models import Comment


def doubts(text: str, name: str = "सीमा") -> set[Doubt]:
    return {one.doubt for one in broken_rules(name, text)}


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("देखिए www.example.org", Doubt.LINK),
        ("मेरा नंबर ९८७६५ ४३२१०", Doubt.PHONE),
        ("call +91 98765-43210", Doubt.PHONE),
        ("वाह!!!!!!!!", Doubt.REPEATED),
        ("YEH KYA HO RAHA HAI BHAI LOGON", Doubt.SHOUTED),
        ("घर बैठे कमाएं रोज हजार", Doubt.ADVERT),
        ("तुम हरामखोर हो", Doubt.ABUSE),
        ("tum haramkhor ho", Doubt.ABUSE),
        ("तुम ह*रा*म*खो*र हो", Doubt.HIDDEN),
        ("tum h@r@mkhor ho", Doubt.HIDDEN),
        ("नेता बेशर्म है", Doubt.RUDE),
        ("это совсем другой текст", Doubt.FOREIGN),
    ],
)
def test_a_rule_is_broken(text: str, doubt: Doubt) -> None:
    assert doubt in doubts(text)


@pytest.mark.parametrize(
    "text",
    [
        "पुल का काम समय पर पूरा हुआ, बधाई।",
        "26 जून 2026 को 1,23,456 लोग आए, रन रेट 7.5",
        "विराट ने छह छक्के लगाए",
        "chhod do yaar, chat mein baat karenge",
        "land ki keemat badh gayi, loan mehnga",
        "gandi naali saaf karo",
        "St. Xavier's के 10वीं के छात्र",
    ],
)
def test_everyday_words_break_none(text: str) -> None:
    assert doubts(text) == set()


def test_a_link_in_the_name_counts_too() -> None:
    assert Doubt.LINK in doubts("अच्छी खबर", name="sasta-loan.com")


def test_every_reason_has_words() -> None:
    said = in_words([[doubt.value, "यह"] for doubt in Doubt])

    assert len(set(said)) == len(Doubt)
    assert all(any("\u0900" <= letter <= "\u097f" for letter in one) for one in said)


@pytest.mark.django_db
def test_the_desks_own_decisions_are_learned(say: Say) -> None:
    number = say().story_id
    rows = [
        Comment(
            story_id=number,
            status=side,
            sheet=1 if side == "accepted" else None,
            name="राम",
            text=text.format(at),
            written_at=NOON,
            decided_at=NOON,
        )
        for at in range(students.LEAST_OF_EACH)
        for side, text in (
            ("accepted", "सड़क और पुल पर अच्छी खबर {}"),
            ("rejected", "लाटरी का टिकट मुझसे लीजिए {}"),
        )
    ]
    Comment.objects.bulk_create(rows)
    before = weigh("राम", "लाटरी का टिकट लीजिए", ())
    student = students.CommentStudent("one worker")

    while student.step(NOON):
        pass

    after = weigh("राम", "लाटरी का टिकट लीजिए", ())
    assert before.weight == 0.0
    assert after.weight > 0.5
    assert "लाटरी" in in_words(after.as_kept())[-1]
    assert weigh("राम", "पुल पर अच्छी खबर", ()).weight < 0.5


@pytest.mark.django_db
def test_too_few_decisions_teach_nothing(say: Say) -> None:
    say()

    assert not students.CommentStudent("one worker").step(NOON)
