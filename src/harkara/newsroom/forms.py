"""The editor's form for a story."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

if TYPE_CHECKING:
    from django.db.models import QuerySet

# The page models lie above the forms, so they have no name here.
StoryPage = Any
# The buttons that put what the form holds on the site, or may.
PUBLISHING = frozenset({"action-publish", "action-workflow-action"})


class ArticleForm(WagtailAdminPageForm):
    """The story's form: the section is its place in the tree, chosen like any other field.

    A story that is being created has no place yet; `admin.hooks` moves it once it has one. Only
    sections are offered in which the person at the desk may put the story.
    """

    section: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Section"),
        queryset=None,
        required=False,
        empty_label=_("No section yet (in the desk's tray)"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place = self.instance.get_parent() if self.instance.pk else self.parent_page
        self.fields["section"].queryset = self._open_sections(place)
        self.fields["section"].initial = place.pk if place else None

    def clean(self) -> dict[str, Any]:
        """Hold an embargoed story back until its embargo ends."""
        cleaned: dict[str, Any] = super().clean()
        embargo = cleaned.get("embargo_until")
        go_live = cleaned.get("go_live_at")
        if embargo and embargo > timezone.now() and (go_live is None or go_live < embargo):
            cleaned["go_live_at"] = embargo
            self.instance.go_live_at = embargo
        return cleaned

    def save(self, commit: bool = True) -> StoryPage:  # noqa: FBT001, FBT002 (Django's signature)
        """Save the story, and move it if another section was chosen.

        A live story moves with its publication alone: the editor keeps drafts unasked while
        somebody is still choosing, and readers would see each of them.
        """
        page = super().save(commit=commit)
        if page.pk and (not page.live or not PUBLISHING.isdisjoint(self.data)):
            move_to_section(page, self.cleaned_data.get("section"))
        return page

    def _open_sections(self, place: StoryPage) -> "QuerySet[Any]":
        """Return the live sections this person may put the story into, and the one it is in."""
        pages = apps.get_model("newsroom", "SectionPage").objects
        sections: QuerySet[Any] = pages.live().order_by("path")
        here = place.pk if place else None
        return sections.filter(pk__in=[s.pk for s in sections if s.pk == here or self._may_take(s)])

    def _may_take(self, section: StoryPage) -> bool:
        if self.instance.pk:
            return bool(self.instance.permissions_for_user(self.for_user).can_move_to(section))
        return bool(section.permissions_for_user(self.for_user).can_add_subpage())


def move_to_section(page: StoryPage, section: StoryPage | None) -> None:
    """Move a story's page below a section, if one was chosen and it is not there already."""
    if section is None or section.pk == page.get_parent().pk:
        return
    page.move(section, pos="last-child")
    moved = type(page).objects.get(pk=page.pk)
    page.path, page.depth, page.url_path = moved.path, moved.depth, moved.url_path
