"""Harkara: a Hindi-first news portal engine."""

__version__ = "0.1.0"
