"""Lexical: the editor's own form of a Ghost post, as HTML, for posts that have no HTML.

The node types are those of Ghost's editor (`@tryghost/kg-default-nodes`).
"""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from harkara.intake.json_text import read_json
from harkara.intake.sources.ghost.cards import card, text_of

BOLD, ITALIC = 1, 2
DEEPEST = 60
_BLOCKS = {
    "paragraph": "p",
    "quote": "blockquote",
    "extended-quote": "blockquote",
    "aside": "blockquote",
    "listitem": "li",
}

Node = Mapping[str, Any]


def html_of(lexical: str) -> str:
    """Return what a post says as HTML, "" if its form cannot be read."""
    try:
        said = read_json(lexical)
    except (ValueError, RecursionError):
        return ""
    root = said.get("root") if isinstance(said, dict) else None
    return "".join(_below(root, 0)) if isinstance(root, dict) else ""


def _below(node: Node, depth: int) -> Iterator[str]:
    children = node.get("children")
    if depth < DEEPEST and isinstance(children, list):
        for child in children:
            if isinstance(child, dict):
                yield _html(child, depth + 1)


def _html(node: Node, depth: int) -> str:
    kind, inside = str(node.get("type", "")), "".join(_below(node, depth))
    match kind:
        case "text" | "extended-text":
            return _text(node)
        case "linebreak":
            return "<br>"
        case "tab":
            return " "
        case "link" | "autolink":
            return f'<a href="{text_of(node, "url")}">{inside}</a>'
        case "heading" | "extended-heading":
            return f"<h2>{inside}</h2>"
        case "list":
            tag = "ol" if node.get("listType") == "number" else "ul"
            return f"<{tag}>{inside}</{tag}>"
        case _:
            tag = _BLOCKS.get(kind, "")
            return f"<{tag}>{inside}</{tag}>" if tag else card(kind, node) or inside


def _text(node: Node) -> str:
    text, form = escape(str(node.get("text", ""))), node.get("format")
    bits = form if isinstance(form, int) else 0
    text = f"<strong>{text}</strong>" if bits & BOLD else text
    return f"<em>{text}</em>" if bits & ITALIC else text
