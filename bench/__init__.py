"""Benches: what the house claims of its speed, memory and quality, measured."""
