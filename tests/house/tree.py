"""The checkout as a list of files: what is written by hand, without what tools leave behind."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "harkara"
FOLDERS = (".ci", "bench", "docs", "lock", "src", "tests")
TEXT = {
    "", ".cfg", ".css", ".html", ".js", ".json", ".md", ".mjs", ".po", ".py", ".svg", ".toml",
    ".txt", ".xml", ".xsd", ".xsl",
}  # fmt: skip


def files() -> Iterator[Path]:
    """Give every file of the project's own folders and of its top."""
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def texts() -> Iterator[tuple[Path, str]]:
    """Give every file that is read by people, with what it says."""
    for path in files():
        if path.suffix in TEXT:
            yield path, path.read_text(encoding="utf-8")


def modules() -> Iterator[Path]:
    """Give every Python file of the product."""
    return (path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)


def named(path: Path) -> str:
    """Return a path as the checkout knows it."""
    return path.relative_to(ROOT).as_posix()
