"""What is read of views: for pages."""

from harkara.audience.trending.queries.pages import both_spans, most_read

__all__ = ["both_spans", "most_read"]
