"""The screens: paste a page, look at the draft, see later what came in for a story."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from harkara.intake.actions import Choice, keep_pasted, put_lines_back, receive
from harkara.intake.actions.undoing import type_again
from harkara.intake.admin.came_in import provenance_context
from harkara.intake.admin.forms import DraftForm, PasteForm
from harkara.intake.admin.showing import shown_draft
from harkara.intake.models import Pasted, Provenance
from harkara.intake.putting_back import as_typed, put_back
from harkara.intake.refusals import Refused
from harkara.intake.sources.paste import paste
from harkara.intake.sources.paste.reading import MOST_BYTES
from harkara.intake.suggestions import suggest
from harkara.newsroom.models import ArticlePage, DeskPage, SectionPage
from harkara.search.sections import SectionChoice

FORM_ROOM = 256 * 1024  # what a form needs besides the page that is pasted
View = Callable[..., HttpResponseBase]


def may_add_stories(request: HttpRequest) -> bool:
    """Say whether the person at the screen may file stories."""
    tray = DeskPage.objects.first()
    return tray is not None and tray.permissions_for_user(request.user).can_add_subpage()


def for_those_who_file(view: View) -> View:
    """Refuse everybody who may not add stories."""

    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not may_add_stories(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


def weighed_before_read(view: View) -> View:
    """Answer a request that is too large in words, before any of it is read.

    The forgery check has to read the form, so it comes after the weighing and not before.
    """
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def weighed(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > MOST_BYTES + FORM_ROOM:
            message = _("more than %(size)d MB: a story is smaller; paste only its own page")
            refusal = message % {"size": MOST_BYTES // (1024 * 1024)}
            return _paste_screen(request, PasteForm(), refusal, status=413)
        return protected(request, *args, **kwargs)

    return weighed


@weighed_before_read
@for_those_who_file
def paste_page(request: HttpRequest) -> HttpResponse:
    """Take a pasted page, or say in one line why it cannot be taken."""
    form = PasteForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _paste_screen(request, PasteForm())
    if not form.is_valid():
        return _paste_screen(request, form, status=422)
    upload = form.cleaned_data["file"]
    try:
        raw = form.raw()
        paste(raw, zone=timezone.get_current_timezone())
    except Refused as refusal:
        return _paste_screen(request, form, str(refusal), status=422)
    name = upload.name if upload else ""
    kept = keep_pasted(raw, file_name=name, by=person(request), at=timezone.now())
    return redirect("intake_draft", kept.pk)


@for_those_who_file
def draft_page(request: HttpRequest, pasted_id: int) -> HttpResponse:
    """Show what would become of a pasted page; make the draft when told to."""
    kept = get_object_or_404(Pasted, pk=pasted_id, by=person(request))
    draft = paste(
        bytes(kept.raw),
        zone=timezone.get_current_timezone(),
        name=kept.file_name,
        at=kept.pasted_at,
    )
    suggested = suggest(draft, with_repeats=True)
    form = DraftForm(
        request.POST if request.method == "POST" else None,
        draft=draft,
        suggested=suggested,
        sections=_sections_for(request),
        may_add_topics=person(request).has_perm("newsroom.add_topic"),
    )
    if request.method == "POST" and form.is_valid():
        chosen = form.chosen_topics()
        received = receive(
            put_back(
                as_typed(draft, set(form.cleaned_data["as_typed"])),
                set(form.cleaned_data["put_back"]),
            ),
            by=person(request),
            at=timezone.now(),
            publish=False,
            choice=Choice(
                section_id=form.cleaned_data["section"],
                topic_ids=tuple(t.known_id for t in chosen if t.known_id is not None),
                new_topics=tuple(t for t in chosen if t.known_id is None),
            ),
        )
        kept.delete()
        return redirect("wagtailadmin_pages:edit", received.article_id)
    context = {
        "form": form,
        "shown": shown_draft(draft, suggested, form.offered),
        "page_title": _("Paste copy"),
        "header_icon": "clipboard-list",
    }
    return render(request, "intake/admin/draft.html", context)


def provenance_page(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show what came in for a story; put lines back into it, or undo repairs, when told to."""
    article = get_object_or_404(ArticlePage, pk=article_id)
    if not article.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    provenance = get_object_or_404(Provenance, article=article)
    if request.method == "POST":
        chosen = {int(i) for i in request.POST.getlist("put_back") if i.isdecimal()}
        put_lines_back(provenance, chosen, by=person(request))
        typed = {int(i) for i in request.POST.getlist("as_typed") if i.isdecimal()}
        if len(typed) > type_again(provenance, typed, by=person(request)):
            messages.warning(
                request, _("What somebody has edited since it was read was left as it is.")
            )
        return redirect("wagtailadmin_pages:edit", article.pk)
    return render(request, "intake/admin/provenance.html", provenance_context(provenance))


def person(request: HttpRequest) -> User:
    """Return who sits at the screen; Wagtail lets nobody in without a name."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _sections_for(request: HttpRequest) -> tuple[SectionChoice, ...]:
    """Return the sections the person may add stories to, in the desk's order."""
    return tuple(
        SectionChoice(id=section.pk, name=section.title, slug=section.slug)
        for section in SectionPage.objects.live().order_by("path")
        if section.permissions_for_user(request.user).can_add_subpage()
    )


def _paste_screen(
    request: HttpRequest, form: PasteForm, refusal: str = "", *, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "refusal": refusal,
        "most_bytes": MOST_BYTES,
        "page_title": _("Paste copy"),
        "header_icon": "clipboard-list",
    }
    return render(request, "intake/admin/paste.html", context, status=status)
