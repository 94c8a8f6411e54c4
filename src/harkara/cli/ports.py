"""The port a site listens on."""

import argparse
import socket

from harkara.cli.refusal import Refusal

# So many may wait while the web server is begun again.
BACKLOG = 1024


def port_number(text: str) -> int:
    """Return the port somebody typed; argparse says what is wrong with another text."""
    if not text.isdecimal() or not 0 < int(text) < 2**16:
        message = f"a port is a number from 1 to 65535, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; raise Refusal if somebody else does."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        found = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        message = f"cannot listen on {host}:{port} ({error.strerror}); choose another --port"
        raise Refusal(message) from error
    # What is accepted inherits it. Without it the second part of an answer waits until the reader's
    # side has confirmed the first, which it may put off for 40 ms.
    found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return found


def must_be_free(host: str, port: int) -> None:
    """Raise Refusal if somebody else listens on the port."""
    listening(host, port).close()
