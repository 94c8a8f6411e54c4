"""Out again: a site as an export that other systems, and this one, take in."""
