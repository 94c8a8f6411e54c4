"""What intake keeps, a file for each thing."""

from harkara.intake.models.foreign import ForeignId
from harkara.intake.models.pasted import Pasted
from harkara.intake.models.provenance import Provenance

__all__ = ["ForeignId", "Pasted", "Provenance"]
