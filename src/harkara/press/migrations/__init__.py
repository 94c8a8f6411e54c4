"""The press's tables through time."""
