"""The jobs of `bench/audience.py`."""
