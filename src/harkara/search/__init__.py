"""Search: documents in, hits and suggestions out."""
