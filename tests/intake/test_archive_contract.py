"""What every archive that moves in promises, whatever system it comes from."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.intake.moving import GHOST, INDIA, KHABAR, OWN, stories

from harkara.intake.drafts import SourceKind
from harkara.intake.moving.archive import Archive, Moved, Passed
from harkara.intake.refusals import Refused
from harkara.intake.sources.ghost import GhostArchive
from harkara.intake.sources.jsonl import JsonlArchive
from harkara.intake.sources.wxr import WxrArchive

Open = Callable[[Path], Archive]
SOURCES: dict[str, tuple[Open, Path, SourceKind]] = {
    "wxr": (lambda path: WxrArchive(path, zone=INDIA), KHABAR, SourceKind.WXR),
    "ghost": (lambda path: GhostArchive(path), GHOST, SourceKind.GHOST),
    "jsonl": (JsonlArchive, OWN, SourceKind.JSONL),
}


@pytest.fixture(params=SOURCES)
def source(request: pytest.FixtureRequest) -> tuple[Open, Path, SourceKind]:
    return SOURCES[request.param]


@pytest.fixture
def archive(source: tuple[Open, Path, SourceKind]) -> Iterator[Archive]:
    with closing(source[0](source[1])) as opened:
        yield opened


def test_the_survey_tells_what_comes(archive: Archive) -> None:
    survey = archive.survey()

    moved = [one for one in stories(archive) if isinstance(one, Moved)]
    assert survey.key
    assert archive.mark
    assert {key for one in moved for key in one.sections} <= set(survey.categories)
    assert {key for one in moved for key in one.topics} <= set(survey.tags)
    assert {key.casefold() for one in moved for key in one.authors} <= set(survey.people)
    assert sum(one.is_page for one in moved) == survey.pages


def test_every_story_says_where_it_is_from(
    archive: Archive, source: tuple[Open, Path, SourceKind]
) -> None:
    survey = archive.survey()

    origins = [one.draft.origin for one in stories(archive) if isinstance(one, Moved)]
    assert {origin.key for origin in origins} == {survey.key}
    assert {origin.kind for origin in origins} == {source[2], archive.kind}
    assert all(origin.raw and origin.name == source[1].name for origin in origins)


def test_it_gives_the_same_again_and_goes_on_from_any_place(archive: Archive) -> None:
    archive.survey()
    whole = stories(archive)

    assert stories(archive) == whole
    for at, one in enumerate(whole):
        assert stories(archive, one.after) == whole[at + 1 :]


def test_what_becomes_no_story_says_why(archive: Archive) -> None:
    archive.survey()

    passed = [one for one in stories(archive) if isinstance(one, Passed)]
    assert passed or archive.kind is SourceKind.GHOST
    assert all(one.line and one.why.message for one in passed)


def test_it_tells_where_an_id_stands_first(archive: Archive) -> None:
    archive.survey()

    moved = [one for one in stories(archive) if isinstance(one, Moved)]
    firsts = {one.draft.origin.foreign_id: one.line for one in reversed(moved)}
    assert len(firsts) == len(moved) - 1
    assert {pk: archive.first_line(pk) for pk in firsts} == firsts
    assert archive.first_line("no such id") is None


@pytest.mark.parametrize(
    "raw", [b"", b"\x00\xff\xfe", b"[]", b"<a/>", b'{"posts": 3}', b"[" * 99999]
)
def test_another_file_is_refused_in_one_line(
    source: tuple[Open, Path, SourceKind], raw: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "x"
    path.write_bytes(raw)

    with closing(source[0](path)) as archive, pytest.raises(Refused) as refusal:
        archive.survey()

    assert len(str(refusal.value).splitlines()) == 1
