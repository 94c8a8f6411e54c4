"""A site whose votes cost their readers next to nothing, and rivals' doors beside ours.

What a vote costs the site is the same: as many hashes are checked, whatever was spent on finding
them. Solving real ones for each vote would keep the machine busy for minutes and measure nothing.
"""

from harkara.settings import *  # noqa: F403 (the settings themselves)

AUDIENCE_PUZZLE_BITS = 1
ROOT_URLCONF = "bench.measuring.naive_door"
