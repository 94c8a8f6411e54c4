"""Jobs of `bench/intake.py`, a file for each source."""
