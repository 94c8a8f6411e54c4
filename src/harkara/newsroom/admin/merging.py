"""The screen on which the desk merges one topic into another: choose, look, confirm."""

from django import forms
from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, PermissionsMixin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from harkara.newsroom.actions.merging import begin_merge
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import Topic
from harkara.newsroom.queries.listings import entries
from harkara.newsroom.refusals import Refused


class MergeForm(forms.Form):
    """Which topic is kept, and whether the desk has seen what will happen."""

    keeper = forms.CharField(
        label=gettext_lazy("Topic that is kept"),
        help_text=gettext_lazy("Its name, as the list of topics shows it."),
        widget=forms.TextInput(attrs={"list": "topics", "autocomplete": "off"}),
    )
    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean_keeper(self) -> Topic:
        """Return the topic with this name."""
        topic = Topic.objects.filter(name=self.cleaned_data["keeper"].strip()).first()
        if topic is None:
            raise forms.ValidationError(_("There is no topic with this name."))
        return topic


def merge_page(request: HttpRequest, topic_id: int) -> HttpResponse:
    """Ask which topic is kept, show what will happen, and begin when that is confirmed."""
    if not may_merge(request.user):
        raise PermissionDenied
    loser = get_object_or_404(Topic, pk=topic_id)
    form = MergeForm(request.POST or None)
    keeper, refusal = None, ""
    if request.method == "POST" and form.is_valid():
        keeper = form.cleaned_data["keeper"]
        if form.cleaned_data["confirmed"]:
            try:
                begin_merge(loser_id=loser.pk, keeper_id=keeper.pk)
            except Refused as refused:
                refusal = str(refused)
            else:
                message = _("“%(loser)s” is being merged into “%(keeper)s”.")
                messages.success(request, message % {"loser": loser, "keeper": keeper})
                return redirect("wagtailsnippets_newsroom_topic:list")
    context = {
        "form": form,
        "loser": loser,
        "keeper": keeper,
        "refusal": refusal,
        "stories": entries(ListingKind.TOPIC, loser.pk).count() if keeper else 0,
        "likely": Topic.objects.filter(kind=loser.kind).exclude(pk=loser.pk)[:1000],
        "page_title": _("Merge a topic"),
        "header_icon": "tag",
    }
    status = 422 if refusal or form.errors else 200
    return render(request, "newsroom/admin/merge.html", context, status=status)


def may_merge(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Say whether the person may change topics and take them away."""
    return isinstance(user, PermissionsMixin) and user.has_perms(
        ("newsroom.change_topic", "newsroom.delete_topic")
    )
