"""Whether `harkara text` streams: the peak memory of a job over a small and a large input.

    python bench/text_stream.py --job normalise --megabytes 1024

pipes that much Hindi, line after line, through the command, checks that as many lines came out,
and prints the peak resident memory beside that of a hundredth of the input, and MB/s.
"""

import argparse
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[1]
LINE = "लाॅग इन करें ।  सोहनी नदी पर पुल खुला, 12 गांवों के लोगों को राहत मिली |\n".encode()
BLOCK = LINE * 2_000


def main() -> int:
    """Measure and print."""
    sys.path[:0] = [str(ROOT)]
    from bench.measuring.figures import Figure, as_json, as_table

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--job", default="normalise")
    parser.add_argument("--megabytes", type=int, default=1024)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    figures = []
    for megabytes in (max(1, args.megabytes // 100), args.megabytes):
        peak, spent = stream(args.job, megabytes)
        key = f"stream/{args.job}-{megabytes}MB"
        figures.append(Figure(f"{key}/peak-rss", peak, "MB"))
        figures.append(Figure(f"{key}/MB-a-second", megabytes / spent, "MB/s"))
    print(as_json(figures) if args.json else as_table(figures))
    return 0


def stream(job: str, megabytes: int) -> tuple[float, float]:
    """Pipe so much text through a job; return its peak memory in MB and the seconds it took."""
    blocks = megabytes * 2**20 // len(BLOCK) + 1
    began = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    environment.pop("PYTHONUNBUFFERED", None)
    command = [sys.executable, "-m", "harkara", "text", job]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        given, answered = process.stdin, process.stdout
        assert given is not None
        assert answered is not None
        feeder = threading.Thread(target=feed, args=(given, blocks))
        feeder.start()
        lines = 0
        while piece := answered.read(2**20):
            lines += piece.count(b"\n")
        feeder.join()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{job} ended with {process.returncode}"
    assert lines == blocks * 2_000, f"{blocks * 2_000} lines in, {lines} out"
    return usage.ru_maxrss / 1024, time.perf_counter() - began


def feed(pipe: IO[bytes], blocks: int) -> None:
    """Write the text into the command and close its door."""
    with pipe:
        for _ in range(blocks):
            pipe.write(BLOCK)


if __name__ == "__main__":
    sys.exit(main())
