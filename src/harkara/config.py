"""Typed configuration: what a site's `harkara.toml` and the environment say.

Everything a site owns lies in one folder, its home. A missing file means the defaults; an unknown
key or a value that makes no sense stops the start with one sentence that says what to write.
"""

import os
import secrets
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from harkara.database import BadDatabase, Server, file_settings, server_at
from harkara.press.caching import BadSetting, Caching
from harkara.press.proxies import networks
from harkara.press.purging.cdn import Cdn

FILE_NAME = "harkara.toml"
HOME_VARIABLE = "HARKARA_HOME"
DEFAULT_HOME = "harkara-home"


class BadConfig(Exception):
    """The configuration cannot be used; the message says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything a site can choose. Paths are absolute and lie in the home."""

    home: Path
    url: str = "http://127.0.0.1:8000"
    language: str = "hi"
    time_zone: str = "Asia/Kolkata"
    allowed_hosts: tuple[str, ...] = ()
    database: str = ""
    ads: dict[str, str] = field(default_factory=dict)
    cache: Caching = field(default_factory=Caching)
    offline: bool = True
    cdn: Cdn | None = None
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    wire_items: int = 6000

    @property
    def database_file(self) -> Path:
        """The SQLite file, which a site on a PostgreSQL server does not have."""
        return self.home / "harkara.sqlite3"

    @property
    def database_server(self) -> Server | None:
        """The database on a PostgreSQL server; None if the site's is its file."""
        return server_at(self.database) if self.database else None

    @property
    def database_settings(self) -> dict[str, Any]:
        """The database as Django's settings name it."""
        server = self.database_server
        return server.settings() if server else file_settings(self.database_file)

    @property
    def is_founded(self) -> bool:
        """Whether the home is a site's: `harkara init` made its database."""
        return (self._key_file if self.database else self.database_file).exists()

    @property
    def media(self) -> Path:
        """Uploaded pictures and their renditions."""
        return self.home / "media"

    @property
    def pages(self) -> Path:
        """The pressed pages."""
        return self.home / "pages"

    @property
    def host(self) -> str:
        """The host name readers type, without the port."""
        return urlsplit(self.url).hostname or "localhost"

    @property
    def _key_file(self) -> Path:
        return self.home / "secret-key"

    def secret_key(self) -> str:
        """Return the home's signing key, readable by its owner alone.

        Where there is no site yet nothing is signed that must last: the key is made up anew, and a
        folder that was named by mistake is left as it is.
        """
        return self.keep_key() if self.is_founded else secrets.token_urlsafe(48)

    def keep_key(self) -> str:
        """Return the home's signing key, made on the first call and the same ever after."""
        path = self._key_file
        if not path.exists():
            # Two processes may start at once: whoever links a whole file first decides.
            draft = self.home / f".secret-key-{os.getpid()}"
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(48))
            with suppress(FileExistsError):
                path.hardlink_to(draft)
            draft.unlink()
        return path.read_text()


SETTABLE = {
    "url": str,
    "language": str,
    "time_zone": str,
    "allowed_hosts": list,
    "database": str,
    "ads": dict,
    "cache": dict,
    "offline": bool,
    "cdn": dict,
    "proxies": list,
    "wire_items": int,
}


def load(home: Path | None = None) -> Config:
    """Return the configuration of `home`, of $HARKARA_HOME, or of ./harkara-home.

    Raises BadConfig if the file is not TOML, names an unknown key, or holds a bad value.
    """
    home = (home or Path(os.environ.get(HOME_VARIABLE, DEFAULT_HOME))).absolute()
    path = home / FILE_NAME
    try:
        values = tomllib.loads(path.read_text()) if path.exists() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: not valid TOML ({error})"
        raise BadConfig(message) from error
    return Config(home=home, **_checked(path, values))


def _checked(path: Path, values: dict[str, Any]) -> dict[str, Any]:
    for key, value in values.items():
        if key not in SETTABLE:
            message = f"{path}: unknown key {key!r}; known are {', '.join(sorted(SETTABLE))}"
            raise BadConfig(message)
        if not isinstance(value, SETTABLE[key]):
            message = f"{path}: {key} must be a {SETTABLE[key].__name__}, not {value!r}"
            raise BadConfig(message)
    _check_url(path, values)
    _check_names(path, values)
    _check_database(path, values)
    _check_serving(path, values)
    _check_wires(path, values)
    if "allowed_hosts" in values:
        values["allowed_hosts"] = tuple(values["allowed_hosts"])
    return values


def _check_wires(path: Path, values: dict[str, Any]) -> None:
    said = values.get("wire_items", 1)
    if isinstance(said, bool) or said < 1:
        message = f"{path}: wire_items must be how many items a token may send a minute, like 6000"
        raise BadConfig(message)


def _check_url(path: Path, values: dict[str, Any]) -> None:
    if "url" not in values:
        return
    if not _is_root(values["url"]):
        message = f'{path}: url must look like "https://example.in", not {values["url"]!r}'
        raise BadConfig(message)
    values["url"] = values["url"].rstrip("/")


def _check_database(path: Path, values: dict[str, Any]) -> None:
    if "database" not in values:
        return
    try:
        server_at(values["database"])
    except BadDatabase as error:
        message = f"{path}: {error}"
        raise BadConfig(message) from error


def _is_root(url: str) -> bool:
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    # What else an address can hold (a password, a question) would stand in every page's.
    plain = f"{parts.scheme}://{parts.netloc}" == url.rstrip("/") and "@" not in parts.netloc
    return parts.scheme in ("http", "https") and named and plain


def _check_names(path: Path, values: dict[str, Any]) -> None:
    if values.get("language", "hi") not in ("hi", "mr", "ne"):
        message = f'{path}: language must be "hi", "mr" or "ne", not {values["language"]!r}'
        raise BadConfig(message)
    try:
        ZoneInfo(values.get("time_zone", "Asia/Kolkata"))
    except (ZoneInfoNotFoundError, ValueError) as error:
        message = f'{path}: time_zone must be a name like "Asia/Kolkata"'
        raise BadConfig(message) from error
    if not all(isinstance(host, str) for host in values.get("allowed_hosts", [])):
        message = f'{path}: allowed_hosts must be names like "example.in"'
        raise BadConfig(message)
    for slot, html in values.get("ads", {}).items():
        if not isinstance(html, str):
            message = f"{path}: ads.{slot} must be the name of an HTML file in the home"
            raise BadConfig(message)


def _check_serving(path: Path, values: dict[str, Any]) -> None:
    """Check what concerns caches and proxies, and make of it what the press understands."""
    try:
        if "cache" in values:
            values["cache"] = Caching.of(values["cache"])
        if "cdn" in values:
            values["cdn"] = Cdn.of(values["cdn"], os.environ)
        if "proxies" in values:
            values["proxies"] = networks(values["proxies"])
    except BadSetting as bad:
        message = f"{path}: {bad}"
        raise BadConfig(message) from bad


def known_keys() -> tuple[str, ...]:
    """Return the names a `harkara.toml` may hold."""
    return tuple(f.name for f in fields(Config) if f.name in SETTABLE)
