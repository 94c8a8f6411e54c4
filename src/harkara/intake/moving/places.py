"""Places: the sections, topics and authors of this site that those of an archive become."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from harkara.intake.moving.archive import Moved
from harkara.search.sections import SectionChoice, TextFields, rank
from harkara.search.sections.model import Model


@dataclass(slots=True)
class Places:
    """Where what an archive names stands here, by its keys there.

    It goes to the processes that read the archive, and asks no database.
    """

    sections: dict[str, int] = field(default_factory=dict)
    topics: dict[str, int] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)
    are_tags: bool = False
    """Whether sections and topics are made of the same tags."""
    choices: Sequence[SectionChoice] = ()
    model: Model | None = None
    """What this site has learned of its sections, if it has learned anything yet."""

    def section_of(self, moved: Moved) -> tuple[int | None, bool]:
        """Return the section of a story, and whether it was only suggested from its text."""
        for key in moved.sections:
            if key in self.sections:
                return self.sections[key], False
        draft = moved.draft
        fields = TextFields(headline=draft.headline, standfirst=draft.standfirst, body=draft.text)
        ranking = rank(fields, self.choices, self.model)
        # Where nothing speaks for any section, none is better than the first that comes along.
        if not ranking.sections or not ranking.why:
            return None, True
        return ranking.sections[0].id, True

    def topics_of(self, moved: Moved) -> tuple[int, ...]:
        """Return the topics of a story; the tag that its section was made of is none."""
        made = next((key for key in moved.sections if key in self.sections), None)
        keys = (key for key in moved.topics if not (self.are_tags and key == made))
        return tuple(dict.fromkeys(self.topics[key] for key in keys if key in self.topics))

    def name_of(self, section: int) -> str:
        """Return the name of a section."""
        return next((one.name for one in self.choices if one.id == section), "")

    def authors_of(self, moved: Moved) -> tuple[int, ...]:
        """Return the authors of a story, in their order."""
        found = (self.authors[key] for key in map(str.casefold, moved.authors))
        return tuple(dict.fromkeys(found))
