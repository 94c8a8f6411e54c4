"""The port a site listens on."""

import socket

import pytest

from harkara.cli.ports import listening
from harkara.cli.refusal import Refusal

HERE = "127.0.0.1"
pytestmark = pytest.mark.enable_socket


def test_no_part_of_an_answer_waits_for_the_one_before_it_to_be_confirmed() -> None:
    with listening(HERE, 0) as door, socket.create_connection(door.getsockname()):
        accepted, _ = door.accept()

        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_port_that_is_taken_is_refused_in_a_line() -> None:
    with listening(HERE, 0) as door:
        port = door.getsockname()[1]

        with pytest.raises(Refusal, match=f"cannot listen on {HERE}:{port} .*; choose another"):
            listening(HERE, port)
