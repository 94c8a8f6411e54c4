"""A site that runs while it is measured: its processes, and a reader who waits for a page."""

import http.client
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measuring.nginx import nginx
from bench.measuring.site import command, free_port, run, surroundings

PATIENCE = 60.0
# Looking takes a tenth of this for each page: oftener, and it would take the workers' processor.
BETWEEN_LOOKS = 0.02

# Whether an answer is the one waited for: its status and its text.
Shows = Callable[[int, str], bool]


@dataclass(slots=True)
class Site:
    """A running site: its port, the process of `serve`, and further workers."""

    port: int
    serve: subprocess.Popen[bytes]
    extra: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def processes(self) -> dict[str, list[int]]:
        """Return the ids of the web and worker processes."""
        found: dict[str, list[int]] = {"web": [], "worker": [one.pid for one in self.extra]}
        for pid in _children(self.serve.pid):
            command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            if b"worker" in command:
                found["worker"].append(pid)
            elif b"web" in command:
                found["web"].append(pid)
        return found

    def peak_megabytes(self, what: str) -> float:
        """Return the most memory any process of this kind has used."""
        return max((_peak(pid) for pid in self.processes()[what]), default=0.0)

    def processor_seconds(self, what: str = "worker") -> float:
        """Return the processor time the processes of a kind have used."""
        return sum(map(_used, self.processes()[what]))


@dataclass(frozen=True, slots=True)
class Seen:
    """When a page showed what was wanted, and how long the workers had run by then."""

    at: float
    processor: float


@contextmanager
def running(home: Path, workers: int = 1, *, through_nginx: bool = False) -> Iterator[Site]:
    """Run the site of a home with so many workers, and if asked with an nginx in front of it."""
    port = free_port()

    def start(*words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(command(*words), env=surroundings(home), stdout=subprocess.DEVNULL)

    site = Site(port, start("serve", "--port", str(port)))
    try:
        wait_for(site, {"/": lambda status, _text: status == 200})
        site.extra += [start("worker") for _ in range(workers - 1)]
        with _front(home, site) if through_nginx else nullcontext():
            yield site
    finally:
        for process in (*site.extra, site.serve):
            process.terminate()
        for process in (*site.extra, site.serve):
            process.wait()


@contextmanager
def _front(home: Path, site: Site) -> Iterator[None]:
    """Put an nginx in front of a site, as `harkara nginx` configures it; readers come to it."""
    port, application = free_port(), f"127.0.0.1:{site.port}"
    listen = ("--listen", f"127.0.0.1:{port}", "--application", application)
    done = run(home, "nginx", *listen)
    assert done.returncode == 0, done.stderr
    with TemporaryDirectory() as folder, nginx(Path(folder), done.stdout, port):
        site.port = port
        yield


def wait_for(site: Site, wanted: Mapping[str, Shows]) -> dict[str, Seen]:
    """Ask for pages, in turn, until each shows what is wanted; return when they did.

    Unchanged pages answer without a body, so asking costs the site little.
    """
    left, tags, workers = dict(wanted), dict.fromkeys(wanted, ""), site.processes()["worker"]
    seen: dict[str, Seen] = {}
    end = time.perf_counter() + PATIENCE
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=PATIENCE)
    while left and time.perf_counter() < end:
        for path, shows in list(left.items()):
            try:
                status, tag, text = _ask(connection, path, tags[path])
            except (OSError, http.client.HTTPException):
                connection.close()
                time.sleep(0.1)
                continue
            tags[path] = tag
            if status != 304 and shows(status, text):
                seen[path] = Seen(time.perf_counter(), sum(map(_used, workers)))
                del left[path]
        time.sleep(BETWEEN_LOOKS)
    connection.close()
    if left:
        message = f"{', '.join(left)}: not as wanted after {PATIENCE} s"
        raise TimeoutError(message)
    return seen


def _ask(connection: http.client.HTTPConnection, path: str, tag: str) -> tuple[int, str, str]:
    connection.request("GET", path, headers={"If-None-Match": tag} if tag else {})
    answer = connection.getresponse()
    text = answer.read().decode()
    return answer.status, answer.headers.get("ETag", tag), text


def _children(parent: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False
    )
    return [int(pid) for pid in listed.stdout.split()]


def _peak(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def _used(pid: int) -> float:
    """Return the seconds that all threads of a process have run, to the nanosecond."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(one.read_text().split()[0]) for one in threads) / 1e9
