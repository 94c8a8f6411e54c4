"""Pictures before readers: one name whoever makes them, whole files, and none that nobody shows."""

import errno
import io
import os
from pathlib import Path

import pytest
from wagtail.images.models import Filter

from harkara.newsroom import showcase
from harkara.newsroom.models import Photo
from harkara.newsroom.queries.pictures import CARD, photos, picture
from harkara.press.recorder import recording

SPEC = Filter(spec="width-400|format-webp|webpquality-72")


def test_two_workers_that_make_a_rendition_at_once_name_the_same_file(photo: Photo) -> None:
    original = Path(photo.file.path).read_bytes()
    first = photo.get_rendition(SPEC)
    second = photo.generate_rendition_instance(SPEC, io.BytesIO(original))
    second.file.save(second.file.name, second.file.file, save=False)

    assert Path(second.file.path).name != Path(first.file.path).name
    assert Path(second.file.path).read_bytes() == Path(first.file.path).read_bytes()
    assert second.shown_as(photo) == first.shown_as(photo)


def test_a_page_lays_out_what_it_names_and_a_preview_nothing(photo: Photo, tmp_path: Path) -> None:
    row = photos([photo.pk])[photo.pk]
    seen = picture(row, CARD)
    assert seen
    assert {one.url.split("/")[2] for one in seen.renditions} == {"renditions"}
    assert not showcase.is_shown(photo.pk)

    with recording():
        named = picture(row, CARD)

    assert named
    files = [tmp_path / one.url.removeprefix("/media/") for one in named.renditions]
    assert all(file.is_relative_to(tmp_path / "images") and file.is_file() for file in files)


def test_a_disk_without_links_gets_a_copy(
    photo: Photo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "link", refuse)
    made = Path(photo.get_rendition(SPEC).file.path)

    showcase.show(photo.pk, "pul.webp", lambda: made)

    folder = tmp_path / "images" / str(photo.pk)
    assert [file.name for file in folder.iterdir()] == ["pul.webp"]
    assert (folder / "pul.webp").read_bytes() == made.read_bytes()


def test_hiding_leaves_what_is_still_shown_and_then_nothing(photo: Photo, tmp_path: Path) -> None:
    made = Path(photo.get_rendition(SPEC).file.path)
    for name in ("purana.webp", "naya.webp"):
        showcase.show(photo.pk, name, lambda: made)

    showcase.hide(photo.pk, but={"naya.webp"})
    assert [file.name for file in (tmp_path / "images" / str(photo.pk)).iterdir()] == ["naya.webp"]
    showcase.hide(photo.pk)
    showcase.hide(photo.pk)

    assert not showcase.is_shown(photo.pk)
    assert made.exists()


def test_a_rendition_whose_file_is_lost_is_no_address(photo: Photo) -> None:
    with pytest.raises(FileNotFoundError):
        showcase.show(photo.pk, "pul.webp", lambda: Path("lost.webp"))
