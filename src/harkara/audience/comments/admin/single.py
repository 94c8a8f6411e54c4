"""One comment with its trail, and where it came from; bans; the rules of sections."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from harkara.audience.comments import actions
from harkara.audience.comments.admin.rights import MODERATING
from harkara.audience.comments.models import Ban, Decision, SectionRule
from harkara.audience.comments.queries import desk
from harkara.audience.comments.records import Mode
from harkara.audience.rights import login_of

LASTING = {
    "1": gettext_lazy("one day"),
    "7": gettext_lazy("one week"),
    "21": gettext_lazy("three weeks"),
}


class RuleForm(forms.Form):
    """What may be said in one section."""

    section = forms.IntegerField(min_value=1)
    mode = forms.ChoiceField(choices=SectionRule.Mode.choices)
    days = forms.IntegerField(required=False, min_value=1, max_value=3650)


@require_http_methods(["GET", "HEAD", "POST"])
@MODERATING.needed
def comment_page(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Show one comment, what was done to it and what else came from there; shut out, erase."""
    found = desk.shown(comment_id)
    if found is None:
        raise Http404
    if request.method == "POST":
        _do(request, comment_id)
        return redirect("audience_comment", comment_id)
    writer, network = desk.origin_of(comment_id)
    context = {
        "row": found,
        "trail": desk.trail(comment_id),
        "others": desk.same_origin(comment_id),
        "has_writer": bool(writer),
        "has_network": bool(network),
        "lasting": LASTING.items(),
        "reasons": Decision.Reason.choices,
        "page_title": _("Comment"),
        "page_subtitle": found.headline,
        "header_icon": "comment",
    }
    return render(request, "audience/admin/comment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@MODERATING.needed
def bans_page(request: HttpRequest) -> HttpResponse:
    """Show who is shut out, and let somebody in again."""
    ban = request.POST.get("ban", "")
    if request.method == "POST":
        if ban.isdecimal() and len(ban) < 19:
            actions.lift(int(ban))
        return redirect("audience_bans")
    context = {
        "bans": desk.bans(timezone.now()),
        "reasons": dict(Decision.Reason.choices),
        "page_title": _("Bans"),
        "header_icon": "comment",
    }
    return render(request, "audience/admin/bans.html", context)


@require_http_methods(["GET", "HEAD"])
@MODERATING.needed
def trail_page(request: HttpRequest) -> HttpResponse:
    """Show what was done to comments lately, and by whom."""
    context = {
        "trail": desk.recent_trail(),
        "page_title": _("Trail of decisions"),
        "header_icon": "comment",
    }
    return render(request, "audience/admin/trail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@MODERATING.needed
def rules_page(request: HttpRequest) -> HttpResponse:
    """Show what may be said in each section, and change it."""
    if request.method == "POST":
        form = RuleForm(request.POST)
        sections = {section.pk: section for section, _rule in desk.rules()}
        if form.is_valid() and form.cleaned_data["section"] in sections:
            said = form.cleaned_data
            mode = Mode(said["mode"])
            actions.set_rule(said["section"], mode, said["days"], at=timezone.now())
            message = _("The rule for %(section)s is kept. Its pages follow.")
            messages.success(request, message % {"section": sections[said["section"]].title})
        else:
            messages.error(request, _("Choose a rule, and days from 1 to 3650 or none."))
        return redirect("audience_rules")
    context = {
        "rules": desk.rules(),
        "modes": SectionRule.Mode.choices,
        "page_title": _("Rules for comments"),
        "header_icon": "comment",
    }
    return render(request, "audience/admin/rules.html", context)


def _do(request: HttpRequest, comment_id: int) -> None:
    by, at = login_of(request), timezone.now()
    wanted, days = request.POST.get("do", ""), request.POST.get("days", "")
    reason = request.POST.get("reason", "")
    if wanted == "erase":
        actions.erase([comment_id], by=by, at=at)
        messages.success(request, _("The comment and all that led to its writer are erased."))
    elif wanted in Ban.Kind.values and days in LASTING:
        _shut_out(request, comment_id, Ban.Kind(wanted), timedelta(days=int(days)), reason)


def _shut_out(
    request: HttpRequest, comment_id: int, kind: Ban.Kind, lasting: timedelta, reason: str
) -> None:
    known = reason if reason in Decision.Reason.values else ""
    try:
        actions.shut_out(
            comment_id, kind, lasting, by=login_of(request), at=timezone.now(), reason=known
        )
    except actions.NotInReach:
        messages.error(request, _("Where this comment came from is not known any more."))
    else:
        messages.success(request, _("No comments are taken from there until then."))
