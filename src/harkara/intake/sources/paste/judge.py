"""The judge: line by line, what is the story's and what is the page's.

What a line surely is comes first: a headline, a reference, a date. For all others the evidence is
weighed. When in doubt a line is kept: a line too many is seen and struck out, a
line too few is missed by nobody until a reader asks.
"""

from django.utils.translation import gettext_noop as _

from harkara.intake.datelines import reporter_in
from harkara.intake.line_words import references, shape
from harkara.intake.line_words.area import Area
from harkara.intake.line_words.embargoes import is_embargo
from harkara.intake.line_words.furniture import furniture, is_breadcrumb
from harkara.intake.line_words.phrases import WHY
from harkara.intake.sources.paste.evidence import WHY_OUTSIDE, Evidence
from harkara.intake.sources.paste.headline import says_headline
from harkara.intake.sources.paste.lines import Kind
from harkara.intake.sources.paste.messages import FORWARDED
from harkara.intake.sources.paste.stamps import Stamp, read_stamp
from harkara.intake.sources.paste.survey import Page
from harkara.intake.sources.paste.verdicts import KEEP, Call, Verdict, remove
from harkara.text.fold import fold

WHY_HEADLINE_AGAIN = _("the headline again")
WHY_AGAIN = _("the same paragraph again")
WHY_WORDLESS = _("a line without words")
WHY_SCRIPT = _("program code: never runs here")
WHY_MESSAGE = _("sender and time of a message")
WHY_EMBARGO = _("embargo, kept as data")
MOST_ABOVE = 10
"""In so many lines, from the first, a sender says that a text must wait."""
WHY_FORWARDED = _("mark of a forwarded message")


def judge(page: Page, headline: int | None) -> tuple[Verdict, ...]:
    """Return a verdict for every line of the page, in order."""
    bench = _Bench(page, headline)
    for i in range(len(page.lines)):
        bench.note(i, bench.verdict(i))
    return tuple(bench.verdicts)


class _Bench:
    """The verdicts passed so far, which later ones take into account."""

    def __init__(self, page: Page, headline: int | None) -> None:
        self.page = page
        self.headline = headline
        self.first, self.last = page.extent
        self.verdicts: list[Verdict] = []
        self.evidence = Evidence(page, headline, self.verdicts)
        self.said: set[str] = set()
        self.label = -2
        """The line of the last label that stands over references or other stories."""

    def note(self, i: int, verdict: Verdict) -> None:
        """Write a verdict down, with what later ones ask about."""
        self.verdicts.append(verdict)
        if verdict.call is Call.KEEP and shape.is_prose(self.page.keys[i]):
            self.said.add(fold(self.page.keys[i]))
        if verdict.call is Call.REMOVE and i > self.last:
            self.evidence.furniture_below = True

    def verdict(self, i: int) -> Verdict:
        line, key = self.page.lines[i], self.page.keys[i]
        if line.kind is Kind.SCRIPT:
            return remove(WHY_SCRIPT)
        if line.kind is Kind.MESSAGE:
            return remove(WHY_MESSAGE)
        if FORWARDED.match(key):
            return remove(WHY_FORWARDED)
        if is_embargo(key) and (i < MOST_ABOVE or i > self.last):
            return remove(WHY_EMBARGO)
        if i == self.headline:
            return Verdict(call=Call.HEADLINE)
        if line.kind in (Kind.PICTURE, Kind.VIDEO):
            return (
                KEEP if self.evidence.inside(i) and line.area is Area.NONE else remove(WHY_OUTSIDE)
            )
        if not shape.words(key):
            return remove(WHY_WORDLESS)
        return (
            self.as_headline_again(i, key)
            or self.as_said_before(key)
            or self.as_reference(i, key)
            or self.as_stamp(i, key)
            or self.evidence.weigh(i, key)
        )

    def as_headline_again(self, i: int, key: str) -> Verdict | None:
        if is_breadcrumb(key) and (i < self.first or i > self.last):
            return remove(WHY[Area.BREADCRUMB])
        if self.headline is None:
            return None
        headline = self.page.keys[self.headline]
        return remove(WHY_HEADLINE_AGAIN) if says_headline(key, headline) else None

    def as_said_before(self, key: str) -> Verdict | None:
        """Find the second copy that some themes print, one for the phone and one for the desk."""
        if not shape.is_prose(key) or self.page.counts[fold(key)] < 2:
            return None
        return remove(WHY_AGAIN) if fold(key) in self.said else None

    def as_reference(self, i: int, key: str) -> Verdict | None:
        line = self.page.lines[i]
        if i > self.page.ending or line.area not in (Area.NONE, Area.ALSO_READ, Area.RELATED):
            return None
        if self.headline is None and not self.page.has_story:
            return None
        title = references.title_of(key)
        if title:
            return Verdict(call=Call.REFERENCE, title=title)
        inside = i < self.last or references.is_sure_label(key)
        if references.is_label(key) and inside and i < len(self.page.lines) - 1:
            self.label = i
            return remove(WHY[Area.ALSO_READ])
        if self.under_label(i, key) or self.is_linked_headline(i, key):
            return Verdict(call=Call.REFERENCE, title=key)
        return None

    def under_label(self, i: int, key: str) -> bool:
        """Say whether a line is a headline directly under a label, or in its list."""
        line = self.page.lines[i]
        if not shape.is_headline(key) or furniture(key) or shape.is_prose(key):
            return False
        if i - 1 == self.label:
            return True
        above = self.verdicts[-1].call is Call.REFERENCE if self.verdicts else False
        follows = line.kind in (Kind.ITEM, Kind.NUMBERED) or line.linked > 0.9 or not line.gap
        return (
            above and follows and self.in_label_list(i) and self.page.lines[i - 1].kind is line.kind
        )

    def in_label_list(self, i: int) -> bool:
        if self.label < 0 or i - self.label > 8:
            return False
        return all(v.call is Call.REFERENCE for v in self.verdicts[self.label + 1 : i])

    def is_linked_headline(self, i: int, key: str) -> bool:
        """Say whether a line inside the story is nothing but a link to another one."""
        line = self.page.lines[i]
        if line.area is Area.ALSO_READ:
            return shape.is_headline(key) and not references.is_label(key)
        return (
            bool(line.main)
            and self.first < i < self.last
            and line.linked > 0.9
            and len(shape.words(key)) >= 4
            and shape.is_headline(key)
            and furniture(key) is None
        )

    def as_stamp(self, i: int, key: str) -> Verdict | None:
        line = self.page.lines[i]
        if self.first <= i <= self.last and line.area is not Area.STAMP and self.page.has_story:
            return None
        stamp = read_stamp(key, self.page.zone)
        if stamp is None and line.area is Area.STAMP and i < self.first:
            named = 2 <= len(shape.words(key)) <= 4 and not any(map(str.isdigit, key))
            if named and furniture(key) is None:
                stamp = Stamp(names=(key,))
        if stamp is None and self.below_headline(i) and (who := reporter_in(key)):
            stamp = Stamp(names=(who,))
        if stamp is None:
            return None
        return Verdict(call=Call.STAMP, why=WHY[Area.STAMP], stamp=stamp)

    def below_headline(self, i: int) -> bool:
        """Say whether a line stands between the headline and the story."""
        return self.headline is not None and self.headline < i < self.first
