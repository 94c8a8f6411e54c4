"""`harkara test` runs every check, says what it leaves out, and leaves nothing out in CI."""

import argparse
import os
from pathlib import Path

import pytest

from harkara.cli import checks
from harkara.cli.needs import Missing
from harkara.cli.refusal import Refusal

NO_BROWSER = Missing(marker="browser", what="the program chromium")
NOTHING = argparse.Namespace()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a checkout in which nothing is missing and every check does nothing, well."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setenv(checks.ROOT_VARIABLE, str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(checks, "provide", lambda _cache: ())
    monkeypatch.setattr(
        checks, "steps", lambda _missing: (step("one", "true"), step("two", "true"))
    )
    return tmp_path


def step(name: str, *command: str) -> checks.Step:
    return checks.Step(name=name, commands=(command,))


def test_all_steps_run_even_if_the_first_fails(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    failing = (step("one", "false"), step("two", "echo", "ran to the end"))
    monkeypatch.setattr(checks, "steps", lambda _missing: failing)

    status = checks.run_test(NOTHING)

    said = capfd.readouterr().out
    assert status == 1
    assert "ran to the end" in said
    assert [line.split()[0] for line in said.splitlines()[-2:]] == ["FAILED", "passed"]


def test_it_ends_well_when_every_check_does(checkout: Path) -> None:
    assert checks.run_test(NOTHING) == 0


def test_what_is_missing_is_named_with_the_tests_it_costs(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "provide", lambda _cache: (NO_BROWSER,))

    status = checks.run_test(NOTHING)

    assert status == 0
    assert "left out: the tests marked browser; missing: the program chromium" in (
        capfd.readouterr().out
    )


def test_ci_leaves_nothing_out(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(checks, "provide", lambda _cache: (NO_BROWSER,))

    with pytest.raises(Refusal, match="the program chromium"):
        checks.run_test(NOTHING)


def test_the_checks_never_see_the_home_of_a_real_paper(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HARKARA_HOME", "a-real-paper")
    asking = (step("home", "printenv", "HARKARA_HOME"),)
    monkeypatch.setattr(checks, "steps", lambda _missing: asking)

    checks.run_test(NOTHING)

    said = capfd.readouterr().out
    assert "a-real-paper" not in said
    assert "harkara-checks-" in said


def test_outside_a_checkout_there_is_nothing_to_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(checks.ROOT_VARIABLE, str(tmp_path))

    with pytest.raises(Refusal, match="checkout"):
        checks.run_test(NOTHING)


def test_only_the_tests_that_need_what_is_missing_are_left_out() -> None:
    steps = {step.name: step.commands[0] for step in checks.steps((NO_BROWSER,))}
    whole = {step.name: step.commands[0] for step in checks.steps(())}

    assert whole["tests"][-2:] == ("-m", "not postgres")
    assert steps["tests"][-2:] == ("-m", "not browser and not postgres")
    assert "not browser and not sqlite" in steps["tests on PostgreSQL"]


@pytest.mark.parametrize("tool", ["ruff", "mypy", "lint-imports", "pytest"])
def test_every_tool_lies_in_the_environment(tool: str) -> None:
    commands = [command[0] for one in checks.steps(()) for command in one.commands]

    assert any(path.endswith(f"/{tool}") and os.access(path, os.X_OK) for path in commands)
