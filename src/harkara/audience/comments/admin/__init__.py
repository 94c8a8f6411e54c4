"""The desk's screens for comments."""
