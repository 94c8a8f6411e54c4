"""What a site's own file may say."""

from pathlib import Path

import pytest

from harkara.config import FILE_NAME, BadConfig, load


def home_saying(home: Path, text: str) -> Path:
    """Write a site's file and return its home."""
    (home / FILE_NAME).write_text(text, encoding="utf-8")
    return home


@pytest.mark.parametrize(
    "url", ["https://parakh.example", "https://parakh.example/", "http://[::1]:8000"]
)
def test_the_sites_address_loses_only_its_last_stroke(tmp_path: Path, url: str) -> None:
    assert load(home_saying(tmp_path, f'url = "{url}"')).url == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "http://[bad",
        "http://parakh.example:99999999",
        "https://meera:raaz@parakh.example",
        "https://parakh.example/?a=1",
        "https://parakh.example/akhbar",
        "javascript:alert(1)",
        "parakh.example",
    ],
)
def test_an_address_that_is_none_is_refused_with_what_to_write(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadConfig, match="url must look like"):
        load(home_saying(tmp_path, f'url = "{url}"'))


def test_a_host_that_is_no_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="allowed_hosts"):
        load(home_saying(tmp_path, "allowed_hosts = [1]"))


def test_a_folder_that_holds_no_site_is_left_as_it_is(tmp_path: Path) -> None:
    assert load(tmp_path).secret_key()
    assert list(tmp_path.iterdir()) == []


def test_a_site_keeps_its_key_to_itself(tmp_path: Path) -> None:
    load(tmp_path).database.touch()

    made = load(tmp_path).secret_key()

    assert load(tmp_path).secret_key() == made
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
