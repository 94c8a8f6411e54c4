"""Ways: how the HTML of one kind of source is read, where the kinds differ."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from harkara.intake.content.references import Own
from harkara.intake.pictures import LEAST_PIXELS, address


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How a source's HTML is read.

    `address` makes an address whole, or gives nothing for one that is not taken. `own` are the
    addresses of the site that stored the text: its references and what its theme left in the text
    are known by them; without it nothing that stands in the text is judged. `keeps_lines` says that
    a line end was made by the author, not by a narrow column. `shortcodes` are read, `links_frames`
    keeps what was embedded and is no video as a link. A picture whose declared side is below
    `least_pixels` is an icon or a tracker.
    """

    address: Callable[[str], str]
    own: Own | None = None
    keeps_lines: bool = False
    shortcodes: bool = False
    links_frames: bool = False
    least_pixels: int = LEAST_PIXELS


def stored(base: str) -> Ways:
    """Return how the body is read that a site stored for itself; `base` is the site's address."""
    own = Own(base)
    return Ways(
        address=own.whole, own=own, keeps_lines=True, shortcodes=True, links_frames=True,
        least_pixels=2,
    )  # fmt: skip


def sent(base: str = "") -> Ways:
    """Return how a story is read that its author hands to others; `base` makes addresses whole."""
    return Ways(address=partial(address, base=base))


def syndicated(url: str) -> Ways:
    """Return how a story is read that its site gives away as it stored it; `url` is the story's.

    So what the site's theme left in the text, and its references, are known here too.
    """
    return replace(sent(url), own=Own(url))
