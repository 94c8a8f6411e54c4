"""nginx in front of a site: the printed configuration, in the real nginx."""

import gzip
import http.client
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest
from bench.measuring.nginx import nginx
from tests import running
from tests.cli.test_serve import comes_true, serving

pytestmark = [*running.MARKS, pytest.mark.nginx]
AWAY = "यह अभी नहीं दिखाया जा सकता"
ENCODINGS = {"identity": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back over HTTP."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Fronted:
    """A site, its port, and the port of the nginx in front of it."""

    home: Path
    behind: int
    port: int
    process: subprocess.Popen[str]

    def ask(self, path: str, method: str = "GET", body: str = "", **headers: str) -> Reply:
        """Ask nginx."""
        return ask(self.port, path, method, body, **headers)


def ask(port: int, path: str, method: str = "GET", body: str = "", **headers: str) -> Reply:
    """Send one request and return the answer; header names come with strokes for dashes."""
    connection = http.client.HTTPConnection(running.HOST, port, timeout=60)
    try:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body or None, given)
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Reply(answer.status, told, answer.read())
    finally:
        connection.close()


def copy_of(home: Path, place: Path) -> Path:
    """Return a copy of a home, its times kept to the last digit."""
    shutil.copytree(home, place)
    return place


@contextmanager
def fronted_by_nginx(paper: running.Paper, folder: Path) -> Iterator[Fronted]:
    """Serve a paper behind an nginx that is configured as the command says."""
    with serving(paper) as (behind, process):
        port = running.free_port()
        listen, application = f"{running.HOST}:{port}", f"{running.HOST}:{behind}"
        said = running.run(
            "--home", str(paper.home), "nginx", "--listen", listen, "--application", application
        )
        with nginx(folder, said, port):
            yield Fronted(paper.home, behind, port, process)


@pytest.fixture(scope="module")
def site(demo: running.Paper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fronted]:
    folder = tmp_path_factory.mktemp("nginx")
    copied = running.Paper(copy_of(demo.home, folder / "home"), demo.port)
    with fronted_by_nginx(copied, folder / "run") as found:
        yield found


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("path", ["/", "/desh/", "/assets/"])
def test_nginx_and_the_built_in_server_answer_alike(
    site: Fronted, path: str, encoding: str
) -> None:
    if path == "/assets/":
        path = next(f"{path}{file.name}" for file in (site.home / "pages/assets").glob("*.css"))
    ours = ask(site.behind, path, Accept_Encoding=encoding)
    theirs = site.ask(path, Accept_Encoding=encoding)

    apart = {"server", "date", "connection", "accept-ranges", "repr-digest"}
    assert theirs.status == ours.status == 200
    assert ENCODINGS[encoding](theirs.body) == ENCODINGS[encoding](ours.body)
    assert {name: value for name, value in theirs.headers.items() if name not in apart} == {
        name: value for name, value in ours.headers.items() if name not in apart
    }
    assert theirs.headers.get("content-encoding", "identity") == encoding


@pytest.mark.parametrize("header", ["etag", "last-modified"])
def test_what_one_server_gave_the_other_knows_again(site: Fronted, header: str) -> None:
    asks = {"etag": "If_None_Match", "last-modified": "If_Modified_Since"}[header]
    tag = ask(site.behind, "/desh/", Accept_Encoding="br").headers[header]

    for port in (site.behind, site.port):
        reply = ask(port, "/desh/", Accept_Encoding="br", **{asks: tag})
        assert (reply.status, reply.body) == (304, b"")
        assert "content-security-policy" in reply.headers


def test_what_changes_by_the_minute_is_kept_by_nobody(site: Fronted) -> None:
    # The first one is the application's to make.
    kept = {site.ask("/tukda/taaza/").headers["cache-control"] for _ in range(2)}

    assert kept == {"public, max-age=60, s-maxage=1"}


def test_the_worker_is_a_script_at_the_root(site: Fronted) -> None:
    made, stored = site.ask("/sw.js"), site.ask("/sw.js")

    assert made.body == stored.body
    kinds = {reply.headers["content-type"] for reply in (made, stored)}
    assert kinds == {"text/javascript; charset=utf-8"}


def test_an_address_by_an_old_id_is_the_application_s_to_answer(site: Fronted) -> None:
    with_id, without = site.ask("/?utm=1&p=41"), site.ask("/?utm=1")

    assert (with_id.status, without.status) == (200, 200)
    assert with_id.body == without.body
    # nginx tells the length of what it has stored; a date alone tells who answered.
    assert "last-modified" in without.headers
    assert "last-modified" not in with_id.headers


def test_a_head_request_tells_the_length_and_sends_nothing(site: Fronted) -> None:
    whole, head = site.ask("/desh/"), site.ask("/desh/", "HEAD")

    assert head.headers["content-length"] == str(len(whole.body))
    assert head.body == b""


def test_a_part_is_given_only_of_the_page_it_began_with(site: Fronted) -> None:
    whole = site.ask("/desh/")

    part = site.ask("/desh/", Range="bytes=0-9", If_Range=whole.headers["etag"])
    other = site.ask("/desh/", Range="bytes=0-9", If_Range='"0-0"')

    assert (part.status, part.body) == (206, whole.body[:10])
    assert (other.status, other.body) == (200, whole.body)


@pytest.mark.parametrize("refused", ["br;q=0, gzip;q=0", "*;q=0", ""])
def test_a_reader_who_takes_no_encoding_gets_none(site: Fronted, refused: str) -> None:
    reply = site.ask("/desh/", Accept_Encoding=refused)

    assert "content-encoding" not in reply.headers
    assert reply.headers["vary"] == "Accept-Encoding"


def test_a_page_nobody_has_pressed_is_made_and_stored(site: Fronted) -> None:
    first, second = site.ask("/feed.xml"), site.ask("/feed.xml", Accept_Encoding="br")

    assert first.status == second.status == 200
    assert brotli.decompress(second.body) == first.body
    kinds = {reply.headers["content-type"] for reply in (first, second)}
    assert kinds == {"application/rss+xml; charset=utf-8"}
    assert first.headers["cache-control"] == second.headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/nahin/",
        "/index.html",
        "/desh/index.html",
        "/desh/index.html.br",
        "/desh/.press-type-index.html",
        "/media/original_images/x.jpg",
        "/media/images/../../harkara.toml",
        "/harkara.sqlite3",
    ],
)
def test_what_is_no_page_is_not_found_in_hindi(site: Fronted, path: str) -> None:
    reply = site.ask(path)

    assert (reply.status, "नहीं मिला" in reply.body.decode()) == (404, True)


def test_an_address_without_its_stroke_is_sent_on(site: Fronted) -> None:
    reply = site.ask("/desh")

    assert (reply.status, reply.headers["location"]) == (301, "/desh/")


@pytest.mark.parametrize("path", ["/desh/", "/assets/away.html"])
def test_what_is_not_reading_goes_to_the_application(site: Fronted, path: str) -> None:
    reply = site.ask(path, "POST", "a=b")

    # Django asks every form for its token, and says no in Hindi.
    assert (reply.status, "यह स्वीकार नहीं हुआ" in reply.body.decode()) == (403, True)


def test_the_newsroom_is_behind_the_same_address(site: Fronted) -> None:
    reply = site.ask("/newsroom/")

    assert (reply.status, reply.headers["location"]) == (
        302,
        "/newsroom/login/?next=/newsroom/",
    )


def test_a_picture_is_the_same_through_nginx(site: Fronted) -> None:
    picture = next((site.home / "media/images").rglob("*.webp"))
    address = f"/{picture.relative_to(site.home)}"

    ours = ask(site.behind, address)
    theirs = site.ask(address)

    assert ours.body == theirs.body == picture.read_bytes()
    for name in ("etag", "content-type", "cache-control"):
        assert ours.headers[name] == theirs.headers[name]


def test_a_link_out_of_the_pictures_leads_nowhere(site: Fronted) -> None:
    (site.home / "media/images/bahar.jpg").symlink_to(site.home / "harkara.toml")

    assert site.ask("/media/images/bahar.jpg").status in (403, 404)


def test_readers_get_their_pages_while_the_application_is_away_and_doors_say_so(
    demo: running.Paper, tmp_path: Path
) -> None:
    copied = running.Paper(copy_of(demo.home, tmp_path / "home"), demo.port)
    with fronted_by_nginx(copied, tmp_path / "run") as site:
        os.kill(site.process.pid, signal.SIGTERM)
        site.process.wait(60)
        page = site.ask("/desh/", Accept_Encoding="br")
        doors = [site.ask("/newsroom/"), site.ask("/nahin/"), site.ask("/desh/", "POST", "a=b")]

        with serving(copied, site.behind):
            assert comes_true(lambda: site.ask("/nahin/").status == 404)

    assert page.status == 200
    assert brotli.decompress(page.body).rstrip().endswith(b"</html>")
    for door in doors:
        assert (door.status, door.headers["retry-after"]) == (503, "30")
        assert door.headers["cache-control"] == "no-store"
        assert "content-security-policy" in door.headers
        assert AWAY in door.body.decode()


@pytest.fixture
def home(tmp_path: Path) -> Callable[[str], Path]:
    """Return what makes a home that says this in its file."""

    def make(said: str) -> Path:
        (tmp_path / "harkara.toml").write_text(said)
        (tmp_path / "harkara.sqlite3").touch()
        return tmp_path

    return make


def test_with_tls_nginx_takes_the_configuration_whole(home: Callable[[str], Path]) -> None:
    place = home('url = "https://sohni.example"\nallowed_hosts = ["www.sohni.example"]')
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=sohni.example",
         "-keyout", place / "key.pem", "-out", place / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    port = running.free_port()
    said = running.run(
        "--home", str(place), "nginx", "--listen", f"{running.HOST}:{port}",
        "--certificate", str(place / "cert.pem"), "--key", str(place / "key.pem"),
    )  # fmt: skip
    whole = said.replace("listen 80;", f"listen {running.HOST}:{running.free_port()};")
    whole = whole.replace("listen [::]:80;", "")

    with nginx(place / "run", whole, port) as process:
        assert process.poll() is None

    assert "server_name sohni.example www.sohni.example;" in said
    assert "return 301 https://sohni.example$request_uri;" in said
    assert "Strict-Transport-Security" in said


def test_without_the_module_the_configuration_does_not_name_it(
    home: Callable[[str], Path],
) -> None:
    place = str(home(""))

    assert "brotli_static on;" in running.run("--home", place, "nginx", "--brotli")
    assert "brotli" not in running.run("--home", place, "nginx", "--no-brotli")


def test_a_folder_nginx_cannot_be_told_of_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "मेरा अखबार"
    place.mkdir()
    (place / "harkara.sqlite3").touch()

    refused = subprocess.run(
        running.command("--home", str(place), "nginx"),
        env=running.surroundings(), capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert refused.returncode == 1
    assert refused.stderr.startswith("harkara: nginx cannot be told of the folder")
    assert refused.stderr.count("\n") == 1
