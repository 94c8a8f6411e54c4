"""Beacons: views as readers' browsers send them, from many networks, as many as a server takes."""

import http.client
import random
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measuring.load import Load, load_of

# An Indian reader's phone, whose address our proxy tells: a network each, of a /8 of them.
SCRIPT = """
local numbers = {{ {numbers} }}
local function address()
  return "10." .. math.random(0, 255) .. "." .. math.random(0, 255) .. "." .. math.random(1, 254)
end
function init(_) math.randomseed({seed}) end
function request()
  wrk.headers["X-Forwarded-For"] = address()
  return wrk.format("POST", "/padha/" .. numbers[math.random(#numbers)])
end
wrk.headers["Origin"] = "{origin}"
wrk.headers["Sec-Fetch-Site"] = "same-origin"
wrk.headers["User-Agent"] = "{agent}"
wrk.headers["Content-Length"] = "0"
{pacing}
"""
AGENT = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)
PATIENCE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Readers: so many connections, for so many seconds, with a pause after each view."""

    numbers: Sequence[int]
    connections: int = 64
    seconds: int = 10
    pause: float = 0.0
    """Milliseconds on the average; each waits another time, so that they do not come in waves."""


def storm(origin: str, crowd: Crowd, folder: Path, pids: Sequence[int]) -> Load:
    """Send views to a server with `wrk`, and see what it costs the processes."""
    pacing = f"function delay() return 2 * {crowd.pause} * math.random() end" if crowd.pause else ""
    script = folder / "beacons.lua"
    script.write_text(
        SCRIPT.format(
            numbers=",".join(map(str, crowd.numbers)),
            seed=random.randrange(1 << 30),
            origin=origin,
            agent=AGENT,
            pacing=pacing,
        )
    )
    command = [
        "wrk", "-t1", f"-c{crowd.connections}", f"-d{crowd.seconds}s", "--latency",
        "--timeout", "10s", "-s", str(script), origin,
    ]  # fmt: skip
    return load_of(command, pids)


class Callers:
    """A few readers who send views as fast as they are answered, and note when each was taken."""

    def __init__(self, port: int, numbers: Sequence[int], count: int = 4) -> None:
        self.taken: list[float] = []
        self.began = 0
        self._port = port
        self._numbers = numbers
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._call, args=(n,)) for n in range(count)]

    def start(self) -> None:
        """Begin to send."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Send no more, and wait until what was sent is answered or lost."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _call(self, seed: int) -> None:
        chance = random.Random(seed)
        origin = f"http://127.0.0.1:{self._port}"
        caller: http.client.HTTPConnection | None = None
        while not self._stop.is_set():
            caller = caller or http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
            network = ".".join(str(chance.randrange(1, 255)) for _ in range(3))
            headers = {
                "Origin": origin, "Sec-Fetch-Site": "same-origin", "User-Agent": AGENT,
                "X-Forwarded-For": f"10.{network}",
            }  # fmt: skip
            with self._lock:
                self.began += 1
            try:
                caller.request("POST", f"/padha/{chance.choice(self._numbers)}", headers=headers)
                answer = caller.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException):
                caller.close()
                caller = None
                time.sleep(0.01)
                continue
            if answer.status == 204:
                with self._lock:
                    self.taken.append(time.time())
