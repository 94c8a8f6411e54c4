"""The pressed pages of comments beyond a story's own: further sheets, and what is kept."""

from django.http import Http404, HttpRequest, HttpResponse

from harkara.audience.comments import queries
from harkara.newsroom import queries as newsroom
from harkara.press import priorities
from harkara.web.presenters import comments as presenter
from harkara.web.presenters.cards import label
from harkara.web.views.reply import page


def sheet(_request: HttpRequest, number: str, sheet: str) -> HttpResponse:
    """Show one of the further sheets of a story's comments; raise Http404 if there is none."""
    card = queries.card_of(int(number))
    if card is None:
        raise Http404
    found = queries.further_sheet(int(number), card.section.id, card.published_at, int(sheet))
    if found is None:
        raise Http404
    context = {
        "frame": presenter.sheet_frame(newsroom.site(), card, found),
        "talk": presenter.talk(found, card.path),
        "story": {"headline": card.headline, "path": card.path, "section": label(card.section)},
    }
    return page("pages/talk.html", context, priorities.REST)


def notice(_request: HttpRequest) -> HttpResponse:
    """Say what is kept of a reader who writes, for how long, and how it is taken back."""
    site = newsroom.site()
    context = {"frame": presenter.notice_frame(site), "email": site.email}
    return page("pages/talk_notice.html", context, priorities.REST)
