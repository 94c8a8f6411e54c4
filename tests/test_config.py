"""What a site's own file may say."""

from pathlib import Path

import pytest

from harkara import database
from harkara.config import FILE_NAME, BadConfig, load
from harkara.database import PASSWORD_VARIABLE


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
    load(tmp_path).database_file.touch()

    made = load(tmp_path).secret_key()

    assert load(tmp_path).secret_key() == made
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_without_a_word_the_database_is_the_homes_own_file(tmp_path: Path) -> None:
    assert load(tmp_path).database_settings["NAME"] == tmp_path / "harkara.sqlite3"


def test_a_server_is_named_in_one_line_and_its_password_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "naya-din-7")
    address = "postgresql://harkara@db.example:5433/khabar?sslmode=require"

    settings = load(home_saying(tmp_path, f'database = "{address}"')).database_settings

    named = {name: settings[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")}
    assert tuple(named.values()) == ("harkara", "naya-din-7", "db.example", "5433", "khabar")
    assert settings["OPTIONS"] == {"sslmode": "require"}


def test_a_servers_socket_is_named_by_its_folder(tmp_path: Path) -> None:
    home = home_saying(tmp_path, 'database = "postgresql:///khabar?host=/run/postgresql"')

    assert load(home).database_settings["HOST"] == "/run/postgresql"


@pytest.mark.parametrize(
    "address",
    [
        "mysql://harkara@db.example/khabar",
        "khabar",
        "postgresql://harkara@db.example",
        "postgresql://harkara@db.example/",
        "postgresql://harkara@db.example/khabar/desh",
        "postgresql://harkara@db.example:naya/khabar",
        "postgresql://[db.example/khabar",
    ],
)
def test_an_address_of_no_database_is_refused_with_what_to_write(
    tmp_path: Path, address: str
) -> None:
    with pytest.raises(BadConfig, match="database must look like"):
        load(home_saying(tmp_path, f'database = "{address}"'))


def test_a_password_in_the_file_is_refused_and_not_repeated(tmp_path: Path) -> None:
    home = home_saying(tmp_path, 'database = "postgresql://harkara:raaz@db.example/khabar"')

    with pytest.raises(BadConfig, match=PASSWORD_VARIABLE) as refused:
        load(home)

    assert "raaz" not in str(refused.value)


def test_what_a_server_is_not_asked_is_refused(tmp_path: Path) -> None:
    home = home_saying(tmp_path, 'database = "postgresql:///khabar?pool=7"')

    with pytest.raises(BadConfig, match="'pool'"):
        load(home)


def test_a_server_without_what_speaks_to_it_is_refused_with_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "find_spec", lambda _name: None)

    with pytest.raises(BadConfig, match="HARKARA_POSTGRES"):
        load(home_saying(tmp_path, 'database = "postgresql:///khabar"'))


def test_a_site_on_a_server_is_founded_when_it_has_its_key(tmp_path: Path) -> None:
    home = home_saying(tmp_path, 'database = "postgresql:///khabar"')
    assert not load(home).is_founded

    key = load(home).keep_key()

    assert load(home).is_founded
    assert load(home).secret_key() == key


def test_what_concerns_caches_and_proxies_is_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARKARA_CDN_TOKEN", "raaz")
    said = """
        proxies = ["10.0.0.0/24"]
        [cache]
        cdn = 3600
        [cdn]
        purge_url = "https://cdn.example/purge"
    """

    config = load(home_saying(tmp_path, said))

    assert config.proxies == ("10.0.0.0/24",)
    assert (config.cache.browser, config.cache.cdn) == (60, 3600)
    assert config.cdn is not None
    assert (config.cdn.method, config.cdn.token) == ("POST", "raaz")


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("cache = 60", "cache must be a dict"),
        ("[cache]\nbrowser = -1", "cache.browser must be a number of seconds, not -1"),
        ("[cdn]\n", "cdn.purge_url must look like"),
        ('[cdn]\npurge_url = "https://a.example"\nmethod = "GET"', "cdn.method must be"),
        ('proxies = ["nginx"]', "proxies must be addresses like"),
    ],
)
def test_what_makes_no_sense_to_caches_is_refused_in_one_line(
    tmp_path: Path, said: str, what: str
) -> None:
    with pytest.raises(BadConfig, match=what) as refused:
        load(home_saying(tmp_path, said))

    assert "\n" not in str(refused.value)
    assert str(tmp_path) in str(refused.value)
