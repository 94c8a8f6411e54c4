"""A story at its address, and the way there from every other address it may have."""

from collections.abc import Sequence

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import translation

from harkara.audience.comments import queries as comments
from harkara.audience.comments.records import Conversation
from harkara.audience.polls import queries as polls
from harkara.audience.polls.records import Shown
from harkara.newsroom import keys, queries
from harkara.newsroom.models import ArticlePage
from harkara.newsroom.records import Story
from harkara.press import priorities
from harkara.press.recorder import read
from harkara.web.headers import READER_HEADERS
from harkara.web.presenters import story as presenter
from harkara.web.presenters.comments import talk as talk_view
from harkara.web.presenters.most_read import WAY
from harkara.web.presenters.polls import poll as poll_view
from harkara.web.share_card import draw
from harkara.web.views.reply import Reply, page


def story(request: HttpRequest, number: str) -> HttpResponse:
    """Show the story, or send to its current address, or say that it was taken off (410).

    Raises Http404 if no story of this number was ever on the site.
    """
    wanted = int(number)
    current = queries.story_path(wanted)
    if request.path != current:
        # An old address may end in a number that was never a story's.
        moved = queries.redirect_for(request.path) or current
        return HttpResponsePermanentRedirect(moved) if moved else gone(wanted)
    found = queries.story(wanted)
    if found is None:
        return gone(wanted)
    said = comments.conversation(wanted, found.section.id, found.published_at)
    return _shown(found, said, polls.polls_of_story(wanted))


def preview(article: ArticlePage) -> HttpResponse:
    """Show a story as it stands with the desk, for the editor's eyes only."""
    with translation.override(settings.LANGUAGE_CODE):
        response = _shown(queries.draft_story(article))
    for name, value in READER_HEADERS.items():
        response.headers[name] = value
    return response


def _shown(
    found: Story, talk: Conversation | None = None, asked: Sequence[Shown] = ()
) -> HttpResponse:
    context = {
        "frame": presenter.story_frame(queries.site(), found, talk),
        "story": presenter.story(found),
        "topic_kinds": presenter.kinds(),
        "polls": tuple(poll_view(one) for one in asked),
        "talk": talk_view(talk, found.path) if talk else None,
        "most_read": WAY,
    }
    return page("pages/story.html", context, priorities.STORY)


def short(_request: HttpRequest, number: str) -> HttpResponse:
    """Send from the short address for sharing to the current one."""
    current = queries.story_path(int(number))
    return HttpResponsePermanentRedirect(current) if current else gone(int(number))


def share_card(_request: HttpRequest, number: str) -> HttpResponse:
    """Give the picture that other sites show beside a link to the story, as JPEG.

    Raises Http404 if no story of this number was ever on the site.
    """
    found = queries.share_card(int(number))
    if found is None:
        return gone(int(number))
    read(keys.DESIGN)
    return Reply(draw(found), "image/jpeg", priorities.PICTURE)


def gone(number: int) -> HttpResponse:
    """Lead to the story it was merged into, or return 410 for one that was on the site once.

    Raises Http404 for any other.
    """
    merged_into = queries.merged_into(number)
    if merged_into:
        return HttpResponsePermanentRedirect(merged_into)
    if queries.was_live(number):
        return HttpResponse(status=410)
    message = f"no story {number}"
    raise Http404(message)
