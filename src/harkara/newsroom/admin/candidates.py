"""The screen on which the desk decides about names that could become topics."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin.menu import MenuItem

from harkara.newsroom.actions.candidates import accept_name, merge_name, reject_name
from harkara.newsroom.admin.suggestions.rights import person_at
from harkara.newsroom.models import Topic
from harkara.newsroom.queries.names import DEEPEST, key_of, topic_candidates

MAY_ADD = "newsroom.add_topic"
MAY_CHANGE = "newsroom.change_topic"
MOST_TOPICS = 1000


class NameForm(forms.Form):
    """What the desk decided about one name."""

    ACCEPT, MERGE, REJECT = "accept", "merge", "reject"

    found = forms.CharField(max_length=200)
    decision = forms.ChoiceField(choices=[(one, one) for one in (ACCEPT, MERGE, REJECT)])
    name = forms.CharField(required=False, max_length=120)
    kind = forms.ChoiceField(required=False, choices=Topic.Kind)
    aliases = forms.CharField(required=False, max_length=2_000)
    topic = forms.CharField(required=False, max_length=120)

    def clean(self) -> dict[str, Any]:
        """Ask for what the decision needs."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("decision") == self.ACCEPT and not (said.get("name") and said.get("kind")):
            raise forms.ValidationError(_("Write a name and choose what it is."))
        if said.get("decision") == self.MERGE:
            topic = Topic.objects.filter(name=said.get("topic", "")).first()
            if topic is None:
                raise forms.ValidationError(_("There is no topic with this name."))
            said["topic"] = topic
        return said


class CandidatesItem(MenuItem):
    """The way to the names, for those who may add topics."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether the person may add topics."""
        return request.user.has_perm(MAY_ADD)


def candidates_item() -> MenuItem:
    """Return the menu's item, beside the topics."""
    return CandidatesItem(
        gettext_lazy("New topics"),
        reverse("newsroom_topic_candidates"),
        name="topic-candidates",
        icon_name="circle-plus",
        order=311,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def candidates_page(request: HttpRequest) -> HttpResponse:
    """List names of live stories that no topic has; do what was decided about one."""
    if not person_at(request).has_perm(MAY_ADD):
        raise PermissionDenied
    wanted = request.GET.get("page", "")
    page = min(int(wanted), DEEPEST) if wanted.isdecimal() and len(wanted) < len("1000") else 1
    page = max(page, 1)
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _decide(request, form.cleaned_data)
        return HttpResponseRedirect(request.get_full_path())
    rows, more = topic_candidates(page)
    context = {
        "rows": rows,
        "refused": form,
        "kinds": Topic.Kind.choices,
        "topics": Topic.objects.values_list("name", flat=True)[:MOST_TOPICS] if rows else (),
        "may_merge": person_at(request).has_perm(MAY_CHANGE),
        "earlier": page - 1,
        "later": page + 1 if more else None,
        "page_title": _("New topics"),
        "header_icon": "circle-plus",
    }
    status = 422 if form.errors else 200
    return render(request, "newsroom/admin/candidates.html", context, status=status)


def _decide(request: HttpRequest, said: Mapping[str, Any]) -> None:
    found = said["found"]
    if said["decision"] == NameForm.REJECT:
        reject_name(key_of(found))
        message = _("“%(name)s” will not be proposed as a topic again.") % {"name": found}
    elif said["decision"] == NameForm.MERGE:
        if not person_at(request).has_perm(MAY_CHANGE):
            raise PermissionDenied
        topic = merge_name(found, topic_id=said["topic"].pk)
        message = _("“%(name)s” is another name of “%(topic)s” now.")
        message %= {"name": found, "topic": topic.name}
    else:
        aliases = tuple(line.strip() for line in said["aliases"].splitlines() if line.strip())
        topic = accept_name(found=found, name=said["name"], kind=said["kind"], aliases=aliases)
        message = _("“%(name)s” is a topic now.") % {"name": topic.name}
    messages.success(request, message)
