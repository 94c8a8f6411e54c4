"""Addresses: which machines of the network may be asked, and how a host's are found."""

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Sequence

from django.utils.translation import gettext_noop as _

from harkara.intake.fetching.refusals import NotFetched

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Rule = Callable[[Address, int], bool]
"""Says whether an address may be asked at a port."""
Resolver = Callable[[str, int, float], Sequence[Address]]
"""A host's name, a port and how many seconds that may take → the host's addresses."""

PORTS = frozenset({80, 443, 8080, 8443})
# RFC 6052: the last four bytes are the IPv4 address that a gateway would ask.
_GATEWAY = ipaddress.IPv6Network("64:ff9b::/96")
# IANA's registries of special addresses have these; Python's copy of them is younger or older.
_SPECIAL = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "2001::/23", "3fff::/20", "5f00::/16"),
    )
)


def is_public(address: Address, port: int) -> bool:
    """Say whether an address is a public machine's and the port one that websites use.

    Private networks, this machine, link-local ones (where clouds keep their secrets), multicast and
    reserved ones are not, in either family and however they are wrapped in the other.

    >>> is_public(ipaddress.ip_address("::ffff:169.254.169.254"), 80)
    False
    """
    return port in PORTS and _is_public(address)


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _GATEWAY:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(inner)
        if address.is_site_local:
            return False
    refused = address.is_multicast or address.is_reserved or address.is_unspecified
    refused = refused or any(address in network for network in _SPECIAL)
    return address.is_global and not refused


def resolve(host: str, port: int, seconds: float) -> Sequence[Address]:
    """Return the addresses of a host. Raises NotFetched if there are none, or none in time."""
    answers: queue.SimpleQueue[Sequence[Address]] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            found = []
        # A zone (`%eth0`) only ever follows a link-local address, and those are refused.
        named = (str(one[4][0]).partition("%")[0] for one in found)
        answers.put(tuple(dict.fromkeys(map(ipaddress.ip_address, named))))

    # The system's resolver cannot be told how long it may take, so it is left behind if it hangs.
    threading.Thread(target=ask, daemon=True).start()
    try:
        addresses = answers.get(timeout=max(seconds, 0.01))
    except queue.Empty:
        addresses = ()
    if not addresses:
        raise NotFetched(_("no server is known by the name %(host)s"), {"host": host})
    return addresses
