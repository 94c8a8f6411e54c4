"""Places: what of a network address tells one reader's connection from another's.

A place is an IPv4 address, or the half of an IPv6 address that a provider gives to one customer.
Many people may stand behind one address of a mobile network.
"""

import ipaddress
import socket
from contextlib import suppress
from functools import lru_cache

CUSTOMER_BITS = 64
MAPPED = 0xFFFF
"""What stands before an IPv4 address where a socket speaks IPv6 alone (RFC 4291, 2.5.5.2)."""

Block = tuple[int, int]
Blocks = tuple[Block, Block]
UNKNOWN = "unknown"


def blocks(address: str) -> Blocks:
    """Return a place and its neighbourhood: what one provider hands out at once, as numbers.

    That is a /24 of IPv4, 256 addresses, and a /48 of IPv6, what a business is given. What is no
    address is a place of its own, with all others that are none.
    """
    # Asked for every view of a page: the system's own parser is ten times as fast as `ipaddress`.
    with suppress(OSError, ValueError):
        number = int.from_bytes(socket.inet_pton(socket.AF_INET, address))
        return (4, number), (4, number >> 8)
    with suppress(OSError, ValueError):
        number = int.from_bytes(socket.inet_pton(socket.AF_INET6, address))
        if number >> 32 == MAPPED:
            number &= 0xFFFFFFFF
            return (4, number), (4, number >> 8)
        return (6, number >> 64), (6, number >> 80)
    return (0, 0), (0, 0)


@lru_cache(maxsize=4096)
def place(address: str) -> str:
    """Return the place an address belongs to, `UNKNOWN` for what is no address."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return UNKNOWN
    if isinstance(known, ipaddress.IPv4Address):
        return str(known)
    if known.ipv4_mapped:
        return str(known.ipv4_mapped)
    return str(ipaddress.ip_network((known, CUSTOMER_BITS), strict=False))
