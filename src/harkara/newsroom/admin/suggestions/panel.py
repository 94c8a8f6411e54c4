"""The panel beside a story in Wagtail's editor. Saving never waits for it."""

from typing import Any

from django.forms import Script
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from harkara.newsroom.models import ArticlePage

WAGTAILS = "wagtailadmin/pages/edit.html"
OURS = "newsroom/admin/edit.html"


class SuggestionsSidePanel(BaseSidePanel):
    """What is suggested for the story; the browser asks for it as it is written."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it, with the number of suggestions."""

        aria_label = _("Suggestions")
        icon_name = "pick"

    name = "suggestions"
    title = _("Suggestions")
    template_name = "newsroom/admin/suggestions/side_panel.html"
    order = 250

    class Media:
        """Its own style and script; the newsroom's policy allows no inline ones of ours."""

        css = {"all": ["newsroom/admin/suggestions.css"]}
        js = [Script("newsroom/admin/suggestions.js", type="module")]

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Return where the browser asks; a story that is being created has its number later."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        # The browser puts the story's id in the place of the 0.
        return context | {"address": reverse("newsroom_suggestions", args=[0])}


class ArticleEditView(EditView):
    """Wagtail's editor with the panel, and a link where there is no script to open it."""

    def get_template_names(self) -> list[str]:
        """Return Wagtail's templates, with our own for the whole screen."""
        return [OURS if name == WAGTAILS else name for name in super().get_template_names()]

    def get_side_panels(self) -> MediaContainer:
        """Add the panel where the whole screen is drawn, and not at every save."""
        panels: MediaContainer = super().get_side_panels()
        if self.expects_json_response or self.hydrate_create_view:
            return panels
        return with_suggestions(panels, self.page, self.request)


class ArticleCreateView(CreateView):
    """Wagtail's empty editor with the panel."""

    def get_side_panels(self) -> MediaContainer:
        """Add the panel."""
        return with_suggestions(super().get_side_panels(), self.page, self.request)


class ArticleViewSet(PageViewSet):
    """A story's screens in the newsroom."""

    model = ArticlePage
    add_view_class = ArticleCreateView
    edit_view_class = ArticleEditView
    # The lists of sections and of the tray stay Wagtail's own.
    parent_models: list[type] = []


def with_suggestions(
    panels: MediaContainer, article: ArticlePage, request: HttpRequest
) -> MediaContainer:
    """Return side panels with the suggestions among them."""
    return MediaContainer([*panels, SuggestionsSidePanel(article, request)])
