"""The desk's screens for polls."""
