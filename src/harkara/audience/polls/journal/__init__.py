"""The journal: files to which votes are written before anybody is thanked for one.

Each process has a file of its own, locked as long as it lives. A vote is a line of a fixed form
with a sum at its end; what follows the last whole line was never acknowledged.
"""

from harkara.audience.polls.journal.lines import line_of, read_line
from harkara.audience.polls.journal.reading import finished, journals, lines_after, remove, sweep
from harkara.audience.polls.journal.writing import Journal, JournalLost

__all__ = [
    "Journal",
    "JournalLost",
    "finished",
    "journals",
    "line_of",
    "lines_after",
    "read_line",
    "remove",
    "sweep",
]
