"""Whose word is taken for the reader's address: a proxy of ours, and nobody else."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest

from harkara.press.caching import BadSetting
from harkara.press.proxies import Proxies, networks

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def seen(peer: str, **headers: str) -> "WSGIEnvironment":
    """Return what Django sees of a request that comes from a peer."""
    found: dict[str, object] = {}

    def django(environ: "WSGIEnvironment", _start: "StartResponse") -> Iterable[bytes]:
        found.update(environ)
        return []

    environ = {"REMOTE_ADDR": peer, "wsgi.url_scheme": "http"}
    environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    Proxies(django, ("127.0.0.1", "::1", "10.0.0.0/24"))(environ, lambda *_: lambda _: None)
    return found


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", "10.0.0.9"])
def test_a_proxy_of_ours_is_believed(peer: str) -> None:
    request = seen(peer, x_forwarded_for="203.0.113.7", x_forwarded_proto="https")

    assert (request["REMOTE_ADDR"], request["wsgi.url_scheme"]) == ("203.0.113.7", "https")


def test_what_a_reader_puts_before_it_is_hearsay() -> None:
    request = seen("127.0.0.1", x_forwarded_for="198.51.100.1, 203.0.113.7")

    assert request["REMOTE_ADDR"] == "203.0.113.7"


@pytest.mark.parametrize("peer", ["203.0.113.9", "10.0.1.9", ""])
def test_nobody_else_is_believed(peer: str) -> None:
    request = seen(
        peer,
        x_forwarded_for="127.0.0.1",
        x_forwarded_proto="https",
        x_forwarded_host="paraya.example",
        forwarded="for=127.0.0.1",
        x_real_ip="127.0.0.1",
    )

    assert request == {"REMOTE_ADDR": peer, "wsgi.url_scheme": "http"}


@pytest.mark.parametrize("said", ["", "unknown", "<script>", "203.0.113.7, nobody"])
def test_what_is_no_address_is_not_taken_for_one(said: str) -> None:
    assert seen("127.0.0.1", x_forwarded_for=said)["REMOTE_ADDR"] == "127.0.0.1"


def test_a_scheme_nobody_knows_is_not_taken() -> None:
    request = seen("127.0.0.1", x_forwarded_for="203.0.113.7", x_forwarded_proto="gopher")

    assert request["wsgi.url_scheme"] == "http"


@pytest.mark.parametrize("said", ["nginx", "10.0.0.1/8", 7])
def test_a_proxy_is_named_by_its_address(said: object) -> None:
    with pytest.raises(BadSetting, match=r"proxies must be addresses like"):
        networks([said])
