"""Which machines may be asked: only those that anybody on the network may ask."""

import ipaddress

import pytest

from harkara.intake.fetching import Fetcher, NotFetched
from harkara.intake.fetching.addresses import Address, is_public

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0",  # noqa: S104 (nobody listens)
    "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1",
    "169.254.169.254", "100.100.100.200", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.7",
    "203.0.113.5", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "151.101.1.81", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", PRIVATE)
def test_no_private_machine_is_asked(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address), 80)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_machine_is_asked(address: str) -> None:
    assert is_public(ipaddress.ip_address(address), 443)


@pytest.mark.parametrize("port", [22, 25, 3306, 5432, 6379, 9200, 11211])
def test_no_port_is_asked_at_which_no_website_answers(port: int) -> None:
    assert not is_public(ipaddress.ip_address("8.8.8.8"), port)


def found(*addresses: str) -> Fetcher:
    """Return a fetcher that finds every host at these addresses."""
    known: tuple[Address, ...] = tuple(map(ipaddress.ip_address, addresses))
    return Fetcher("Harkara tests", resolver=lambda _host, _port, _seconds: known)


def test_a_name_of_which_one_address_is_private_is_refused_whole() -> None:
    with pytest.raises(NotFetched, match=r"feeds\.example"):
        found("8.8.8.8", "10.0.0.7").fetch("http://feeds.example/")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://localhost/",
    ],
)
@pytest.mark.enable_socket  # the system's own resolver reads these without asking the network
def test_this_machine_is_refused_however_it_is_written(url: str) -> None:
    with pytest.raises(NotFetched):
        Fetcher("Harkara tests").fetch(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "feeds.example/rss",
        "file:///etc/passwd",
        "gopher://feeds.example/",
        "ftp://feeds.example/",
        "http://",
        "http://user:secret@feeds.example/",
        "http://feeds.example:0/",
        "http://feeds.example:99999/",
        "http://feeds.example/\r\nX-Evil: 1",
        "http://[::1/",
        "http://" + "a" * 64 + ".example/",
        "http://feeds.example/" + "a" * 3000,
    ],
)
def test_what_is_no_address_of_the_web_is_refused_without_asking(url: str) -> None:
    with pytest.raises(NotFetched):
        found("8.8.8.8").fetch(url)
