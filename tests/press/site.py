"""A tiny paper to press: a story page shows a text, the front shows every text.

What an editor writes lies in `paper`; a page that shows a text reads the key of the same name.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    StreamingHttpResponse,
)
from django.urls import path

from harkara.press import priorities
from harkara.press.actions import mark_all, mark_stale, want
from harkara.press.recorder import read
from harkara.press.stores import DiskStore

PICTURE = bytes(range(256)) * 8


@dataclass
class Paper:
    """The paper as the desk has it, and hooks that tests hang on its views."""

    texts: dict[str, str] = field(default_factory=dict)
    # Stands on every page and has no key: a new one is a new design, not news.
    masthead: str = ""
    # Whether stories and the front show the menu, and so read its key too.
    menu: bool = False
    broken: set[str] = field(default_factory=set)
    # Called with the path each time a view has read its data and not yet answered.
    while_rendering: Callable[[str], object] = lambda _path: None
    rendered: list[str] = field(default_factory=list)

    def write(self, name: str, text: str) -> None:
        """Write or rewrite a story, as the desk does: with its marks, in one transaction."""
        with transaction.atomic():
            self.texts[name] = text
            mark_stale([f"text:{name}", "front"])
            want({f"/{name}/": priorities.STORY})

    def withdraw(self, name: str) -> None:
        """Take a story off the paper."""
        with transaction.atomic():
            del self.texts[name]
            mark_stale([f"text:{name}", "front"])

    def redesign(self, masthead: str) -> None:
        """Give every page a new masthead."""
        with transaction.atomic():
            self.masthead = masthead
            mark_all()

    def mark(self, keys: Iterable[str]) -> int:
        """Mark keys stale, in a transaction of their own."""
        with transaction.atomic():
            return mark_stale(keys)


paper = Paper()


def text_of(store: DiskStore, path: str) -> str:
    """Return what a reader of a stored page reads, "" if there is none."""
    stored = store.read(path)
    return stored.body.decode() if stored else ""


def once(do: Callable[[], object]) -> Callable[[str], None]:
    """Return a hook that does something during the next rendering and never again."""
    left = [do]

    def hook(_path: str) -> None:
        if left:
            left.pop()()

    return hook


def _read(*keys: str) -> None:
    read(*keys, *(["menu"] if paper.menu else []))


def story(request: HttpRequest, name: str) -> HttpResponse:
    """Show one text."""
    _read(f"text:{name}")
    text, masthead = paper.texts.get(name), paper.masthead
    _rendering(request)
    if text is None:
        raise Http404(name)
    filling = "<p>खबर</p>" * 20
    return _page(f"{masthead}<h1>{name}</h1><p>{text}</p>{filling}", priorities.STORY)


def front(request: HttpRequest) -> HttpResponse:
    """Show every text; the story on top is read before whatever happens meanwhile."""
    _read("front", *(f"text:{name}" for name in paper.texts))
    names = sorted(paper.texts)
    top = [front_line(name) for name in names[:1]]
    _rendering(request)
    rest = [front_line(name) for name in names[1:] if name in paper.texts]
    return _page("".join(top + rest), priorities.FRONT)


def front_line(name: str) -> str:
    """Return what the front shows of a text."""
    return f"<p>{name}: {paper.texts[name]}</p>"


def choice(request: HttpRequest) -> HttpResponse:
    """Show the text that another text names: what it reads depends on what it reads."""
    read("text:choice")
    name = paper.texts.get("choice", "")
    _rendering(request)
    read(f"text:{name}")
    return _page(f"<p>{name}: {paper.texts.get(name)}</p>", priorities.REST)


def feed(request: HttpRequest) -> HttpResponse:
    """Show how many texts there are, as a type that the address does not tell."""
    read("front")
    _rendering(request)
    body = f"<rss>{len(paper.texts)}</rss>" + "<item/>" * 50
    return HttpResponse(body, content_type="application/rss+xml; charset=utf-8")


def where(request: HttpRequest) -> HttpResponse:
    """Show what a view learns of its reader."""
    return HttpResponse(f"{request.build_absolute_uri()} {dict(request.GET)} {request.COOKIES}")


def picture(_request: HttpRequest) -> HttpResponse:
    """Send bytes that do not get smaller."""
    return HttpResponse(PICTURE[:100], content_type="image/png")


def stream(_request: HttpRequest) -> StreamingHttpResponse:
    """Send a page in parts."""
    read("text:stream")
    return StreamingHttpResponse(["a", "b"], content_type="text/plain; charset=utf-8")


def moved(_request: HttpRequest) -> HttpResponse:
    """Send the reader elsewhere."""
    return HttpResponsePermanentRedirect("/elsewhere/")


def gone(_request: HttpRequest) -> HttpResponse:
    """Say that the page was withdrawn."""
    return HttpResponse(status=410)


def unwell(_request: HttpRequest) -> HttpResponse:
    """Answer that the server failed."""
    return HttpResponse(status=503)


def _rendering(request: HttpRequest) -> None:
    paper.rendered.append(request.path)
    paper.while_rendering(request.path)
    if request.path in paper.broken:
        message = "the template is torn"
        raise ValueError(message)


def _page(body: str, priority: int) -> HttpResponse:
    response = HttpResponse(body)
    response.press_priority = priority  # type: ignore[attr-defined]  # the press reads it there
    return response


urlpatterns = [
    path("", front),
    path("feed/", feed),
    path("chosen/", choice),
    path("where/", where),
    path("picture.png", picture),
    path("stream.txt", stream),
    path("moved/", moved),
    path("gone/", gone),
    path("unwell/", unwell),
    path("<str:name>/", story),
]
