"""The table of the one model."""
