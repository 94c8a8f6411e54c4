"""The press: paths in, files out. It knows targets, the keys they read, and nothing of the news."""
