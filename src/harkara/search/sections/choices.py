"""What a section is proposed from, and what is proposed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFields:
    """The words of a story, by where they stand."""

    headline: str
    standfirst: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChoice:
    """A section of the site that a story could go into."""

    id: int
    name: str
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionProposal:
    """A section, how probable it is (0 to 1), and the words of the story that speak for it."""

    section: SectionChoice
    probability: float
    why: tuple[str, ...]
