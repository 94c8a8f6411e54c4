"""Furniture: what every page shows of the paper, shared by answers that nobody stores."""

from contextlib import AbstractContextManager

from harkara.press.lasting import Lasting

# The names under which `site` and `few` make it.
FURNITURE = Lasting("front page", "site", "sections")


def furnished() -> AbstractContextManager[None]:
    """Let what is read inside the block share the paper's name, menu and sections with others.

    What still stands of an earlier answer is not read anew; one query says whether it does.
    """
    return FURNITURE.together()
