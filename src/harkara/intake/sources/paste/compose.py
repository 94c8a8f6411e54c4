"""Composing: a judged page → a draft, with what the page said of itself in the draft's fields."""

from dataclasses import replace

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Draft, DraftSource, Notice, Origin, SourceKind
from harkara.intake.line_words import shape
from harkara.intake.line_words.area import Area
from harkara.intake.line_words.embargoes import embargo_end
from harkara.intake.moments import UNTIL_LIFTED
from harkara.intake.sources.paste.build import Builder
from harkara.intake.sources.paste.headline import clean_title
from harkara.intake.sources.paste.judge import WHY_EMBARGO
from harkara.intake.sources.paste.lines import Kind
from harkara.intake.sources.paste.stamps import Stamp, is_desk, read_time
from harkara.intake.sources.paste.survey import Page
from harkara.intake.sources.paste.verdicts import Call, Verdict

LEAST_STANDFIRST_WORDS = 5
MOST_STANDFIRST = 400
_BEFORE_PUBLISH = _("no headline was found: write one before publishing")
_EMBARGO = _("The text is under embargo until %(until)s.")
_ENDLESS = _("The text is under embargo; until when cannot be read.")
_NO_STORY = _("no running text was found: is this a story's page?")


def compose(page: Page, verdicts: tuple[Verdict, ...], headline: int | None) -> Draft:
    """Return the draft that the verdicts on a page's lines make."""
    standfirst = _find_standfirst(page, verdicts, headline)
    if standfirst is not None:
        verdicts = (*verdicts[:standfirst], _TAKEN, *verdicts[standfirst + 1 :])
    builder = Builder()
    builder.build(page, verdicts)
    named = page.lines[headline].text if headline is not None else clean_title(page.facts.headline)
    draft = Draft(
        origin=Origin(kind=SourceKind.PASTE, raw=b""),
        headline=named,
        standfirst=page.lines[standfirst].text if standfirst is not None else "",
        body=tuple(builder.body),
        removed=tuple(builder.removed),
        source=DraftSource(name=page.facts.site_name, url=page.facts.url),
    )
    messages = [_BEFORE_PUBLISH] * (not draft.headline) + [_NO_STORY] * (not draft.text_blocks)
    draft = replace(draft, notices=tuple(Notice(message=message) for message in messages))
    draft = _with_embargo(draft, page, verdicts)
    return _with_stamps(draft, page, [v.stamp for v in verdicts if v.stamp is not None])


_TAKEN = Verdict(call=Call.HEADLINE)


def _find_standfirst(page: Page, verdicts: tuple[Verdict, ...], headline: int | None) -> int | None:
    """Return the line between the headline and the story that sums the story up, if one does."""
    if headline is None or not page.has_story:
        return None
    for i in range(headline + 1, min(page.extent[0] + 1, len(verdicts))):
        line, key = page.lines[i], page.keys[i]
        if verdicts[i].call is Call.REFERENCE:
            return None
        if verdicts[i].call is not Call.KEEP or line.kind in (Kind.PICTURE, Kind.CAPTION):
            continue
        if len(key) > MOST_STANDFIRST or len(shape.words(key)) < LEAST_STANDFIRST_WORDS:
            return None
        marked = line.area is Area.STANDFIRST or line.kind is Kind.HEADING
        alone = i < page.extent[0] and not shape.is_prose(key) and line.kind is Kind.TEXT
        return i if marked or alone else None
    return None


def _with_embargo(draft: Draft, page: Page, verdicts: tuple[Verdict, ...]) -> Draft:
    """Return the draft with the embargo that its sender put on it, and a word on that."""
    lines = [page.keys[i] for i, verdict in enumerate(verdicts) if verdict.why == WHY_EMBARGO]
    if not lines:
        return draft
    ends = [end for line in lines if (end := embargo_end(line, page.zone, page.at)) is not None]
    until = max(ends, default=UNTIL_LIFTED)
    said = f"{until.astimezone(page.zone):%d/%m/%Y %H:%M}"
    notice = Notice(message=_EMBARGO, values={"until": said}) if ends else Notice(message=_ENDLESS)
    return replace(draft, embargo_until=until, notices=(*draft.notices, notice))


def _with_stamps(draft: Draft, page: Page, stamps: list[Stamp]) -> Draft:
    """Return the draft with the names, times and agency that the page printed."""
    dated = [stamp for stamp in stamps if stamp.at is not None]
    dated.sort(key=lambda stamp: stamp.updated)
    names = [name for stamp in stamps for name in stamp.names] or [
        name for name in page.facts.authors if not is_desk(name)
    ]
    agency = next((stamp.agency for stamp in stamps if stamp.agency), "")
    return replace(
        draft,
        byline=tuple(dict.fromkeys(names)),
        published_at=read_time(page.facts.published, page.zone)
        or next((stamp.at for stamp in dated), None),
        source=replace(draft.source, credit=agency),
    )
