"""The map of a move: what is proposed can be given back, and what is wrong in it is said."""

from contextlib import closing
from pathlib import Path

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.moving import INDIA, KHABAR, item, moved_in, wxr

from harkara.intake.moving.archive import Survey, Term
from harkara.intake.moving.map_file import as_toml, read_map
from harkara.intake.moving.mapping import COLOURS, Plan, propose
from harkara.intake.refusals import Refused
from harkara.intake.sources.wxr import WxrArchive
from harkara.newsroom.actions.founding import NewSection
from harkara.newsroom.models import LiveStory
from harkara.search.sections import SectionChoice

HERE = (SectionChoice(id=4, name="खेल", slug="khel"),)
NAMES = st.text(st.characters(codec="utf-8"), max_size=20)


def written(tmp_path: Path, toml: str) -> Path:
    path = tmp_path / "map.toml"
    path.write_text(toml, encoding="utf-8")
    return path


def test_what_is_proposed_is_what_is_read_again(tmp_path: Path) -> None:
    with closing(WxrArchive(KHABAR, zone=INDIA)) as archive:
        survey = archive.survey()
    plan = propose(survey, (), Plan())
    assert any(isinstance(one, NewSection) for one in plan.sections.values())

    assert read_map(written(tmp_path, as_toml(plan, survey)), ()) == plan


def test_a_section_is_opened_at_the_words_of_its_old_address_if_they_can_be_read() -> None:
    terms = [Term(key="manoranjan", name="मनोरंजन जगत"), Term(key="जुर्म", name="जुर्म")]
    survey = Survey(key="khabar.example", categories={one.key: one for one in terms})
    survey.in_category = {one.key: 9 for one in terms}

    opened = propose(survey, HERE, Plan()).sections.values()

    slugs = [one.slug for one in opened if isinstance(one, NewSection)]
    assert sorted(slugs) == ["jurm", "manoranjan"]


@given(key=NAMES, name=NAMES, person=NAMES)
def test_whatever_a_category_and_a_person_are_called_the_map_is_toml(
    tmp_path_factory: pytest.TempPathFactory, key: str, name: str, person: str
) -> None:
    survey = Survey(key="khabar.example", categories={key: Term(key=key, name=name)})
    plan = Plan(sections={key: "?"}, authors={person: person})
    path = written(tmp_path_factory.mktemp("map"), as_toml(plan, survey))
    read = read_map(path, HERE)
    assert list(read.sections.values()) == ["?"]
    assert len(read.authors) == 1


@pytest.mark.usefixtures("paper")
def test_a_section_that_a_map_names_is_opened_and_stories_go_there(tmp_path: Path) -> None:
    toml = '[sections]\n"khel" = { name = "मैदान", slug = "maidan", colour = "plum" }\n'
    move = moved_in(wxr(tmp_path, item(1)), read_map(written(tmp_path, toml), HERE))
    assert move.counts["live"] == 1

    section = LiveStory.objects.get().section
    assert (section.title, section.slug, section.colour) == ("मैदान", "maidan", "plum")


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("sections", "is no TOML"),
        ("[desks]", "there is no “desks” in a map"),
        ("sections = 3", "“sections” must be a table"),
        ("authors = []", "“authors” must be a table"),
        ('[types]\nstories = "video"', "must be a list of kinds of posts"),
        ('[sections]\n"khel" = "kehl"', "there is no section “kehl”; there are khel"),
        ('[sections]\n"khel" = 3', "“khel” must be a section's address"),
        ('[sections]\n"khel" = { name = "खेल" }', "“khel” must be a section's address"),
        ('[sections]\n"khel" = { name = " ", slug = "x" }', "“khel” must be a section's address"),
        ('[sections]\n"khel" = { name = "ख", slug = "a b" }', "“khel” must be a section's address"),
        ('[sections]\n"khel" = { name = "ख", slug = "khoj" }', "must be a section's address"),
        (
            '[sections]\n"khel" = { name = "ख", slug = "x", colour = "red" }',
            f"“khel” has no colour that there is; there are {', '.join(COLOURS)}",
        ),
        ('[authors]\n"meera" = 3', "the author “meera” must have a name"),
    ],
)
def test_what_is_wrong_in_a_map_is_said_in_one_line(tmp_path: Path, toml: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_map(written(tmp_path, toml), HERE)
    with override("en"):
        assert said in str(refused.value)
    assert "\n" not in str(refused.value)
