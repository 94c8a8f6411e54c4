"""A CDN as a site's file describes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from harkara.press.caching import BadSetting

TOKEN_VARIABLE = "HARKARA_CDN_TOKEN"  # noqa: S105 (a name, no secret)
METHODS = ("POST", "PURGE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cdn:
    """Where pages are purged, and how: `POST` names many at once, `PURGE` asks for each."""

    purge_url: str
    method: str = "POST"
    token: str = ""

    @classmethod
    def of(cls, said: Mapping[str, object], environment: Mapping[str, str]) -> Self:
        """Return what a table of the site's file says; the token is a matter of the environment.

        Raises BadSetting if it makes no sense.
        """
        unknown = sorted(set(said) - {"purge_url", "method"})
        if unknown:
            message = f"cdn.{unknown[0]} is not known; known are purge_url, method"
            raise BadSetting(message)
        url, method = str(said.get("purge_url", "")), said.get("method", "POST")
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
            message = 'cdn.purge_url must look like "https://api.cdn.example/purge"'
            raise BadSetting(message)
        if method not in METHODS:
            message = f'cdn.method must be "POST" or "PURGE", not {method!r}'
            raise BadSetting(message)
        return cls(
            purge_url=url.rstrip("/"),
            method=str(method),
            token=environment.get(TOKEN_VARIABLE, ""),
        )
