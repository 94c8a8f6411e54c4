"""Which paths a page may have."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from harkara.press.paths import BadPath, canonical, checked, page_path

GOOD = [
    "/",
    "/desh/",
    "/desh/bandh-ka-pani-12/",
    "/विषय/नदी/",
    "/robots.txt",
    "/.well-known/security.txt",
    "/a..b/",
    "/" + "a" * 200 + "/",
]
BAD = [
    "",
    "desh/",
    "//",
    "//host/",
    "/desh//x/",
    "/../x",
    "/desh/..",
    "/desh/../x/",
    "/./",
    "/a\x00/",
    "/a\n/",
    "/a\\b/",
    "/a%2e/",
    "/\ud800/",
    "/" + "a" * 201 + "/",
    "/" + "ह" * 67 + "/",
    "/" + "abc/" * 300,
    "/desh/index.html",
    "/index.html/",
    "/page.gz",
    "/page.br",
    "/.press-new-1",
    "/desh/.press-type-x/",
]


@pytest.mark.parametrize("path", GOOD)
def test_a_page_can_stand_there(path: str) -> None:
    assert checked(path) == path


@pytest.mark.parametrize("path", BAD)
def test_no_page_can_stand_there(path: str) -> None:
    with pytest.raises(BadPath):
        checked(path)


def test_a_percent_encoded_path_is_the_same_page_as_the_decoded_one() -> None:
    assert canonical("/%E0%A4%A8%E0%A4%A6%E0%A5%80/") == "/नदी/"


@pytest.mark.parametrize(
    "path",
    ["/%2e%2e/x", "/a%2Fb%00/", "/%252e%252e/", "/a%5Cb/", "/%E0%A4/", "/100%/", "/%ED%A0%80/"],
)
def test_percent_encoding_smuggles_nothing_in(path: str) -> None:
    with pytest.raises(BadPath):
        canonical(path)


def test_no_page_stands_among_the_assets() -> None:
    with pytest.raises(BadPath):
        page_path("/assets/site.css")


@given(st.text(alphabet="/.%2eEfF5cC\\\x00a", max_size=12).map(lambda rest: f"/{rest}"))
@example("/..%2f..")
def test_whatever_is_let_through_stays_inside(path: str) -> None:
    try:
        names = canonical(path).strip("/").split("/")
    except BadPath:
        return
    assert ".." not in names
    assert not set("\x00\\%") & set("".join(names))
