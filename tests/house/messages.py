"""The msgids a room uses: in its Python, in its Django templates, in its Jinja2 templates."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.template import engines
from django.utils.translation.template import templatize

# A function of the gettext family → at which argument the context and the message stand.
PLACES: dict[str, tuple[int | None, int]] = {
    name + ending: place
    for name, place in {
        "gettext": (None, 0),
        "ngettext": (None, 0),
        "pgettext": (0, 1),
        "npgettext": (0, 1),
    }.items()
    for ending in ("", "_lazy", "_noop")
} | {"_": (None, 0)}
CALL = re.compile(rf"\b({'|'.join(PLACES)})\(")
Message = tuple[str | None, str]


def used_in(room: Path) -> set[Message]:
    """Return every message of a room, with its context or None."""
    found: set[Message] = set()
    for path in room.rglob("*"):
        if path.suffix == ".py":
            found.update(in_python(path.read_text()))
        elif path.suffix == ".html":
            jinja = room.name == "web"
            found.update((in_jinja if jinja else in_template)(path.read_text()))
    return found


def in_python(source: str) -> Iterator[Message]:
    """Give the messages of a module: constants handed to gettext or one of its kin."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from _message(ast.unparse(node.func).split(".")[-1], node.args)


def in_template(source: str) -> Iterator[Message]:
    """Give the messages of a Django template, as makemessages would see them."""
    code = templatize(source)
    for match in CALL.finditer(code):
        for end in (found.end() for found in re.finditer(r"\)", code)):
            if end > match.end() and (call := _call(code[match.start() : end])):
                yield from _message(match.group(1), call.args)
                break


def in_jinja(source: str) -> Iterator[Message]:
    """Give the messages of one of the readers' templates."""
    environment: Any = engines["web"]
    for _line, function, message in environment.env.extract_translations(source):
        parts = message if isinstance(message, tuple) else (message,)
        context, at = PLACES[function]
        yield (None if context is None else parts[context]), parts[at]


def _call(code: str) -> ast.Call | None:
    try:
        body = ast.parse(code, mode="eval").body
    except SyntaxError:
        return None
    return body if isinstance(body, ast.Call) else None


def _message(function: str, arguments: list[ast.expr]) -> Iterator[Message]:
    if function not in PLACES:
        return
    context, at = PLACES[function]
    needed = arguments[: at + 1]
    constants = [one.value for one in needed if isinstance(one, ast.Constant)]
    values = [value for value in constants if isinstance(value, str)]
    if len(values) == at + 1:
        yield (None if context is None else values[context]), values[at]
