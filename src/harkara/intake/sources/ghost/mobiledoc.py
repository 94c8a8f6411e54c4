"""Mobiledoc: the older form of a Ghost post (https://github.com/bustle/mobiledoc-kit), as HTML.

A document is sections of four kinds: text with markers, a picture, a list, a card; a marker opens
and closes markups by number and holds words or an atom.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from harkara.intake.json_text import read_json
from harkara.intake.sources.ghost.cards import card

WORDS = 0
_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside"})
_MARKUP = re.compile(r"[a-z][a-z0-9]{0,9}\Z")
Document = Mapping[str, Any]


def html_of(text: str) -> str:
    """Return what a document says as HTML, "" if it cannot be read."""
    try:
        said = read_json(text)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(said, dict):
        return ""
    return "".join(_section(one, said) for one in _list(said.get("sections")))


def _section(section: Any, document: Document) -> str:  # noqa: ANN401 (JSON)
    match section:
        case [1, str(tag), list(markers), *_rest]:
            name = tag.lower() if tag.lower() in _TAGS else "p"
            name = "blockquote" if name == "aside" else name
            return f"<{name}>{_marked(markers, document)}</{name}>"
        case [2, str(source), *_rest]:
            return f'<img src="{escape(source)}">'
        case [3, str(tag), list(items), *_rest]:
            name = "ol" if tag.lower() == "ol" else "ul"
            inside = "".join(f"<li>{_marked(_list(one), document)}</li>" for one in items)
            return f"<{name}>{inside}</{name}>"
        case [10, int(at), *_rest]:
            found = _at(document.get("cards"), at)
            return card(str(found[0]), found[1]) if _is_card(found) else ""
    return ""


def _is_card(found: Any) -> bool:  # noqa: ANN401 (JSON)
    return isinstance(found, list) and len(found) > 1 and isinstance(found[1], dict)


def _marked(markers: Sequence[Any], document: Document) -> str:
    parts: list[str] = []
    opened: list[str] = []
    for marker in markers:
        match marker:
            case [int(kind), list(opens), int(closes), value, *_rest]:
                for at in opens:
                    tag, attributes = _markup(_at(document.get("markups"), at))
                    opened.append(tag)
                    parts.append(f"<{tag}{attributes}>" if tag else "")
                parts.append(escape(str(value)) if kind == WORDS else _atom(value, document))
                for _closed in range(min(closes, len(opened))):
                    tag = opened.pop()
                    parts.append(f"</{tag}>" if tag else "")
    parts += (f"</{tag}>" for tag in reversed(opened) if tag)
    return "".join(parts)


def _markup(found: Any) -> tuple[str, str]:  # noqa: ANN401 (JSON)
    """Return the tag of a markup and its attributes; "" for one that is none."""
    match found:
        case [str(tag), *rest] if _MARKUP.match(tag.lower()):
            pairs = _list(rest[0]) if rest else []
            said = "".join(_attributes(pairs))
            return tag.lower(), said
    return "", ""


def _attributes(pairs: Sequence[Any]) -> Iterator[str]:
    for name, value in zip(pairs[::2], pairs[1::2], strict=False):
        if name == "href":
            yield f' href="{escape(str(value))}"'


def _atom(at: Any, document: Document) -> str:  # noqa: ANN401 (JSON)
    """Return an atom: a line break, or the words it shows."""
    found = _at(document.get("atoms"), at)
    match found:
        case ["soft-return", *_rest]:
            return "<br>"
        case [str(), str(words), *_rest]:
            return escape(words)
    return ""


def _at(values: Any, at: Any) -> Any:  # noqa: ANN401 (JSON)
    found = _list(values)
    return found[at] if type(at) is int and 0 <= at < len(found) else None


def _list(value: Any) -> list[Any]:  # noqa: ANN401 (JSON)
    return value if isinstance(value, list) else []
