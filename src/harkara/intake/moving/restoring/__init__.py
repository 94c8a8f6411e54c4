"""Restoring: a site of another Harkara moves in, and every story is what it was."""
