"""Markdown: what a card of older posts says, as HTML."""

from markdown_it import MarkdownIt

# Ghost renders its cards with the same reader, and HTML in them as it is; ours looks at it later.
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def html_of(text: str) -> str:
    r"""Return Markdown as HTML; HTML that stands in it stays as it is.

    >>> html_of("## दाम\n\n> पुल **बड़ा** है।").replace("\n", "")
    '<h2>दाम</h2><blockquote><p>पुल <strong>बड़ा</strong> है।</p></blockquote>'
    """
    return str(_READER.render(text))
