"""Purging over HTTP, in the two ways most CDNs and caches understand."""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlsplit

from harkara.press.purging.base import NotPurged
from harkara.press.purging.cdn import Cdn

TIMEOUT = 10.0


class HttpPurger:
    """Asks an HTTP endpoint.

    `POST` sends `{"files": [...]}` with whole addresses; `PURGE` sends one request for each page,
    to the endpoint's own host, under the site's name.
    """

    def __init__(self, cdn: Cdn, site: str) -> None:
        self._cdn = cdn
        self._site = site.rstrip("/")

    def purge(self, paths: Sequence[str]) -> None:
        """Have these paths dropped; raises NotPurged if the endpoint does not say so."""
        if self._cdn.method == "POST":
            files = [self._site + quote(path) for path in paths]
            body = json.dumps({"files": files}).encode()
            self._ask(self._cdn.purge_url, body, {"Content-Type": "application/json"})
            return
        host = {"Host": urlsplit(self._site).netloc}
        for path in paths:
            self._ask(self._cdn.purge_url + quote(path), None, host)

    def _ask(self, url: str, body: bytes | None, headers: Mapping[str, str]) -> None:
        token = {"Authorization": f"Bearer {self._cdn.token}"} if self._cdn.token else {}
        request = urllib.request.Request(  # noqa: S310 (http or https: `Cdn.of` sees to it)
            url, data=body, headers={**headers, **token}, method=self._cdn.method
        )
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT):  # noqa: S310 (the same)
                return
        except (OSError, http.client.HTTPException) as error:
            if self._cdn.method == "PURGE" and _was_not_there(error):
                return
            message = f"{self._cdn.method} {url}: {error}"
            raise NotPurged(message) from error


def _was_not_there(error: Exception) -> bool:
    """Say whether a cache answered that it does not keep the page: then it has none to drop."""
    return isinstance(error, urllib.error.HTTPError) and error.code in (404, 410)
