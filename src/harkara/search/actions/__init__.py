"""What can be done to the engine's tables, a file for each subject."""

from harkara.search.actions.changes import OutsideTransaction, note, note_group, step_walk

__all__ = ["OutsideTransaction", "note", "note_group", "step_walk"]
