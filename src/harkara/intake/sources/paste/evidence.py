"""Evidence: what speaks for a line being the story's, and what against it.

Each reason has a weight. A line goes only if what speaks against it outweighs the rest by ENOUGH.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from harkara.intake.line_words import shape
from harkara.intake.line_words.area import Area
from harkara.intake.line_words.furniture import furniture
from harkara.intake.line_words.phrases import WHY
from harkara.intake.sources.paste.survey import Page
from harkara.intake.sources.paste.verdicts import KEEP, Verdict, remove
from harkara.text.fold import fold

WHY_ENGLISH = _("English line on a Hindi page: advertisement or vendor's line")
WHY_ENGLISH_QUESTION = _("English question on a Hindi page: poll")
WHY_ABOVE = _("above the headline")
WHY_BELOW = _("below the end of the story")
WHY_OUTSIDE = _("outside the story's part of the page")
WHY_REPEATED = _("the same short line again and again")
ENOUGH = 2.0
TELLING = 2.0


@dataclass(slots=True)
class Evidence:
    """What is weighed for a line; `above` are the verdicts on the lines before it."""

    page: Page
    headline: int | None
    above: Sequence[Verdict]
    furniture_below: bool = False
    """Whether a line below the end of the story has been taken out already."""

    def weigh(self, i: int, key: str) -> Verdict:
        """Return the verdict on a line by all the evidence there is."""
        against = [found for found in self.against(i, key) if found[1] > 0]
        if sum(weight for _why, weight in against) - self.speaks_for(i, key) < ENOUGH:
            return KEEP
        # What a line says is a better reason than where it stands, if it is a reason at all.
        telling = [found for found in against if found[1] >= TELLING] or against
        return remove(telling[0][0])

    def inside(self, i: int) -> bool:
        """Say whether a line stands between the headline and the story's last paragraph."""
        first, last = self.page.extent
        start = first if self.headline is None else min(self.headline, first)
        return start <= i <= last and i < self.page.ending

    def speaks_for(self, i: int, key: str) -> float:
        """Return how much speaks for a line being the story's."""
        line = self.page.lines[i]
        points = 0.0
        if shape.is_prose(key) and line.linked <= 0.5:
            points += 3.0
        elif shape.is_sentence(key):
            points += 1.5
        if line.main:
            points += 1.0
        if self.inside(i) and not (self.page.is_hindi and shape.is_foreign(key)):
            points += 1.0
        if key[:1] in "‘“\"'«" and key[-1:] in "’”\"'»":
            points += 2.0
        return points

    def against(self, i: int, key: str) -> list[tuple[str, float]]:
        """Return each reason against a line and its weight, the most telling first."""
        return [
            self.by_words(key),
            self.by_area(i),
            self.by_script(i, key),
            self.by_list(i, key),
            self.by_place(i, key),
            self.by_repetition(key),
        ]

    def by_words(self, key: str) -> tuple[str, float]:
        """Weigh what the words of a line make it."""
        found = furniture(key)
        return (WHY[found.area], found.weight) if found else ("", 0.0)

    def by_area(self, i: int) -> tuple[str, float]:
        """Weigh what its containers on the page say they are."""
        area = self.page.lines[i].area
        if area in (Area.NONE, Area.STANDFIRST):
            return ("", 0.0)
        return (WHY[area], 3.0 if area is Area.STAMP else 6.5)

    def by_script(self, i: int, key: str) -> tuple[str, float]:
        """English on a Hindi page, unless it may be a quotation inside the story."""
        if not self.page.is_hindi or not shape.is_foreign(key):
            return ("", 0.0)
        if shape.is_question(key):
            return (WHY_ENGLISH_QUESTION, 3.5)
        return (WHY_ENGLISH, 0.5 if self.inside(i) and shape.is_spoken(key) else 3.5)

    def by_place(self, i: int, key: str) -> tuple[str, float]:
        """Weigh where it stands: above, below or outside the story."""
        line = self.page.lines[i]
        if i >= self.page.ending:
            return (WHY_BELOW, 6.0)
        if not self.page.has_story:
            return ("", 0.0)
        if i < self.page.extent[0] and self.headline is not None and i < self.headline:
            return (WHY_ABOVE, 6.0 if line.main is False else 5.0)
        if i < self.page.extent[0]:
            in_part = 2.0 if self.headline is None and not shape.is_headline(key) else 0.0
            return (WHY_ABOVE, in_part)
        if i > self.page.extent[1]:
            outside = line.main is False
            below = 4.0 if self.furniture_below else 0.0
            return (WHY_OUTSIDE, 5.0) if outside else (WHY_BELOW, below)
        return (WHY_OUTSIDE, 1.0 if line.main is False else 0.0)

    def by_repetition(self, key: str) -> tuple[str, float]:
        """Weigh whether it is a short line that comes again and again."""
        often = self.page.counts[fold(key)]
        if often < 2 or len(shape.words(key)) > 4 or shape.ends_sentence(key):
            return ("", 0.0)
        return (WHY_REPEATED, 3.5 if often > 2 else 2.0)

    def by_list(self, i: int, key: str) -> tuple[str, float]:
        """Headlines under the title of a widget: two at least, or one that touches it."""
        if not self.above or not shape.is_headline(key) or shape.is_prose(key):
            return ("", 0.0)
        titled = self.above[-1].why in (WHY[Area.RELATED], WHY[Area.WIDGET])
        if not titled:
            return ("", 0.0)
        below = self.page.keys[i + 1] if i + 1 < len(self.page.keys) else ""
        several = shape.is_headline(below) and not shape.is_prose(below)
        listed = (
            self.above[-1].why == WHY[Area.RELATED] and furniture(self.page.keys[i - 1]) is None
        )
        alone = not (several or listed) and self.page.lines[i].gap
        return (WHY[Area.RELATED], 0.5 if alone else 3.5)
