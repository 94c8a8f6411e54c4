"""Items: one version of what an agency sent, whatever the form it came in."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import blake2b

from django.utils.translation import gettext_noop as _

from harkara.intake.advisories import take_advisories, with_warning
from harkara.intake.content import Content, lost
from harkara.intake.datelines import take_dateline
from harkara.intake.drafts import Draft, Notice, Origin, SourceKind
from harkara.intake.mending import Pen
from harkara.intake.moments import UNTIL_LIFTED, iso_moment
from harkara.intake.signatures import take_signatures

MOST_ID = 255
LOST = "\N{REPLACEMENT CHARACTER}"


TOO_LARGE = _("more than %(size)d MB: an item of a wire is smaller")
OTHER_FORM = _("this is neither ninjs nor NewsML-G2")
BROKEN = _("the file is broken: it cannot be read to its end")
TRAPS = _("the file declares entities of its own: it is not read")
NO_ID = _("the item has no id, so its next version could not be known")
NO_STORY = _("the item is of the kind %(kind)s: it holds no story and no photo")
EMPTY = _("the item has neither a headline nor text")


class Status(StrEnum):
    """What may be done with an item (IPTC's publishing status)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True, kw_only=True)
class WirePhoto:
    """A photo of an item: where its file may lie, the best first, and what is said of it.

    `item_id` is its own, "" if it has none.
    """

    places: tuple[str, ...]
    item_id: str = ""
    headline: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WireStory:
    """One version of an item. A photo that is sent alone has no draft.

    `names_photos` says that it tells which photos it has, so that one that is not among them is
    none of them any more; `taken_back` are the ids of those it says must not be used.
    """

    item_id: str
    version: str = ""
    version_at: datetime | None = None
    status: Status = Status.USABLE
    note: str = ""
    draft: Draft
    photos: tuple[WirePhoto, ...] = ()
    names_photos: bool = False
    taken_back: tuple[str, ...] = ()

    @property
    def is_photo(self) -> bool:
        """Whether it is a photo without a story."""
        return bool(self.photos) and not self.draft.body and self.status is Status.USABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an item says, before it is a draft; `pen` has mended its content and notes that."""

    headline: str = ""
    standfirst: str = ""
    content: Content = field(default_factory=Content)
    byline: tuple[str, ...] = ()
    dateline: str = ""
    at: datetime | None = None
    embargo_until: datetime | None = None
    correction: str = ""
    note: str = ""
    pen: Pen = field(default_factory=Pen)


def short_id(item_id: str) -> str:
    """Return an agency's id as it is kept: the same, or a name for one that is too long."""
    if len(item_id) <= MOST_ID:
        return item_id
    return blake2b(item_id.encode("utf-8", "replace"), digest_size=20).hexdigest()


def draft_of(said: Said, item_id: str, raw: bytes, name: str) -> Draft:
    """Return the draft of an item; whose wire it is, the caller says."""
    note = Notice(message=_("Note of the source: %(note)s"), values={"note": said.note})
    corrected_at = said.at or datetime.now(UTC)
    blocks = said.content.blocks
    texts = "".join((said.headline, said.standfirst, *map(str, blocks)))
    draft = Draft(
        origin=Origin(kind=SourceKind.WIRE, raw=raw, name=name, foreign_id=item_id),
        headline=said.pen.mend(said.headline).strip(),
        standfirst=said.pen.mend(said.standfirst).strip(),
        body=blocks,
        byline=said.byline,
        dateline=said.dateline[:80],
        published_at=said.at,
        embargo_until=said.embargo_until,
        corrections=((corrected_at, said.correction),) if said.correction else (),
        repairs=tuple(said.pen.notes),
        removed=said.content.removed,
        notices=(*lost(said.content), *([note] if said.note else ())),
        damaged=LOST in texts,
    )
    draft = take_signatures(take_dateline(take_advisories(draft)))
    return with_warning(draft, said.note)


def embargo_of(said: str) -> datetime:
    """Return when an embargo ends; one without a time that can be read lasts until it is lifted."""
    return iso_moment(said) or UNTIL_LIFTED


def status_of(said: str) -> Status:
    """Return a publishing status, however it is coded and spelled; none said means usable."""
    word = said.rpartition(":")[2].strip().lower().replace("cancelled", "canceled")
    if word in ("killed", "kill", "deleted", "withdrawn"):
        return Status.CANCELED
    return Status(word) if word in set(Status) else Status.USABLE
