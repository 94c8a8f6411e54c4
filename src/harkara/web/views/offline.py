"""What lets the paper be read without a network: the worker, the manifest, the kept stories."""

from django.http import Http404, HttpRequest, HttpResponse

from harkara.newsroom import keys, queries
from harkara.press import priorities
from harkara.press.recorder import read
from harkara.web import offline
from harkara.web.presenters import pages
from harkara.web.views.reply import Reply, page


def worker(_request: HttpRequest) -> HttpResponse:
    """Give the service worker's script."""
    read(keys.DESIGN)
    return Reply(offline.worker(), "text/javascript; charset=utf-8", priorities.REST)


def manifest(_request: HttpRequest) -> HttpResponse:
    """Give the manifest of the paper as an app."""
    read(keys.DESIGN)
    said = offline.manifest(queries.site())
    return Reply(said, "application/manifest+json", priorities.REST)


def kept(request: HttpRequest) -> HttpResponse:
    """Show the page that lists, in the browser, what is kept there; raise Http404 without a worker.

    It is also what the worker shows for a page that it has not kept.
    """
    frame = pages.kept_frame(queries.site(), request.path)
    if not frame.worker:
        raise Http404
    return page("pages/kept.html", {"frame": frame}, priorities.REST)
