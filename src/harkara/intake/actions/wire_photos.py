"""Wire photos: the photos of an item are kept in the archive and take their places in its story."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Draft, DraftBlock, DraftGallery, DraftImageRef, Notice
from harkara.intake.models import WireService
from harkara.intake.photos import PhotoWords, keep_photo
from harkara.intake.refusals import Refused
from harkara.intake.sources.wires import WirePhoto

GetPhoto = Callable[[str], bytes]
"""Where a photo lies, as the item names it → its file. Raises Refused."""
MOST_PHOTOS = 20
_NO_PHOTO = _("A photo was left out: %(why)s")
_TOO_MANY = _("More than %(most)d photos came: the others were left out.")
_NOT_TAKEN = _("photos of this wire are not taken")


@dataclass(frozen=True, slots=True, kw_only=True)
class Photos:
    """The photos of an item that were kept, in its order, and what is to be said of the others."""

    kept: Mapping[int, WirePhoto] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    @property
    def lead(self) -> int | None:
        """The photo that leads the story: the first."""
        return next(iter(self.kept), None)

    @property
    def why_none(self) -> tuple[str, Mapping[str, object]]:
        """Why nothing was kept, as a refusal says it."""
        first = next(iter(self.notices), Notice(message=_NOT_TAKEN))
        return first.message, first.values

    def find(self, picture: DraftImageRef) -> int | None:
        """Return the photo that a picture in the story is; the lead stands above it already."""
        found = self._known(picture)
        return found if found != self.lead else None

    def in_story(self, draft: Draft) -> Draft:
        """Return the draft with every photo but the lead in it: where it stood, or at the end."""
        standing = {self.lead, *map(self._known, draft.pictures)}
        beside = [
            DraftImageRef(url=photo.places[0], caption=photo.caption)
            for pk, photo in self.kept.items()
            if pk not in standing
        ]
        added: tuple[DraftBlock, ...] = tuple(beside)
        if len(beside) > 1:
            added = (DraftGallery(pictures=tuple(beside)),)
        return replace(draft, body=(*draft.body, *added), notices=(*draft.notices, *self.notices))

    def _known(self, picture: DraftImageRef) -> int | None:
        return next((pk for pk, one in self.kept.items() if picture.url in one.places), None)


MOST_PLACES = 2
"""So many of the places where a photo may lie are tried."""


def keep_photos(photos: Sequence[WirePhoto], service: WireService, get_photo: GetPhoto) -> Photos:
    """Keep the photos of an item; each that cannot be kept is left out with its reason."""
    kept: dict[int, WirePhoto] = {}
    notices: list[Notice] = []
    for photo in photos[:MOST_PHOTOS]:
        try:
            kept.setdefault(_keep(photo, service, get_photo), photo)
        except Refused as refusal:
            notices.append(Notice(message=_NO_PHOTO, values={"why": str(refusal)}))
    if len(photos) > MOST_PHOTOS:
        notices.append(Notice(message=_TOO_MANY, values={"most": MOST_PHOTOS}))
    return Photos(kept=kept, notices=tuple(notices))


def _keep(photo: WirePhoto, service: WireService, get_photo: GetPhoto) -> int:
    words = PhotoWords(
        headline=photo.headline, caption=photo.caption, credit=photo.credit, owner=service.name
    )
    refusal: Refused | None = None
    for place in photo.places[:MOST_PLACES]:
        try:
            data = get_photo(place)
        except Refused as refused:
            refusal = refused
            continue
        return keep_photo(data, words, name=service.slug)
    raise refusal or Refused(_("the photo has no address"))
