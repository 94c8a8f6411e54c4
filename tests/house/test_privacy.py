"""The project speaks of itself alone: no address of a package index, no path of a machine."""

import re

from tests.house import tree

# Spelled in pieces, so that this file keeps its own rule.
INDEXES = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("yarnpkg", "com"),
    ("debian", "org"),
    ("debian", "net"),
)
FOLDERS = ("work", "root", "home", "tmp", "Users")
INDEX = re.compile("|".join(re.escape(".".join(parts)) for parts in INDEXES))
MACHINE = re.compile(rf"""(?<![\w./~}}>*-])/(?:{"|".join(FOLDERS)})/\w""")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{tree.named(path)}:{number}: {line.strip()}"
        for path, text in tree.texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_package_index_is_named() -> None:
    assert lines_with(INDEX) == []


def test_no_path_of_a_machine_is_written_down() -> None:
    assert lines_with(MACHINE) == []
