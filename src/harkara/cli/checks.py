"""`harkara test`, `harkara fix` and `harkara docs`: the checks, run the same everywhere."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harkara.cli.needs import Missing, provide
from harkara.cli.refusal import Refusal
from harkara.config import HOME_VARIABLE

# Where `./harkara` says the checkout lies.
ROOT_VARIABLE = "HARKARA_ROOT"
RULE = 72
# Two at a time; failures and skips by name at the end.
PYTEST = ("--numprocesses", "2", "-rfEs", "--durations", "5")
# What the database has a part in is tested on the other one too.
ON_POSTGRES = (
    "tests/press",
    *(
        f"tests/audience/test_{subject}.py"
        for subject in ("adopting", "for_good", "leaving", "views_counted", "writing")
    ),
    *(
        f"tests/audience/test_{subject}.py"
        for subject in ("ledger_for_good", "polls_desk", "voting")
    ),
    *(
        f"tests/newsroom/test_{subject}.py"
        for subject in ("also_read", "crossing", "desk", "documents", "found", "front", "histories")
    ),
    *(
        f"tests/newsroom/test_{subject}.py"
        for subject in ("indexing", "leaks", "links", "page_search", "publishing", "repeats")
    ),
    "tests/newsroom/test_touching.py",
    *(
        f"tests/search/{subject}.py"
        for subject in ("duplicates/test_remembering", "duplicates/test_twins", "test_learning")
    ),
    "tests/search/test_changes.py",
    "tests/search/test_following.py",
    *(
        f"tests/intake/test_{subject}.py"
        for subject in ("actions", "foreign_ids", "inbox", "moving_compared", "moving_scheduled")
    ),
    "tests/intake/test_wiring.py",
    "tests/cli/test_postgres.py",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One check: what it is called, and the commands that must all end well."""

    name: str
    commands: tuple[tuple[str, ...], ...]


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `test`, `fix` and `docs`."""
    test = subparsers.add_parser(
        "test",
        help="run every check: lint, types, layers, tests (works in a checkout)",
        epilog="example: ./harkara test",
    )
    test.set_defaults(run=run_test)
    fix = subparsers.add_parser(
        "fix",
        help="format the code and mend what the linter can mend",
        epilog="example: ./harkara fix",
    )
    fix.set_defaults(run=run_fix)
    docs = subparsers.add_parser(
        "docs",
        help="write the reference of the commands anew from the commands themselves",
        epilog="example: ./harkara docs",
    )
    docs.set_defaults(run=run_docs)


def run_test(_args: argparse.Namespace) -> int:
    """Provide what the tests need, run every step, and return 1 if one of them failed.

    Raises Refusal outside a checkout, and where CI lacks something a test needs.
    """
    root = checkout()
    missing = provide(root / ".cache")
    if missing and os.environ.get("CI") == "true":
        message = "the tests cannot run whole, which CI asks: " + "; ".join(
            need.what for need in missing
        )
        raise Refusal(message)
    for need in missing:
        print(f"left out: the tests marked {need.marker}; missing: {need.what}")
    with tempfile.TemporaryDirectory(prefix="harkara-checks-") as home:
        environment = surroundings(root, Path(home))
        outcomes = [_run_step(step, root, environment) for step in steps(missing)]
    _heading("all checks")
    for step, seconds, passed in outcomes:
        print(f"{'passed' if passed else 'FAILED'}  {seconds:6.1f} s  {step.name}")
    return 0 if all(passed for _, _, passed in outcomes) else 1


def run_fix(_args: argparse.Namespace) -> int:
    """Let ruff mend and format the code; return 1 if something is left to mend by hand."""
    root = checkout()
    commands = (_tool("ruff", "check", "--fix", "."), _tool("ruff", "format", "."))
    statuses = [
        subprocess.run(command, cwd=root, check=False).returncode  # noqa: S603 (our own tools)
        for command in commands
    ]
    return 1 if any(statuses) else 0


def run_docs(_args: argparse.Namespace) -> int:
    """Write docs/reference/commands.md."""
    from harkara.cli.reference import PAGE, commands_page

    page = checkout() / PAGE
    page.write_text(commands_page(), encoding="utf-8")
    print(page)
    return 0


def checkout() -> Path:
    """Return the folder of the checkout; raise Refusal if this is an installed copy."""
    root = Path(os.environ.get(ROOT_VARIABLE, "."))
    if not (root / "pyproject.toml").is_file() or not (root / "tests").is_dir():
        message = "the checks live in the project's checkout; run ./harkara there"
        raise Refusal(message)
    return root.resolve()


def steps(missing: Sequence[Missing]) -> tuple[Step, ...]:
    """Return every check in its order; tests that need what is missing are left out."""
    markers = {need.marker for need in missing}
    pytest = _tool("pytest", *PYTEST, *_without({*markers, "postgres"}))
    server = (sys.executable, "-m", "tests.postgres")
    again = _tool("pytest", *PYTEST, *_without({*markers, "sqlite"}), *ON_POSTGRES)
    django = (sys.executable, "-m", "django")
    return (
        Step(name="lint", commands=(_tool("ruff", "check", "."),)),
        Step(name="format", commands=(_tool("ruff", "format", "--check", "."),)),
        Step(name="types", commands=(_tool("mypy"),)),
        Step(
            name="layers",
            commands=(_tool("lint-imports", "--no-logo", "--cache-dir", ".cache/imports"),),
        ),
        Step(
            name="django",
            commands=(
                (*django, "check", "--fail-level", "WARNING"),
                (*django, "makemigrations", "--check", "--dry-run"),
            ),
        ),
        Step(name="tests", commands=(pytest,)),
        Step(name="tests on PostgreSQL", commands=((*server, *again),)),
    )


def _without(markers: set[str]) -> tuple[str, ...]:
    """Return what tells pytest to leave out the tests with any of these markers."""
    return ("-m", " and ".join(f"not {marker}" for marker in sorted(markers)))


def surroundings(root: Path, home: Path) -> dict[str, str]:
    """Return the environment of the steps: a home of their own, caches out of the way."""
    cache = root / ".cache"
    # The tests start hundreds of processes: each would compile all it imports, were that not kept.
    kept = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        HOME_VARIABLE: str(home),
        ROOT_VARIABLE: str(root),
        "DJANGO_SETTINGS_MODULE": "harkara.settings",
        "PYTHONPATH": str(root / "src"),
        "MYPY_CACHE_DIR": str(cache / "mypy"),
        "RUFF_CACHE_DIR": str(cache / "ruff"),
        "HYPOTHESIS_STORAGE_DIRECTORY": str(cache / "hypothesis"),
    }


def _run_step(step: Step, root: Path, environment: dict[str, str]) -> tuple[Step, float, bool]:
    _heading(step.name)
    began = time.monotonic()
    statuses = [
        subprocess.run(command, cwd=root, env=environment, check=False).returncode  # noqa: S603
        for command in step.commands
    ]
    seconds = time.monotonic() - began
    passed = not any(statuses)
    print(f"{step.name}: {'passed' if passed else 'FAILED'} in {seconds:.1f} s")
    return step, seconds, passed


def _tool(name: str, *arguments: str) -> tuple[str, ...]:
    """Return the command of a tool that lies beside this Python."""
    return (str(Path(sys.executable).parent / name), *arguments)


def _heading(name: str) -> None:
    # Flushed, so that it stands above what the step itself prints.
    print(f"\n── {name} {'─' * (RULE - len(name))}", flush=True)
