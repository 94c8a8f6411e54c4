"""What the desk sees and may do in Wagtail, beyond Wagtail's own."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.documents.models import AbstractDocument
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from harkara.newsroom.actions import breaking as lines
from harkara.newsroom.actions.live import may_go_live
from harkara.newsroom.admin.breaking import breaking_item, breaking_page
from harkara.newsroom.admin.candidates import candidates_item, candidates_page
from harkara.newsroom.admin.desk import DeskPanel
from harkara.newsroom.admin.merging import may_merge, merge_page
from harkara.newsroom.admin.press import press_panels
from harkara.newsroom.admin.suggestions import views
from harkara.newsroom.admin.suggestions.panel import ArticleViewSet
from harkara.newsroom.forms import move_to_section
from harkara.newsroom.models import ArticlePage, DeskPage, SectionPage, Topic
from harkara.newsroom.refusals import EmbargoInForce, NoSection


@hooks.register("after_create_page", order=-1)
@hooks.register("before_publish_page", order=-1)
def put_a_new_story_into_its_section(request: HttpRequest, page: Page) -> None:
    """Move a story that was just created to the section chosen in its form."""
    chosen = request.POST.get("section", "")
    story = page.specific
    if isinstance(story, ArticlePage) and chosen.isdecimal():
        move_to_section(story, SectionPage.objects.live().filter(pk=int(chosen)).first())


@hooks.register("before_publish_page")
def keep_a_story_that_may_not_go_live(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep the draft and say why the story cannot be published."""
    story = page.specific
    if not isinstance(story, ArticlePage):
        return None
    try:
        may_go_live(story)
    except EmbargoInForce:
        # The form has already put its publication off to the embargo's end.
        return None
    except NoSection as refusal:
        # Wagtail makes a new page live before it asks.
        ArticlePage.objects.filter(pk=story.pk, live_story__isnull=True).update(
            live=False, has_unpublished_changes=True
        )
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return None


@hooks.register("before_serve_document")
def keep_documents_at_the_desk(_document: AbstractDocument, request: HttpRequest) -> None:
    """Show documents to the desk alone; to others none stands at the address."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404


@hooks.register("construct_homepage_panels")
def show_the_desk(request: HttpRequest, panels: list[Any]) -> None:
    """Show first what waits at the desk, and how far the press is while it has much to do."""
    panels[:0] = [DeskPanel(request), *press_panels(request)]


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give each screen of the desk's own its address."""
    beside = "suggestions/<int:article_id>/"
    return [
        path("new-story/", new_story, name="newsroom_new_story"),
        path("merge-topic/<int:topic_id>/", merge_page, name="newsroom_merge_topic"),
        path(beside, views.suggestions_page, name="newsroom_suggestions"),
        path(f"{beside}now/", views.suggestions_now, name="newsroom_suggestions_now"),
        path(f"{beside}merge/<int:other_id>/", views.merge_page, name="newsroom_merge_story"),
        path("breaking/", breaking_page, name="newsroom_breaking"),
        path("topic-candidates/", candidates_page, name="newsroom_topic_candidates"),
    ]


@hooks.register("insert_global_admin_css")
def look_without_a_script() -> str:
    """Take Wagtail's empty menu out of the way where there is no script to fill it."""
    address = static("newsroom/admin/plain.css")
    return format_html('<noscript><link rel="stylesheet" href="{}"></noscript>', address)


@hooks.register("insert_global_admin_css")
def look_of_buttons() -> str:
    """Let buttons stand beside each other in the same way on every screen."""
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/admin/buttons.css"))


@hooks.register("register_admin_viewset")
def story_screens() -> ArticleViewSet:
    """Put the suggestions beside a story in Wagtail's editor."""
    return ArticleViewSet()


def new_story(request: HttpRequest) -> HttpResponse:
    """Open an empty story in the desk's tray; its section is chosen while writing."""
    tray = DeskPage.objects.first()
    if tray is None or not tray.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    address = reverse("wagtailadmin_pages:add", args=["newsroom", "articlepage", tray.pk])
    return HttpResponseRedirect(address)


@hooks.register("register_admin_menu_item")
def new_story_item() -> MenuItem:
    """Offer a new story from every screen."""
    return MenuItem(
        _("New story"),
        reverse("newsroom_new_story"),
        name="new-story",
        icon_name="doc-full-inverse",
        order=50,
    )


hooks.register("register_admin_menu_item", candidates_item)
hooks.register("register_admin_menu_item", breaking_item)


@hooks.register("register_log_actions")
def what_is_logged(actions: LogActionRegistry) -> None:
    """Name in the site's history what was done to breaking lines."""
    actions.register_action(lines.SET, _("Set breaking line"), _("Breaking line set"))
    actions.register_action(lines.TAKEN_BACK, _("Take back line"), _("Breaking line taken back"))
    actions.register_action(lines.EXPIRED, _("Expire line"), _("Breaking line expired"))
    actions.register_action(lines.STORY_GONE, _("End line"), _("Breaking line gone with its story"))


@hooks.register("register_snippet_listing_buttons")
def merge_button(snippet: Model, user: AbstractUser, _next_url: str) -> Iterator[Button]:
    """Lead from a topic in the list to its merging."""
    if isinstance(snippet, Topic) and may_merge(user):
        yield Button(
            _("Merge into another"),
            reverse("newsroom_merge_topic", args=[snippet.pk]),
            icon_name="collapse-down",
            priority=60,
        )
