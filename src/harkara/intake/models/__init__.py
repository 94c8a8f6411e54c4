"""What intake keeps, a file for each thing."""

from harkara.intake.models.arrival import Arrival
from harkara.intake.models.feed import FeedSubscription, SeenItem
from harkara.intake.models.foreign import ForeignId
from harkara.intake.models.moving import (
    ForeignPage,
    ForeignPhoto,
    KeptComment,
    LooseReference,
    Move,
    MoveNote,
)
from harkara.intake.models.pasted import Pasted
from harkara.intake.models.provenance import Provenance
from harkara.intake.models.wire import WireItem, WireService, WireToken

__all__ = [
    "Arrival",
    "FeedSubscription",
    "ForeignId",
    "ForeignPage",
    "ForeignPhoto",
    "KeptComment",
    "LooseReference",
    "Move",
    "MoveNote",
    "Pasted",
    "Provenance",
    "SeenItem",
    "WireItem",
    "WireService",
    "WireToken",
]
