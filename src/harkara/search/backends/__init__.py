"""Backends: where the words of the stories lie, each in a file of its own."""
