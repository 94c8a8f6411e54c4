"""The engine's tables through time."""
