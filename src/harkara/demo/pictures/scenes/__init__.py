"""The scenes, a file for each family."""
