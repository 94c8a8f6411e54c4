"""Names in running text, by general rules and with more care than greed."""
