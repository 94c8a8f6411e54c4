"""The recorded changes of intake's tables."""
