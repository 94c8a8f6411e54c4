"""Old fonts: what is typed in one is read before anything else is made of the lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from harkara.intake.drafts import Mended
from harkara.intake.emphasis import Stretch
from harkara.intake.mending import read_across, read_runs
from harkara.intake.sources.paste.lines import Line, PageFacts
from harkara.text.legacy import Font, decode_runs


@dataclass(slots=True)
class Reader:
    """Reads one text after the other and keeps a note of each run that it read."""

    notes: list[Mended] = field(default_factory=list)

    def line(self, line: Line) -> Line:
        """Return a line with its text, its cells and the words of its links read."""
        first = line.in_fonts[0].font if line.in_fonts else None
        text, stressed = "", list[Stretch]()
        for start, end, font in _stretches(line):
            typed = line.text[start:end]
            inside = _within(line.stressed, start, end)
            read, runs = read_runs(typed, font)
            self.notes += runs
            stressed += (
                one.moved(len(text))
                for one in (_read_with(typed, inside, read, font) if runs else inside)
            )
            text += read
        return replace(
            line,
            text=text,
            stressed=tuple(stressed),
            cells=tuple(decode_runs(cell).text for cell in line.cells),
            links=tuple(
                replace(link, text=decode_runs(link.text, hint=first).text) for link in line.links
            ),
            in_fonts=(),
        )

    def facts(self, facts: PageFacts) -> PageFacts:
        """Return what a page says of itself with its headline and title read."""
        return replace(
            facts, headline=self._read(facts.headline, None), title=self._read(facts.title, None)
        )

    def _read(self, text: str, font: Font | None) -> str:
        text, runs = read_runs(text, font)
        self.notes += runs
        return text


def _stretches(line: Line) -> Iterator[tuple[int, int, Font | None]]:
    """Yield the stretches of a line with the font that its page names for each, if any."""
    done = 0
    for named in line.in_fonts:
        yield done, named.start, None
        yield named.start, named.end, named.font
        done = named.end
    yield done, len(line.text), None


def _within(stressed: Iterable[Stretch], start: int, end: int) -> list[Stretch]:
    """Return what of the stressed words lies in a part of a line, counted from its start."""
    cut = (Stretch(max(one.start, start), min(one.end, end), one.tag) for one in stressed)
    return [one.moved(-start) for one in cut if one.start < one.end]


def _read_with(
    typed: str, stressed: Sequence[Stretch], read: str, font: Font | None
) -> Iterator[Stretch]:
    """Yield where stressed words stand in what was read, whole words of them.

    Nothing, if the text reads otherwise in parts: a key can stand for half of a letter.
    """
    words = [_whole_words(typed, one) for one in stressed]
    edges = sorted({0, len(typed), *(edge for one in words for edge in (one.start, one.end))})
    parts, _runs = read_across([typed[a:b] for a, b in pairwise(edges)], font)
    if "".join(parts) != read:
        return
    places = dict(zip(edges, accumulate(map(len, parts), initial=0), strict=True))
    for one in words:
        yield Stretch(places[one.start], places[one.end], one.tag)


def _whole_words(text: str, one: Stretch) -> Stretch:
    start, end = one.start, one.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Stretch(start, end, one.tag)
