"""Places: what of a network address tells one reader's connection from another's.

A place is an IPv4 address, or the half of an IPv6 address that a provider gives to one customer.
Many people may stand behind one address of a mobile network.
"""

import ipaddress

CUSTOMER_BITS = 64
UNKNOWN = "unknown"


def place(address: str) -> str:
    """Return the place an address belongs to, `UNKNOWN` for what is no address."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return UNKNOWN
    if known.version == 4:
        return str(known)
    return str(ipaddress.ip_network((known, CUSTOMER_BITS), strict=False))
