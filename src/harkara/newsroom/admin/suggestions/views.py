"""The screens: suggestions for a story while it is written, on their own page, and a merge."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from harkara.newsroom.actions import suggesting
from harkara.newsroom.actions.repeats import AboutRepeat, credit_source, merge, name_canonical
from harkara.newsroom.admin.suggestions.forms import DecisionForm, WordsForm
from harkara.newsroom.admin.suggestions.rights import check_open, person_at, rights_of, story_for
from harkara.newsroom.admin.suggestions.showing import Shown, shown, shown_repeat
from harkara.newsroom.admin.transactions import only_reads
from harkara.newsroom.models import ArticlePage, Suggested
from harkara.newsroom.queries.repeats import Repeat, repeats_of
from harkara.newsroom.queries.suggesting import Written, suggestions_for, written_in
from harkara.search import index

SETTLING: dict[str, Callable[[AboutRepeat], None]] = {
    DecisionForm.CREDIT: credit_source,
    DecisionForm.CANONICAL: name_canonical,
}


@require_http_methods(["GET", "HEAD", "POST"])
def suggestions_page(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show what is suggested for a story's newest draft; do what was decided about it."""
    article = story_for(person_at(request), article_id)
    if request.method == "POST":
        return _decide(request, article)
    newest = article.get_latest_revision_as_object()
    context = {
        "shown": _shown(request, article, written_in(newest)),
        "article": article,
        "headline": newest.title,
        "page_title": _("Suggestions"),
        "header_icon": "pick",
        "in_form": False,
    }
    return render(request, "newsroom/admin/suggestions/page.html", context)


@only_reads
@require_POST
def suggestions_now(request: HttpRequest, article_id: int) -> HttpResponse:
    """Give what is suggested for the words in front of the editor, as a part of her page."""
    article = story_for(person_at(request), article_id)
    form = WordsForm(request.POST)
    if not form.is_valid():
        message = _("The story is too long for suggestions, or its words cannot be read.")
        return HttpResponse(message, status=422, content_type="text/plain; charset=utf-8")
    context = {
        "shown": _shown(request, article, form.written()),
        "article": article,
        "in_form": True,
    }
    return render(request, "newsroom/admin/suggestions/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def merge_page(request: HttpRequest, article_id: int, other_id: int) -> HttpResponse:
    """Show what merging a story into another will do; do it when that is confirmed."""
    person = person_at(request)
    article, other = story_for(person, article_id), story_for(person, other_id)
    found = [one for one in repeats_of(article.number) if one.article_id == other.pk]
    if not found or not rights_of(person, article, found).may_merge_into(found[0]):
        raise PermissionDenied
    if request.method == "POST":
        check_open(person, article)
        check_open(person, other)
        return _merge(request, article, found[0])
    context = {
        "article": article,
        "repeat": shown_repeat(found[0]),
        "page_title": _("Merge into another story"),
        "page_subtitle": article.title,
        "header_icon": "collapse-down",
    }
    return render(request, "newsroom/admin/suggestions/merge.html", context)


def _shown(request: HttpRequest, article: ArticlePage, written: Written) -> Shown:
    found = suggestions_for(article, written, index.current(), at=timezone.now())
    rights = rights_of(person_at(request), article, found.repeats)
    return shown(found, written.blocks, rights)


def _decide(request: HttpRequest, article: ArticlePage) -> HttpResponse:
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest(_("Nothing was decided."), content_type="text/plain")
    said = form.cleaned_data
    person = person_at(request)
    makes_topic = said["decision"] == form.ACCEPT and said["kind"] == Suggested.NEW_TOPIC
    if makes_topic and not person.has_perm("newsroom.add_topic"):
        raise PermissionDenied
    if "application/json" in request.headers.get("Accept", ""):
        return _note(request, article, said)
    if said["decision"] in SETTLING:
        return _settle(request, article, said)
    decision = _decision(request, article, said, _saved(article))
    if said["decision"] == form.REJECT:
        suggesting.reject(decision)
        messages.success(request, _("It will not be suggested for this story again."))
    else:
        check_open(person, article)
        _check_move(request, article, said)
        suggesting.accept(decision)
        messages.success(request, _("It is in the story’s newest draft now."))
    return redirect("newsroom_suggestions", article.pk)


def _note(request: HttpRequest, article: ArticlePage, said: dict[str, Any]) -> HttpResponse:
    """Note what the editor's form took or left; it is saved with the form and not here."""
    words = WordsForm(request.POST)
    written = words.written() if words.is_valid() else _saved(article)
    decision = _decision(request, article, said, written)
    if said["decision"] == DecisionForm.REJECT:
        suggesting.reject(decision)
        return JsonResponse({"success": True})
    made = suggesting.note_accepted(decision)
    topic = {"id": made.pk, "name": made.name} if made else None
    return JsonResponse({"success": True, "topic": topic})


def _settle(request: HttpRequest, article: ArticlePage, said: dict[str, Any]) -> HttpResponse:
    person = person_at(request)
    check_open(person, article)
    other = ArticlePage.objects.filter(number=suggesting.number_of(said["ref"])).first()
    if other is None:
        raise suggesting.GoneMeanwhile
    settle = SETTLING[said["decision"]]
    settle(AboutRepeat(article_id=article.pk, other_id=other.pk, by=person))
    messages.success(request, _("It is in the story’s newest draft now."))
    return redirect("newsroom_suggestions", article.pk)


def _merge(request: HttpRequest, article: ArticlePage, other: Repeat) -> HttpResponse:
    person = person_at(request)
    merged = merge(AboutRepeat(article_id=article.pk, other_id=other.article_id, by=person))
    said = ngettext(
        "%(count)d paragraph came into a draft of “%(headline)s”. Look at it and publish it.",
        "%(count)d paragraphs came into a draft of “%(headline)s”. Look at it and publish it.",
        merged.added,
    )
    messages.success(request, said % {"count": merged.added, "headline": other.headline})
    if merged.withdrawn:
        messages.info(request, _("The copy was withdrawn; its address leads there."))
    return redirect("wagtailadmin_pages:edit", other.article_id)


def _saved(article: ArticlePage) -> Written:
    return written_in(article.get_latest_revision_as_object())


def _decision(
    request: HttpRequest, article: ArticlePage, said: dict[str, Any], written: Written
) -> suggesting.Decision:
    return suggesting.Decision(
        article_id=article.pk,
        kind=Suggested(said["kind"]),
        ref=said["ref"],
        fields=written.fields,
        by=person_at(request),
        topic_kind=said["topic_kind"],
        after=said["after"],
    )


def _check_move(request: HttpRequest, article: ArticlePage, said: dict[str, Any]) -> None:
    """Raise PermissionDenied if the person may not put the story into the section she accepts."""
    if said["kind"] != Suggested.SECTION or article.live:
        return
    section_id = suggesting.number_of(said["ref"])
    if not rights_of(person_at(request), article).may_move_to(section_id):
        raise PermissionDenied
