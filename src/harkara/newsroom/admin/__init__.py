"""The desk's own screens in Wagtail."""
