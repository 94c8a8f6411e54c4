"""Trending: which stories are read, counted without knowing who reads them, and what that shows."""
