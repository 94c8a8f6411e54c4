"""How big a file may grow before it is cut by noun."""

from pathlib import Path

from tests.house import tree

MOST_LINES = 400
WRITTEN = {".py", ".css", ".js", ".html"}


def is_exempt(path: Path) -> bool:
    """Return True for data: tables live alone and may be long, and so may recorded migrations."""
    folders = {"data", "migrations", "tables", "cases"}
    return path.stem.endswith("_table") or bool(folders & set(path.parts))


def test_no_file_is_asking_to_be_cut() -> None:
    lengths = {
        tree.named(path): text.count("\n")
        for path, text in tree.texts()
        if path.suffix in WRITTEN and not is_exempt(path)
    }

    assert {name: lines for name, lines in lengths.items() if lines >= MOST_LINES} == {}
