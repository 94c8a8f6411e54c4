"""Who may decide about comments."""

from harkara.audience.rights import Right

MODERATING = Right("audience.moderate_comment")
