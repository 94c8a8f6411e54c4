"""A real browser on a phone, and what it noticed on the way."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    sync_playwright,
)
from tests import running

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "has_touch": True,
    "is_mobile": True,
    "locale": "hi-IN",
}
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# What a browser says in its console of an answer that is not 200; the answers are noted themselves.
NOT_FOUND = "Failed to load resource"


@dataclass(eq=False)
class Reader:
    """A page in a browser, every request it made, and everything that went wrong."""

    page: Page
    url: str
    requested: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note_request)
        self.page.on("response", self._note_response)
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str) -> None:
        """Open a page of the paper and wait until it is whole."""
        self.page.goto(self.url + path, wait_until="load")

    def wait_for(self, wanted: Locator, path: str = "", *, gone: bool = False) -> None:
        """Open a page, or the one that is open, anew until the press has put something on it.

        With `gone` until it has taken it off. A browser that only goes there again keeps what it
        has for a minute.
        """
        if path:
            self.open(path)
        for _ in range(120):
            if bool(wanted.count()) is not gone:
                return
            self.page.wait_for_timeout(250)
            self.page.reload()
        raise AssertionError(wanted)

    @property
    def path(self) -> str:
        """Where the reader is."""
        return self.page.url.removeprefix(self.url)

    @property
    def headline(self) -> str:
        """The one great heading of the page."""
        return self.page.locator("h1").inner_text()

    @property
    def abroad(self) -> list[str]:
        """Requests that left the paper's own host."""
        own = (f"{self.url}/", "data:")
        return [address for address in self.requested if not address.startswith(own)]

    def _note_request(self, request: Request) -> None:
        self.requested.append(request.url)

    def _note_response(self, response: Response) -> None:
        if response.status >= 400:
            self.refused.append(response.url.removeprefix(self.url))

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(NOT_FOUND):
            self.complaints.append(message.text)


OpenReader = Callable[..., Reader]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # As long as a module runs and no longer: Django must not find its event loop.
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIETLY)
        yield started
        started.close()


@pytest.fixture
def reader_at(browser: Browser) -> Iterator[OpenReader]:
    """Give a reader with a phone at a paper's address; options are the browser's."""
    with ExitStack() as closing:

        def arrive(url: str, **options: Any) -> Reader:
            context = browser.new_context(**(PHONE | options))
            closing.callback(context.close)
            return Reader(context.new_page(), url)

        yield arrive


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[running.Paper, str]]:
    """Found an empty paper, serve it, and give it with the editor's password."""
    paper = running.Paper(tmp_path_factory.mktemp("naya"), running.free_port())
    (paper.home / "harkara.toml").write_text(f'url = "{paper.url}"\n')
    said = running.run("--home", str(paper.home), "init", "--name", "नौघाट समाचार")
    password = re.search(r"editor / (\S+)", said)
    assert password
    with running.serving(paper):
        yield paper, password.group(1)


def sign_in(reader: Reader, password: str) -> Page:
    """Sign the editor in to the newsroom, on the reader's phone."""
    page = reader.page
    page.goto(f"{reader.url}/newsroom/")
    page.locator("[name=username]").fill("editor")
    page.locator("[name=password]").fill(password)
    page.locator("[type=submit]").click()
    page.wait_for_url(f"{reader.url}/newsroom/")
    return page
