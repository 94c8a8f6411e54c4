"""What a browser can ask for: pages, feeds, sitemaps and the few dynamic doors."""
