"""Purging: telling a CDN which pages it must fetch anew."""
