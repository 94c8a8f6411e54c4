"""A Wagtail site as anybody would begin one, to move an export in by the road of least thought."""
