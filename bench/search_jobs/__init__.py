"""Jobs of `bench/search.py`, a file for each: `measure(data, stories)` gives figures."""
