"""Places: what of a network address tells one reader's connection from another's.

A place is an IPv4 address, or the half of an IPv6 address that a provider gives to one customer.
Many people may stand behind one address of a mobile network.
"""

import ipaddress

CUSTOMER_BITS = 64

Block = tuple[int, int]
Blocks = tuple[Block, Block]
UNKNOWN = "unknown"


def blocks(address: str) -> Blocks:
    """Return a place and its neighbourhood: what one provider hands out at once, as numbers.

    That is a /24 of IPv4, 256 addresses, and a /48 of IPv6, what a business is given. What is no
    address is a place of its own, with all others that are none.
    """
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return (0, 0), (0, 0)
    number = int(known)
    if known.version == 4:
        return (4, number), (4, number >> 8)
    return (6, number >> 64), (6, number >> 80)


def place(address: str) -> str:
    """Return the place an address belongs to, `UNKNOWN` for what is no address."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return UNKNOWN
    if known.version == 4:
        return str(known)
    return str(ipaddress.ip_network((known, CUSTOMER_BITS), strict=False))
