"""The screen of the breaking line: what stands, taking it back, and setting one in two taps."""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin.menu import MenuItem

from harkara.newsroom.actions.breaking import SetBreaking, set_breaking, take_back_breaking
from harkara.newsroom.admin.suggestions.rights import person_at
from harkara.newsroom.models import LONGEST_LINE, ArticlePage, BreakingLine, FrontPage
from harkara.newsroom.queries.breaking import line_log, standing_line

# Minutes a line may last, each a button of its own.
LASTS = (
    (15, gettext_lazy("15 minutes")),
    (60, gettext_lazy("1 hour")),
    (180, gettext_lazy("3 hours")),
    (720, gettext_lazy("12 hours")),
)
# So many of the last lines' doings are told below the form.
TRAIL = 10
NUMBER = re.compile(r"([0-9]{1,18})/?\Z", re.ASCII)


class BreakingForm(forms.Form):
    """A line, the story it leads to, and for how long."""

    text = forms.CharField(label=gettext_lazy("Line"), max_length=LONGEST_LINE)
    story = forms.CharField(
        label=pgettext_lazy("of a breaking line", "Story"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Its address or number; may stay empty."),
    )
    lasts = forms.TypedChoiceField(choices=LASTS, coerce=int)

    def clean_story(self) -> ArticlePage | None:
        """Return the live story that an address or a number names."""
        said = self.cleaned_data["story"].strip()
        if not said:
            return None
        found = NUMBER.search(said)
        number = int(found[1]) if found else 0
        story: ArticlePage | None = ArticlePage.objects.live().filter(number=number).first()
        if story is None:
            raise forms.ValidationError(_("No story on the site has this address or number."))
        return story


class BreakingItem(MenuItem):
    """The way to the breaking line, for those who may publish on the front."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether the person may set a line of any words."""
        return may_set(person_at(request), None)


def breaking_item() -> MenuItem:
    """Return the menu's item."""
    return BreakingItem(
        gettext_lazy("Breaking"),
        reverse("newsroom_breaking"),
        name="breaking",
        icon_name="warning",
        order=60,
    )


def may_set(person: User, article: ArticlePage | None) -> bool:
    """Say whether a person may put a line above the paper.

    For a story that is who may publish it; for any other words, who may publish the front page.
    """
    page = article or FrontPage.objects.first()
    return bool(page and page.permissions_for_user(person).can_publish())


@require_http_methods(["GET", "HEAD", "POST"])
def breaking_page(request: HttpRequest) -> HttpResponse:
    """Show the line that stands, and set one or take it back."""
    person = person_at(request)
    story = _story_asked_for(request)
    line = standing_line()
    if not may_set(person, story):
        raise PermissionDenied
    if request.method == "POST" and "take_back" in request.POST:
        return _taken_back(request, person)
    form = BreakingForm(request.POST or None, initial=_begun_with(story))
    if request.method == "POST" and form.is_valid():
        return _set(request, person, form.cleaned_data)
    context = {
        "form": form,
        "line": line,
        "may_take_back": bool(line and may_set(person, line.article)),
        "lasts": LASTS,
        "trail": line_log(TRAIL),
        "page_title": _("Breaking"),
        "header_icon": "warning",
    }
    status = 422 if form.errors else 200
    return render(request, "newsroom/admin/breaking.html", context, status=status)


def _story_asked_for(request: HttpRequest) -> ArticlePage | None:
    asked = request.GET.get("story", "")
    number = int(asked) if NUMBER.fullmatch(asked) else 0
    story: ArticlePage | None = ArticlePage.objects.live().filter(number=number).first()
    return story


def _begun_with(story: ArticlePage | None) -> dict[str, object]:
    return {"text": story.title[:LONGEST_LINE], "story": story.number} if story else {}


def _set(request: HttpRequest, person: User, said: dict[str, Any]) -> HttpResponse:
    story = said["story"]
    if not may_set(person, story):
        raise PermissionDenied
    line = set_breaking(
        SetBreaking(
            text=said["text"],
            lasts=timedelta(minutes=said["lasts"]),
            at=timezone.now(),
            article_id=story.pk if story else None,
            by=person,
        )
    )
    messages.success(request, _("“%(line)s” stands on every page.") % {"line": line.text})
    return HttpResponseRedirect(request.get_full_path())


def _taken_back(request: HttpRequest, person: User) -> HttpResponse:
    asked = request.POST["take_back"]
    line_id = int(asked) if NUMBER.fullmatch(asked) else 0
    line = BreakingLine.objects.filter(pk=line_id).select_related("article").first()
    if line and not may_set(person, line.article):
        raise PermissionDenied
    take_back_breaking(line_id, person)
    messages.success(request, _("The breaking line is gone."))
    return HttpResponseRedirect(request.get_full_path())
