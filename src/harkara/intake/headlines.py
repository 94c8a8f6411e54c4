"""Headlines: what stands over a draft in the newsroom."""

from harkara.intake.drafts import Draft
from harkara.text.graphemes import cut, ellipsis

MOST_HEADLINE = 250
WORKING_HEADLINE = 70


def headline_of(draft: Draft, nameless: str) -> str:
    """Return the headline, or a working one for the tray: the first words of the story.

    `nameless` stands over a story that has no words at all.
    """
    if 0 < len(draft.headline) <= MOST_HEADLINE:
        return draft.headline
    first = draft.text_blocks[0].text if draft.text_blocks else ""
    working = ellipsis(first, WORKING_HEADLINE) or nameless
    return cut(draft.headline or working, MOST_HEADLINE)[:MOST_HEADLINE]
