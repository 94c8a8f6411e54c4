"""Everything a site answers, found by following its links from the front page."""

import http.client
import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml import html as lxml_html

# What is not linked by a page but known to machines.
STARTS = ("/", "/robots.txt", "/404.html", "/410.html", "/500.html")
DESK = "/newsroom/"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site said when asked for a path, and which page named the path."""

    path: str
    named_by: str
    status: int
    content_type: str
    body: bytes

    @property
    def type(self) -> str:
        """The bare media type."""
        return self.content_type.partition(";")[0]


def crawl(url: str) -> dict[str, Answer]:
    """Return every answer of a site by its path."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    answers: dict[str, Answer] = {}
    waiting = [(path, "") for path in STARTS]
    while waiting:
        path, named_by = waiting.pop()
        if path in answers or path.startswith(DESK):
            continue
        answers[path] = answer = _ask(connection, path, named_by)
        if answer.status == 200:
            waiting += [(found, path) for found in _inside(answer, url)]
    connection.close()
    return answers


def _ask(connection: http.client.HTTPConnection, path: str, named_by: str) -> Answer:
    connection.request("GET", path)
    response = connection.getresponse()
    content_type = response.headers.get("Content-Type", "")
    return Answer(path, named_by, response.status, content_type, response.read())


def _inside(answer: Answer, url: str) -> Iterator[str]:
    """Give the paths of this site that a page names."""
    for address in _addresses(answer):
        whole = urlsplit(urljoin(url + answer.path, address))
        if f"{whole.scheme}://{whole.netloc}" == url:
            yield whole.path or "/"


def _addresses(answer: Answer) -> Iterator[str]:
    match answer.type:
        case "text/html":
            yield from _in_html(answer.body)
        case "application/xml" | "text/xml" | "application/rss+xml" | "application/atom+xml":
            yield from _in_xml(answer.body)
        case "application/feed+json" | "application/json":
            feed = json.loads(answer.body)
            yield from (item["url"] for item in feed.get("items", []))
        case "text/plain":
            words = answer.body.decode().split()
            yield from (word for word in words if word.startswith("http"))


def _in_html(body: bytes) -> Iterator[str]:
    page = lxml_html.document_fromstring(body.decode())
    for _, attribute, address, _ in page.iterlinks():
        # iterlinks gives each address of a srcset by itself.
        if attribute in {"href", "src", "srcset"}:
            yield address
    yield from page.xpath("//meta[@property='og:image' or @property='og:url']/@content")


def _in_xml(body: bytes) -> Iterator[str]:
    for element in etree.fromstring(body).iter():
        if isinstance(element.tag, str):
            name = etree.QName(element).localname
            if name in {"loc", "link", "id", "guid"} and element.text:
                yield element.text
            elif name in {"link", "enclosure", "content", "thumbnail"}:
                yield element.get("href") or element.get("url") or ""
