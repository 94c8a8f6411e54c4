"""Reads the cases that lie beside the tests: a label, a source and what is expected of it."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "cases"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for a source and an expectation every case of its file.

    The cases of `test_fold.py` lie in `cases/fold.json`. One with `fails` is a case we still
    fail: a strict xfail, with the reason.
    """
    if {"source", "expect"} <= set(metafunc.fixturenames):
        stem = Path(str(metafunc.module.__file__)).stem.removeprefix("test_")
        metafunc.parametrize(("source", "expect"), _cases(stem))


def _cases(name: str) -> list[Any]:
    found = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return [
        pytest.param(case["source"], case["expect"], id=case["label"], marks=_marks(case))
        for case in found
    ]


def _marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else []
