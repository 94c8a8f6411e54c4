"""Readers in, and word out to them: what a reader may say, and what is told of it on the pages."""
