"""JSON lines: a site in Harkara's own form, as an archive that moves in and is as it was.

Lines may stand in any order; the program writes them so that what stories stand on comes first.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import DraftImageRef, SourceKind
from harkara.intake.moving.archive import Moved, Person, Read, Survey, Term
from harkara.intake.moving.notebook import Notebook
from harkara.intake.refusals import Refused
from harkara.intake.sources.jsonl.blocks import number, text
from harkara.intake.sources.jsonl.drafting import Settings, draft_of, waiting_of
from harkara.intake.sources.jsonl.lines import Line, Said, line_at, lines

FORM, VERSION = "harkara", 1
_NOT_OURS = _("it is no export of a Harkara site: its first line does not say so")
_NEWER = _("a newer version of the program wrote it (form %(form)d): upgrade this one first")
GROUND = frozenset({"site", "section", "photo", "author", "topic"})
"""What stories stand on."""
LATER = frozenset({"front", "withdrawn", "address"})
"""What refers to stories that must be here first."""
SAID = "comment"
"""What readers said there, of which another room knows what to do."""
ASIDE = GROUND | LATER | {SAID}
_STORY = b'{"type":"story"'
_COMMENT = b'{"type":"comment"'


class JsonlArchive:
    """The export of a Harkara site."""

    kind = SourceKind.JSONL

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path
        self._notebook = Notebook()
        self._survey = Survey(key="")
        self._said = 0
        self.mark = ""

    def survey(self) -> Survey:
        """Return what the export holds. Raises Refused if it is none, or one of a newer form."""
        digest = blake2b(digest_size=16)
        found = lines(self._path)
        first = next(found, None)
        self._read_first(first)
        digest.update(first.raw if first else b"")
        fates: Counter[str] = Counter()
        for line in found:
            digest.update(line.raw)
            self._count(line, fates)
        self.mark = digest.hexdigest()
        self._survey.fates = dict(fates)
        return self._survey

    def media(self) -> Notebook:
        """Return the photos that the survey saw, by their ids there."""
        return self._notebook

    def items(self, after: int = 0) -> Iterator[Line]:
        """Give the lines of stories and pages in order, and lines that are nothing."""
        for line in lines(self._path, after):
            if not line.raw.startswith(_STORY) and text((line.said or {}).get("type")) in ASIDE:
                continue
            yield line

    def reader(self) -> Read:
        """Return what makes a story of a line."""
        return partial(draft_of, settings=self._settings())

    def first_line(self, foreign_id: str) -> int | None:
        """Return the line on which the id of a story first stands."""
        return self._notebook.first_line(foreign_id)

    def ground(self) -> Iterator[Said]:
        """Give what stories stand on, in the order of the file."""
        return self._marked("ground")

    def later(self) -> Iterator[tuple[Said, Moved | None]]:
        """Give what can be done only when all stories are here.

        Lines of stories are among them, with the version that waits beside the one readers see.
        """
        for said in self._marked("later"):
            yield said, waiting_of(said, self._settings())

    def comments(self) -> Iterator[Said]:
        """Give what readers said of stories there, in the order of the file."""
        if self._said:
            found = (line.said for line in lines(self._path) if line.raw.startswith(_COMMENT))
            yield from filter(None, found)

    def close(self) -> None:
        """Throw away what the survey noted."""
        self._notebook.close()

    def _settings(self) -> Settings:
        return Settings(key=self._survey.key, file_name=self.name)

    def _marked(self, stage: str) -> Iterator[Said]:
        return (line_at(self._path, at) for at in self._notebook.marked(stage))

    def _read_first(self, line: Line | None) -> None:
        said = line.said if line else None
        if line is None or said is None or said.get("type") != "site" or said.get("form") != FORM:
            raise Refused(_NOT_OURS)
        version = number(said.get("version")) or 0
        if version > VERSION:
            raise Refused(_NEWER, {"form": version})
        parts = urlsplit(text(said.get("address")))
        host = (parts.hostname or "").removeprefix("www.")
        self._survey.key = f"{host}{parts.path.rstrip('/')}"[:200] or self._path.stem[:200]
        self._survey.title = text(said.get("name"))
        self._notebook.mark("ground", line.at)

    def _count(self, line: Line, fates: Counter[str]) -> None:
        said = line.said or {}
        kind, survey = text(said.get("type")), self._survey
        if kind in GROUND:
            self._notebook.mark("ground", line.at)
            self._know(kind, said)
        elif kind in LATER:
            self._notebook.mark("later", line.at)
        elif kind == SAID:
            self._said += 1
        elif kind == "page" and text(said.get("slug")):
            survey.pages += self._see(f"page:{said['slug']}", line)
            self._notebook.mark("later", line.at)
        elif kind == "story" and number(said.get("number")):
            survey.stories += self._see(str(said["number"]), line)
            fates[text(said.get("state"))] += 1
            comments = said.get("comments")
            survey.comments += len(comments) if isinstance(comments, list) else 0
            survey.in_category[text(said.get("section"))] = (
                survey.in_category.get(text(said.get("section")), 0) + 1
            )
            if said.get("waiting") or said.get("beside") or said.get("publish_at"):
                self._notebook.mark("later", line.at)

    def _see(self, foreign_id: str, line: Line) -> bool:
        """Note where an id stands; return whether it is the first time."""
        self._notebook.see(foreign_id, line.number)
        return self._notebook.first_line(foreign_id) == line.number

    def _know(self, kind: str, said: Said) -> None:
        key, name = text(said.get("slug")), text(said.get("name"))
        if kind == "photo" and number(said.get("id")):
            self._survey.attachments += 1
            self._notebook.tell(
                DraftImageRef(
                    url=text(said.get("file")),
                    alt=text(said.get("alt")),
                    caption=text(said.get("caption")),
                    credit=text(said.get("credit")),
                    foreign_id=str(said["id"]),
                )
            )
        elif kind == "section" and key:
            self._survey.categories[key] = Term(key=key, name=name)
        elif kind == "topic" and key:
            self._survey.tags[key] = Term(key=key, name=name)
        elif kind == "author" and key:
            self._survey.people[key] = Person(key=key, name=name)
