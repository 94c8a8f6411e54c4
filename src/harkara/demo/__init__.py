"""The demo paper: a complete site with sample stories."""
