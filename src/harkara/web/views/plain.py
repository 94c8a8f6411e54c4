"""Small pages and files: corrections log, refusals, robots.txt, ads.txt, icon."""

from django.http import Http404, HttpRequest, HttpResponse

from harkara.newsroom import queries
from harkara.press import priorities
from harkara.web import assets
from harkara.web.addresses import absolute
from harkara.web.presenters import listings, pages, refusals
from harkara.web.views.reply import Reply, page

CORRECTIONS_SIZE = 200
TEXT = "text/plain; charset=utf-8"
ROBOTS = """\
User-agent: *
Disallow: /newsroom/
Disallow: /documents/
Disallow: /tukda/

Sitemap: {index}
Sitemap: {news}
"""


def corrections(_request: HttpRequest) -> HttpResponse:
    """Show what was put right, in which story and when."""
    context = {
        "frame": pages.corrections_frame(queries.site()),
        "corrected": listings.corrected(queries.corrections(CORRECTIONS_SIZE)),
    }
    return page("pages/corrections.html", context, priorities.REST)


def refusal(request: HttpRequest, status: str) -> HttpResponse:
    """Show the page that goes out with 404, 410 or 500."""
    said = refusals.refusal(int(status))
    context = {
        "frame": pages.refusal_frame(queries.site(), said.title, request.path),
        "refusal": said,
    }
    return page("pages/refusal.html", context, priorities.REST)


def robots(_request: HttpRequest) -> HttpResponse:
    """Tell crawlers where the sitemaps are, and to leave the newsroom alone."""
    body = ROBOTS.format(index=absolute("/sitemap.xml"), news=absolute("/news-sitemap.xml"))
    return Reply(body, TEXT, priorities.REST)


def ads(_request: HttpRequest) -> HttpResponse:
    """Show who may sell the paper's advertisements; raise Http404 if the paper names nobody."""
    text = queries.site().ads_txt.strip()
    if not text:
        raise Http404
    return Reply(f"{text}\n", TEXT, priorities.REST)


def favicon(_request: HttpRequest) -> HttpResponse:
    """Give the icon to browsers that ask for it by its oldest name."""
    body = (assets.STATIC / "img" / "favicon.ico").read_bytes()
    return Reply(body, "image/x-icon", priorities.REST)
