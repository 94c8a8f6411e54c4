"""The page of what is most read."""

from django.http import HttpRequest, HttpResponse

from harkara.newsroom import queries
from harkara.press import priorities
from harkara.web.presenters import most_read as presenter
from harkara.web.views.reply import page


def most_read(_request: HttpRequest) -> HttpResponse:
    """Show what is read most today and this week, and how that is counted."""
    context = {
        "frame": presenter.page_frame(queries.site()),
        "lists": presenter.whole_page(),
    }
    return page("pages/most_read.html", context, priorities.SECTION)
