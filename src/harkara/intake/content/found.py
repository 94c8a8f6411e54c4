"""Found: what the HTML of a story holds."""

from dataclasses import dataclass

from harkara.intake.content.own_marks import Correction
from harkara.intake.drafts import DraftBlock, Removed


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the HTML of a story holds.

    `unknown` are shortcodes that were taken out, as they stood, and `filled` the names of blocks
    that their site filled in when it showed them; `scripts` were taken out, too, and counted.
    `is_whole` is not so if elements were nested so deeply that words were lost.
    """

    blocks: tuple[DraftBlock, ...] = ()
    removed: tuple[Removed, ...] = ()
    unknown: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    scripts: int = 0
    corrections: tuple[Correction, ...] = ()
    is_whole: bool = True
