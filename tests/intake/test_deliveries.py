"""A wire's files come by a watched folder, and each is put away with what became of it."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import override_settings
from tests.intake.fetching.stranger import guest
from tests.intake.wire_samples import agency, item, jpeg

from harkara.intake.deliveries import folder_of, take_from_folder
from harkara.intake.models import WireService
from harkara.intake.wire_files import FORGOTTEN, WireFolder
from harkara.newsroom.models import ArticlePage, Photo

pytestmark = pytest.mark.usefixtures("paper")
NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.fixture
def service(tmp_path: Path, paper: None) -> Iterator[WireService]:
    with override_settings(HARKARA=SimpleNamespace(home=tmp_path)):
        yield agency()


def laid(service: WireService, name: str, raw: bytes, age: float = 10) -> Path:
    path = folder_of(service).folder / name
    path.write_bytes(raw)
    os.utime(path, (time.time() - age,) * 2)
    return path


def taken(service: WireService) -> int:
    return take_from_folder(service, guest(), NOON)


def names(service: WireService, where: str) -> list[str]:
    return sorted(path.name for path in (folder_of(service).folder / where).iterdir())


def test_a_file_is_taken_in_and_put_away(service: WireService) -> None:
    path = laid(service, "pul.json", item(1))

    assert taken(service) == 1

    assert ArticlePage.objects.count() == 1
    assert not path.exists()
    assert (names(service, "done"), names(service, "in-hand")) == (["pul.json"], [])
    assert taken(service) == 0


def test_a_file_that_is_refused_has_a_line_beside_it(service: WireService) -> None:
    laid(service, "a.json", b"{}")
    laid(service, "b.json", item(1))

    assert taken(service) == 2

    assert names(service, "refused") == ["a.json", "a.json.why.txt"]
    why = (folder_of(service).folder / "refused" / "a.json.why.txt").read_text(encoding="utf-8")
    assert why.count("\n") == 1
    assert ArticlePage.objects.count() == 1


def test_a_file_that_is_still_written_is_left(service: WireService) -> None:
    laid(service, "pul.json", item(1)[:40], age=0)

    assert taken(service) == 0
    assert not names(service, "refused")


def test_files_of_one_name_are_all_kept(service: WireService) -> None:
    for version in (1, 2):
        laid(service, "pul.json", item(version))
        taken(service)

    assert names(service, "done") == ["pul-2.json", "pul.json"]


def test_what_a_worker_had_in_hand_when_it_died_is_taken_again(service: WireService) -> None:
    path = laid(service, "in-hand/pul.json", item(1), age=FORGOTTEN + 60)
    os.utime(path, (time.time() - FORGOTTEN - 60,) * 2)

    taken(service)

    assert ArticlePage.objects.count() == 1


def test_of_two_workers_one_has_a_file(service: WireService) -> None:
    laid(service, "pul.json", item(1))
    folder = folder_of(service)
    one, other = WireFolder(folder.folder).claim(), WireFolder(folder.folder).claim()

    assert next(one).name == "pul.json"
    assert next(other, None) is None


def picture(href: str) -> dict[str, object]:
    return {
        "type": "picture",
        "uri": "urn:agency.example:photo-7",
        "by": "अनिल कुमार",
        "descriptions": [{"value": "नया पुल"}],
        "renditions": [{"name": "main", "href": href}],
    }


def test_a_photo_that_lies_beside_its_item_is_kept(service: WireService) -> None:
    laid(service, "pul.jpg", jpeg())
    laid(service, "pul.json", item(1, associations=[picture("file:///./pul.jpg")]))

    taken(service)

    assert Photo.objects.get().credit == "अनिल कुमार"


@pytest.mark.parametrize(
    "href", ["../../secret-key", "/etc/passwd", "file:///etc/passwd", "link.jpg", ".", "..", ""]
)
def test_nothing_outside_the_folder_is_read(service: WireService, href: str) -> None:
    home = folder_of(service).folder.parents[1]
    (home / "secret-key").write_bytes(jpeg())
    (folder_of(service).folder / "link.jpg").symlink_to(home / "secret-key")
    laid(service, "pul.json", item(1, associations=[picture(href)]))

    taken(service)

    assert not Photo.objects.exists()
    assert ArticlePage.objects.count() == 1
