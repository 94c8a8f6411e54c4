"""The desk's screens for what is read, and for what was searched and not found."""
