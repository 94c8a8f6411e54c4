"""The report: what a draft holds, what was taken out and what became of it."""

import json
from dataclasses import asdict

from django.utils.translation import gettext as _

from harkara.intake.actions import Received
from harkara.intake.drafts import Draft
from harkara.intake.suggestions import Suggestions


def as_json(draft: Draft, suggested: Suggestions) -> str:
    """Return a draft and what is proposed for it, for a program.

    `after_paragraph` counts the entries of `body` that stand before a reference.
    """
    section = suggested.section
    value = {
        "headline": draft.headline,
        "body": [block.text for block in draft.text_blocks],
        "also_read": [
            {"text": found.text, "after_paragraph": found.after_paragraph, "article": article}
            for found, article in zip(draft.also_read, suggested.references, strict=True)
        ],
        "removed": [{"text": line.text, "why": _(line.why)} for line in draft.removed],
        "repairs": [asdict(repair) for repair in draft.repairs],
        "section": {"name": section.section.name, "why": list(section.why)} if section else None,
        "topics": [{"name": topic.name, "kind": topic.kind} for topic in suggested.topics],
        "slug": suggested.slug,
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def as_text(draft: Draft, suggested: Suggestions) -> str:
    """Return a draft and what is proposed for it, for a person."""
    lines = [
        draft.headline or _("(no headline)"),
        "",
        *(f"{label}: {value}" for label, value in _facts(draft, suggested) if value),
        *([_("Taken out:")] if draft.removed else []),
        *(f"  – {line.text}  [{_(line.why)}]" for line in draft.removed),
    ]
    return "\n".join(lines)


def outcome(received: Received) -> str:
    """Return, in one line, what became of a received draft."""
    if received.held_back:
        message = _("%(reason)s The draft is kept as story %(number)d.")
        return message % {"reason": received.held_back, "number": received.number}
    if received.published:
        return _("Story %(number)d is on the site.") % {"number": received.number}
    return _("The draft is kept as story %(number)d.") % {"number": received.number}


def _facts(draft: Draft, suggested: Suggestions) -> list[tuple[str, str]]:
    section = suggested.section
    named = f"{section.section.name} ({', '.join(section.why)})" if section else ""
    found = sum(number is not None for number in suggested.references)
    references = _("%(all)d, of which %(found)d in the archive")
    return [
        (_("Section"), named or _("none is clearly ahead")),
        (_("Topics"), ", ".join(topic.name for topic in suggested.topics)),
        (_("Words of the address"), suggested.slug),
        (_("Paragraphs"), str(len(draft.text_blocks))),
        (_("References"), references % {"all": len(draft.also_read), "found": found}),
        (_("Repairs"), str(len(draft.repairs))),
    ]
