"""What can be done to polls, by readers, by the desk and by the clock."""

from harkara.audience.polls.actions.casting import Cast, box
from harkara.audience.polls.actions.clock import forget_networks, move_the_marks, show_tallies
from harkara.audience.polls.actions.counting import Recount, recount
from harkara.audience.polls.actions.deciding import count_in, set_aside
from harkara.audience.polls.actions.draining import drain
from harkara.audience.polls.actions.making import (
    NewPoll,
    change,
    close_now,
    make,
    put_back,
    take_off,
)

__all__ = [
    "Cast",
    "NewPoll",
    "Recount",
    "box",
    "change",
    "close_now",
    "count_in",
    "drain",
    "forget_networks",
    "make",
    "move_the_marks",
    "put_back",
    "recount",
    "set_aside",
    "show_tallies",
    "take_off",
]
