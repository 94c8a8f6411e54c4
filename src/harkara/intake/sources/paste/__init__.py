"""Paste: a page copied out of a browser, a message or a Word document becomes a draft."""

from dataclasses import replace
from datetime import datetime, tzinfo

from django.utils.translation import gettext_noop as _

from harkara.intake.advisories import take_advisories
from harkara.intake.datelines import take_dateline
from harkara.intake.drafts import Draft, Notice, Origin, SourceKind
from harkara.intake.mending import mend
from harkara.intake.refusals import Refused
from harkara.intake.signatures import take_signatures
from harkara.intake.sources.paste import markup, plain
from harkara.intake.sources.paste.captions import with_captions
from harkara.intake.sources.paste.compose import compose
from harkara.intake.sources.paste.headline import find_headline
from harkara.intake.sources.paste.judge import judge
from harkara.intake.sources.paste.labels import without_labels
from harkara.intake.sources.paste.lines import Kind, Line, PageFacts
from harkara.intake.sources.paste.meant import meant
from harkara.intake.sources.paste.old_fonts import Reader
from harkara.intake.sources.paste.reading import read, read_file, read_stream
from harkara.intake.sources.paste.survey import Page
from harkara.intake.sources.paste.unwrap import unwrap
from harkara.intake.word import is_word, pictures_in

MOST_LINES = 20_000
_PICTURES = _("Pictures in the document that are not taken in: %(count)d. Add them to the story.")

__all__ = ["paste", "read_file", "read_stream"]


def paste(raw: bytes, *, zone: tzinfo, name: str = "", at: datetime | None = None) -> Draft:
    """Return the draft of a pasted page. `zone` is where times without a zone are meant.

    Days without a year, of an embargo, are those nearest to `at`, when the page was handed in.
    Raises Refused, with one line that says what to do, if there is no story to be read in it.
    """
    handed = read(raw)
    lines, facts = _take_apart(handed.text)
    if not any(line.text and line.kind is not Kind.SCRIPT for line in lines):
        raise Refused(_("it is empty: the page shows no text"))
    if len(lines) > MOST_LINES:
        raise Refused(
            _("more than %(lines)d lines: paste one story, not a whole archive"),
            {"lines": MOST_LINES},
        )
    reader = Reader()
    lines = tuple(map(reader.line, lines))
    lines = with_captions(meant(unwrap(without_labels(lines))))
    page = Page(lines=lines, facts=reader.facts(facts), zone=zone, at=at)
    headline = find_headline(page)
    draft = compose(page, judge(page, headline), headline)
    is_document = is_word(raw)
    kind = SourceKind.DOCUMENT if is_document else SourceKind.PASTE
    notices = (*handed.notices, *draft.notices, *(_left_out(raw) if is_document else ()))
    origin = Origin(kind=kind, raw=raw, name=name)
    draft = replace(
        draft,
        origin=origin,
        notices=notices,
        repairs=tuple(reader.notes),
        damaged=handed.damaged,
    )
    return mend(take_signatures(take_dateline(take_advisories(draft))))


def _left_out(raw: bytes) -> tuple[Notice, ...]:
    """Say which pictures of a document somebody has to add."""
    count = pictures_in(raw)
    return (Notice(message=_PICTURES, values={"count": count}),) if count else ()


def _take_apart(text: str) -> tuple[tuple[Line, ...], PageFacts]:
    if markup.is_html(text):
        return markup.from_html(text)
    return plain.from_text(text), PageFacts()
