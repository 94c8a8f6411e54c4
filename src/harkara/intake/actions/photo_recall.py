"""Recalling photos: what an agency takes back of the photos it sent, alone or with a story."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext_noop as _

from harkara.intake.actions.arriving import tell
from harkara.intake.drafts import Draft, Notice
from harkara.intake.models import Arrival
from harkara.newsroom.actions.photos import withdraw_photo

PHOTO_GONE = _("Its source took a photo of this story back. The photo was taken out of it.")


def recall_photos(photo_ids: Sequence[int], draft: Draft, at: datetime, note: str = "") -> None:
    """Take photos off the site and out of the archive, and tell the desk of each story they held.

    `draft` says whose they were. Part of the transaction that notes that they were taken back.
    """
    told = replace(draft, notices=(Notice(message=PHOTO_GONE),))
    for photo_id in photo_ids:
        for article_id in withdraw_photo(photo_id):
            tell(article_id, told, Arrival.State.PHOTO, at, note=note)
