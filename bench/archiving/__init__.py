"""An archive to measure on: a home of as many stories as wanted, written in bulk."""
