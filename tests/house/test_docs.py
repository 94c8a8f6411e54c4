"""Pages that people read: links that lead somewhere, decisions in their order."""

import re
from pathlib import Path

from tests.house import tree

LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)[^)]*\)")
MOST_README_LINES = 120


def pages() -> list[Path]:
    return [path for path, _ in tree.texts() if path.suffix == ".md"]


def test_every_link_between_pages_leads_somewhere() -> None:
    dead = [
        f"{tree.named(page)}: {target}"
        for page in pages()
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert dead == []


def linked(page: Path) -> list[Path]:
    """Return the pages one link away; a link to a folder leads to every page in it."""
    targets = [page.parent / link for link in LINK.findall(page.read_text(encoding="utf-8"))]
    return [
        found
        for target in targets
        for found in (target.glob("*.md") if target.is_dir() else [target])
        if found.suffix == ".md"
    ]


def test_every_page_is_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    waiting = [tree.ROOT / "README.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page not in reached:
            reached.add(page)
            waiting += linked(page)

    assert {tree.named(page) for page in set(pages()) - reached} == set()


def test_the_readme_is_short() -> None:
    assert len((tree.ROOT / "README.md").read_text().splitlines()) <= MOST_README_LINES


def test_a_decision_says_its_context_what_was_decided_and_what_follows() -> None:
    for page in (tree.ROOT / "docs" / "decisions").glob("[0-9]*.md"):
        heads = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)

        assert {"Context", "Decision", "Consequences"} <= set(heads), tree.named(page)


def test_decisions_are_numbered_without_a_gap() -> None:
    folder = tree.ROOT / "docs" / "decisions"
    numbers = sorted(int(page.name[:4]) for page in folder.glob("[0-9]*.md"))

    assert numbers == list(range(1, len(numbers) + 1))
