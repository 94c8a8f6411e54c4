"""What `bench/press.py` measures: a running site, publishing on it, an archive pressed anew."""
