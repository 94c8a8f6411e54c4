"""What intake adds to the newsroom's menu, addresses and page headers."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from harkara.intake.admin import in_editor, inbox, moves, tokens, views
from harkara.intake.models import Provenance


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give each screen its address."""
    return [
        path("intake/", inbox.inbox_page, name="intake_inbox"),
        path("intake/moves/", moves.moves_page, name="intake_moves"),
        path("intake/moves/<int:move_id>/", moves.move_page, name="intake_move"),
        path("intake/moves/<int:move_id>/report.csv", moves.move_csv, name="intake_move_csv"),
        path("intake/tokens/", tokens.tokens_page, name=tokens.PAGE),
        path(
            "intake/tokens/<int:token_id>/revoke/", tokens.revoke_token, name="intake_revoke_token"
        ),
        path("intake/paste/", views.paste_page, name="intake_paste"),
        path("intake/paste/blocks/", in_editor.read_paste, name="intake_paste_blocks"),
        path("intake/paste/<int:pasted_id>/", views.draft_page, name="intake_draft"),
        path("intake/story/<int:article_id>/", views.provenance_page, name="intake_provenance"),
    ]


class FilingItem(MenuItem):
    """The way to a screen of those who may add stories."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether the person may add stories."""
        return views.may_add_stories(request)


@hooks.register("register_admin_menu_item")
def paste_item() -> MenuItem:
    """Offer the paste page from every screen."""
    return FilingItem(
        _("Paste copy"), reverse("intake_paste"), name="paste", icon_name="clipboard-list", order=60
    )


@hooks.register("register_admin_menu_item")
def inbox_item() -> MenuItem:
    """Offer the inbox from every screen."""
    return FilingItem(
        _("Inbox"), reverse("intake_inbox"), name="inbox", icon_name="download", order=55
    )


@hooks.register("register_reports_menu_item")
def moves_item() -> MenuItem:
    """Offer the reports on what has moved in beside the newsroom's other reports."""
    return FilingItem(
        _("Moves"), reverse("intake_moves"), name="moves", icon_name="download", order=900
    )


@hooks.register("insert_editor_js")
def paste_in_editor() -> str:
    """Read what is pasted into a story's body as the paste page does."""
    return format_html(
        '<link rel="stylesheet" href="{}">'
        '<span hidden data-paste-in-editor data-url="{}" data-failed="{}" data-edited="{}"></span>'
        '<script type="module" src="{}"></script>',
        static("intake/admin/editor.css"),
        reverse("intake_paste_blocks"),
        gettext("It could not be pasted. Paste it once more to put it in as it is."),
        gettext("What somebody has edited since it was read was left as it is."),
        static("intake/admin/editor.js"),
    )


class TokensItem(MenuItem):
    """The way to the tokens of wires."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether the person may change wires."""
        return tokens.may_look_after_wires(request)


@hooks.register("register_settings_menu_item")
def tokens_item() -> MenuItem:
    """Offer the tokens of wires beside the newsroom's other settings."""
    return TokensItem(_("Tokens of wires"), reverse(tokens.PAGE), name="tokens", icon_name="key")


@hooks.register("construct_homepage_panels")
def show_the_inbox(request: HttpRequest, panels: list[Any]) -> None:
    """Show on the first screen what came by itself, to those who may file stories."""
    if views.may_add_stories(request):
        panels += inbox.inbox_panels()


@hooks.register("register_page_header_buttons")
def provenance_button(page: Page, **_about_the_screen: Any) -> Iterator[Button]:
    """Lead from a story to what came in for it."""
    if Provenance.objects.filter(article_id=page.pk).exists():
        yield Button(
            _("What came in"),
            reverse("intake_provenance", args=[page.pk]),
            icon_name="download",
            priority=70,
        )
