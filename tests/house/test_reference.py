"""Every command, setting and signal is in the reference."""

import ast
from collections.abc import Iterator

from tests.house import tree

from harkara.cli.reference import PAGE, commands_page
from harkara.config import known_keys

REFERENCE = tree.ROOT / "docs" / "reference"


def signals() -> Iterator[str]:
    """Give the dotted name of everything that is made by calling Signal."""
    for path in tree.modules():
        module = ".".join(path.relative_to(tree.SOURCE.parent).with_suffix("").parts)
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.Assign) and "Signal()" in ast.unparse(node.value):
                yield from (f"{module}.{ast.unparse(target)}" for target in node.targets)


def test_the_reference_of_commands_is_what_the_commands_say() -> None:
    written = (tree.ROOT / PAGE).read_text(encoding="utf-8")

    assert written == commands_page(), "write it anew: ./harkara docs"


def test_every_key_of_the_configuration_has_its_paragraph() -> None:
    text = (REFERENCE / "configuration.md").read_text(encoding="utf-8")

    assert [key for key in known_keys() if f"## `{key}`" not in text] == []


def test_the_reference_holds_no_key_that_is_not_known() -> None:
    text = (REFERENCE / "configuration.md").read_text(encoding="utf-8")
    described = {line[4:-1] for line in text.splitlines() if line.startswith("## `")}

    assert described - set(known_keys()) == set()


def test_every_signal_is_described() -> None:
    text = (REFERENCE / "signals.md").read_text(encoding="utf-8")
    found = list(signals())

    assert found
    assert [name for name in found if f"## `{name}`" not in text] == []
