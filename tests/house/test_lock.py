"""The lock files: whole, hashed, in step with pyproject.toml and with each other."""

import re
import tomllib

import pytest
from tests.house import tree

LOCK = tree.ROOT / "lock"
PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
NAME = re.compile(r"^[A-Za-z0-9._-]+")


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((LOCK / name).read_text()))


def wanted(requirements: list[str]) -> set[str]:
    names = (NAME.match(requirement) for requirement in requirements)
    return {re.sub(r"[._-]+", "-", match.group().lower()) for match in names if match}


def project() -> dict[str, list[str]]:
    told = tomllib.loads((tree.ROOT / "pyproject.toml").read_text())
    runtime = told["project"]["dependencies"]
    groups = told["dependency-groups"]
    checks = runtime + groups["checks"]
    return {
        "runtime.txt": runtime,
        "postgres.txt": runtime + told["project"]["optional-dependencies"]["postgres"],
        "checks.txt": checks,
        "bench.txt": checks + groups["bench"],
    }


@pytest.mark.parametrize("name", ["runtime.txt", "postgres.txt", "checks.txt", "bench.txt"])
def test_everything_the_project_asks_for_is_locked(name: str) -> None:
    assert wanted(project()[name]) - set(pins(name)) == set()


@pytest.mark.parametrize("name", ["runtime.txt", "postgres.txt"])
def test_the_checks_run_on_what_a_newsroom_runs(name: str) -> None:
    runtime, checks = pins(name), pins("checks.txt")

    assert {name: checks.get(name) for name in runtime} == runtime


@pytest.mark.parametrize(
    "name", ["runtime.txt", "postgres.txt", "checks.txt", "bench.txt", "uv.txt"]
)
def test_every_pin_has_a_hash_and_no_address(name: str) -> None:
    text = (LOCK / name).read_text()
    entries = re.split(r"\n(?=\S)", text.strip())

    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
