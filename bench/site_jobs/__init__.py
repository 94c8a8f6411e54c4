"""Jobs of `bench/search_site.py`, a file for each: `measure(site, runs)` gives figures."""
