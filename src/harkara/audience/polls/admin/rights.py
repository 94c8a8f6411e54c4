"""Who may make polls and decide about votes."""

from harkara.audience.rights import Right

MANAGING = Right("audience.manage_poll")
