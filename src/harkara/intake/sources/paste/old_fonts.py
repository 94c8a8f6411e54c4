"""Old fonts: what is typed in one is read before anything else is made of the lines."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from harkara.intake.drafts import Mended
from harkara.intake.mending import read_runs
from harkara.intake.sources.paste.lines import Line, PageFacts
from harkara.text.legacy import Font, decode_runs


@dataclass(slots=True)
class Reader:
    """Reads one text after the other and keeps a note of each run that it read."""

    notes: list[Mended] = field(default_factory=list)

    def line(self, line: Line) -> Line:
        """Return a line with its text, its cells and the words of its links read."""
        first = line.in_fonts[0].font if line.in_fonts else None
        return replace(
            line,
            text="".join(self._read(text, font) for text, font in _stretches(line)),
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


def _stretches(line: Line) -> Iterator[tuple[str, Font | None]]:
    """Yield the stretches of a line with the font that its page names for each, if any."""
    done = 0
    for named in line.in_fonts:
        yield line.text[done : named.start], None
        yield line.text[named.start : named.end], named.font
        done = named.end
    yield line.text[done:], None
