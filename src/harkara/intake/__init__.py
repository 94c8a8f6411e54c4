"""Intake: stories in."""
