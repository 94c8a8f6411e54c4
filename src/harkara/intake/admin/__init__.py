"""Intake's screens in the newsroom."""
