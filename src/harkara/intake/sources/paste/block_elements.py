"""Block elements: those that stand on lines of their own; all others are parts of a line."""

BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "button", "center", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "input", "label", "legend",
        "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table",
        "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul",
        "amp-sidebar", "amp-accordion", "amp-ad", "amp-carousel",
    ]
)  # fmt: skip
