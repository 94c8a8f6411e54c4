"""A real nginx of our own: one worker, in a folder, on loopback, for as long as a block lasts."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
WITHIN = 20.0


def is_there() -> bool:
    """Say whether this machine has nginx."""
    return shutil.which("nginx") is not None


@contextmanager
def nginx(folder: Path, servers: str, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run nginx with these `server` blocks, one of which listens on the port of 127.0.0.1."""
    folder.mkdir(parents=True, exist_ok=True)
    # As root the worker would otherwise become somebody who may not read a temporary folder.
    who = "user root;" if os.geteuid() == 0 else ""
    module = f"load_module {MODULE};" if MODULE.exists() else ""
    temporary = "\n".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = folder / "nginx.conf"
    file.write_text(
        f"{who}\n{module}\ndaemon off;\nworker_processes 1;\npid {folder}/pid;\n"
        f"error_log {folder}/errors warn;\nevents {{ worker_connections 2048; }}\n"
        f"http {{\naccess_log off;\n{temporary}\n{servers}\n}}\n"
    )
    command = ["nginx", "-p", str(folder), "-e", str(folder / "errors"), "-c", str(file)]
    process = subprocess.Popen(command)
    try:
        _wait_for(port, process, folder / "errors")
        yield process
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes], errors: Path) -> None:
    end = time.monotonic() + WITHIN
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        connection = HTTPConnection("127.0.0.1", port, timeout=WITHIN)
        try:
            connection.connect()
        except OSError:
            time.sleep(0.05)
        else:
            return
        finally:
            connection.close()
    said = errors.read_text() if errors.exists() else ""
    message = f"nginx does not answer on port {port}: {said}"
    raise RuntimeError(message)
