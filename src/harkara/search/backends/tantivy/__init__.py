"""A backend on tantivy, an engine for full text that lives in the process and in a folder.

The engine stores and counts terms. What a word's term is, what a query means, what is highlighted
and suggested is ours: its own tokenizers, query parser and snippets do not know Hindi.
"""

from harkara.search.backends.tantivy.index import TantivyIndex

__all__ = ["TantivyIndex"]
