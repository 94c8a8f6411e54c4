"""Tokens of wires: made, shown once, listed and revoked by those who look after the wires."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from harkara.intake import queries
from harkara.intake.actions.tokens import MOST_LABEL, make_token, revoke
from harkara.intake.admin.views import person
from harkara.intake.models import WireService

PAGE = "intake_tokens"


class TokenForm(forms.Form):
    """For which wire a token is made, and what for."""

    service = forms.ModelChoiceField(
        WireService.objects.order_by("name"), label=gettext_lazy("wire"), empty_label=None
    )
    label = forms.CharField(
        max_length=MOST_LABEL,
        required=False,
        label=gettext_lazy("for what"),
        help_text=gettext_lazy("Such as: the agency's new server."),
    )


def may_look_after_wires(request: HttpRequest) -> bool:
    """Say whether the person at the screen may change wires."""
    return request.user.has_perm("intake.change_wireservice")


@never_cache
def tokens_page(request: HttpRequest) -> HttpResponse:
    """Show the tokens of all wires; make one, which is shown on this answer and never again."""
    if not may_look_after_wires(request):
        raise PermissionDenied
    form = TokenForm(request.POST or None)
    token, service = "", None
    if request.method == "POST" and form.is_valid():
        service = form.cleaned_data["service"]
        token = make_token(
            service, at=timezone.now(), by=person(request), label=form.cleaned_data["label"]
        )
        form = TokenForm()
    context = {
        "form": form,
        "token": token,
        "service": service,
        "door": request.build_absolute_uri(f"/intake/wires/{service.slug}/") if service else "",
        "tokens": queries.tokens(),
        "has_wires": WireService.objects.exists(),
        "page_title": _("Tokens of wires"),
        "header_icon": "key",
    }
    return render(request, "intake/admin/tokens.html", context)


@require_POST
def revoke_token(request: HttpRequest, token_id: int) -> HttpResponse:
    """End a token."""
    if not may_look_after_wires(request):
        raise PermissionDenied
    if revoke(token_id, at=timezone.now()):
        messages.success(request, _("The token was revoked: it opens nothing any more."))
    return redirect(PAGE)
