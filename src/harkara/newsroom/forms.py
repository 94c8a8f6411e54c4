"""The editor's form for a story."""

from typing import Any

from django import forms
from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

# The page models lie above the forms, so they have no name here.
StoryPage = Any


class ArticleForm(WagtailAdminPageForm):
    """The story's form: the section is its place in the tree, chosen like any other field.

    A story that is being created has no place yet; `admin.hooks` moves it once it has one.
    """

    section: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Section"),
        queryset=None,
        required=False,
        empty_label=_("No section yet (in the desk's tray)"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = apps.get_model("newsroom", "SectionPage").objects.live().order_by("path")
        place = self.instance.get_parent() if self.instance.pk else self.parent_page
        self.fields["section"].queryset = sections
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
        """Save the story, and move it if another section was chosen."""
        page = super().save(commit=commit)
        if page.pk:
            move_to_section(page, self.cleaned_data.get("section"))
        return page


def move_to_section(page: StoryPage, section: StoryPage | None) -> None:
    """Move a story's page below a section, if one was chosen and it is not there already."""
    if section is None or section.pk == page.get_parent().pk:
        return
    page.move(section, pos="last-child")
    moved = type(page).objects.get(pk=page.pk)
    page.path, page.depth, page.url_path = moved.path, moved.depth, moved.url_path
