"""In the editor: what somebody pastes into a story's body arrives as the body's own blocks."""

import json
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from harkara.intake.admin.forms import PasteForm
from harkara.intake.admin.showing import ShownLine, shown_runs
from harkara.intake.admin.views import for_those_who_file
from harkara.intake.drafts import Draft, DraftBlock, DraftHeading, DraftParagraph
from harkara.intake.putting_back import as_typed
from harkara.intake.refusals import Refused
from harkara.intake.sources.paste import paste
from harkara.intake.stream import body_of, labels
from harkara.newsroom.admin.transactions import only_reads
from harkara.newsroom.models import ArticlePage


@for_those_who_file
@only_reads
@require_POST
def read_paste(request: HttpRequest) -> JsonResponse:
    """Return what was pasted as blocks that the editor puts in, and a note on what was done to it.

    `as_typed` are the places of old-font texts that stay as they were typed. Nothing is kept.
    """
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _refused(_("It could not be read."))
    try:
        read = paste(form.raw(), zone=timezone.get_current_timezone(), at=timezone.now())
    except Refused as refusal:
        return _refused(str(refusal))
    typed = {int(at) for at in request.POST.getlist("as_typed") if at.isdecimal()}
    draft = as_typed(read, typed)
    return JsonResponse(
        {
            "headline": draft.headline,
            "dateline": draft.dateline,
            "blocks": _forms_of(_body(draft, with_headline=bool(request.POST.get("title")))),
            "note": render_to_string("intake/admin/pasted.html", _note(read, typed)),
        }
    )


def _body(draft: Draft, *, with_headline: bool) -> tuple[DraftBlock, ...]:
    """Return all that was pasted, in order; a story that has its headline gets no second one."""
    headline = (DraftHeading(text=draft.headline),) if with_headline and draft.headline else ()
    standfirst = (DraftParagraph(text=draft.standfirst),) if draft.standfirst else ()
    return (*headline, *standfirst, *draft.body)


def _forms_of(blocks: tuple[DraftBlock, ...]) -> list[dict[str, Any]]:
    stream = ArticlePage._meta.get_field("body").stream_block
    raw = body_of(blocks, headline="", labels=labels())
    state: list[dict[str, Any]] = stream.get_form_state(stream.to_python([dict(b) for b in raw]))
    return [
        # What an editor holds has keys of its own each time; `said` tells whether it says the same.
        {"type": one["type"], "value": one["value"], "said": json.dumps(said["value"])}
        for one, said in zip(state, raw, strict=True)
    ]


def _note(draft: Draft, typed: set[int]) -> dict[str, object]:
    return {
        "runs": shown_runs(draft.repairs, undone=typed),
        "removed": [
            ShownLine(at=at, text=line.text, why=_(line.why))
            for at, line in enumerate(draft.removed)
        ],
        "notices": list(map(str, draft.notices)) if draft.damaged or draft.embargo_until else [],
        "pictures": len(draft.pictures),
    }


def _refused(why: str) -> JsonResponse:
    return JsonResponse({"refused": why}, status=422)
