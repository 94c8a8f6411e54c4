"""The engine's tables, a file for each subject. Rooms above reach them by actions and queries."""

from harkara.search.models.changes import Change, LogClock, Walk
from harkara.search.models.learned import LearnedPart, Lesson, Student
from harkara.search.models.names import FoundName, StoryNames
from harkara.search.models.sketches import Print, Sketch

__all__ = [
    "Change",
    "FoundName",
    "LearnedPart",
    "Lesson",
    "LogClock",
    "Print",
    "Sketch",
    "StoryNames",
    "Student",
    "Walk",
]
