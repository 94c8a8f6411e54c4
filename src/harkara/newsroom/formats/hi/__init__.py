"""Formats for Hindi."""
