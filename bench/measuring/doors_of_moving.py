"""Many exports through their doors in one process, each told to the command as somebody would.

    python -m bench.measuring.doors_of_moving HOME

reads lines of JSON (a door and a path) and answers each with one: the command's status, -1 if it
crashed, how many lines it said, and the seconds it took.
"""

import io
import json
import sys
import time
from contextlib import redirect_stderr, redirect_stdout


def main() -> int:
    """Answer each line."""
    from harkara.cli import main as harkara

    home, out = sys.argv[1], sys.stdout
    for line in sys.stdin:
        door, path = json.loads(line)
        said, began = io.StringIO(), time.perf_counter()
        with redirect_stdout(said), redirect_stderr(said):
            try:
                status = harkara(["--home", home, "intake", door, path])
            except Exception:  # noqa: BLE001 (a crash is what is counted)
                status = -1
        lines = len(said.getvalue().strip().splitlines())
        told = {"status": status, "lines": lines, "seconds": time.perf_counter() - began}
        print(json.dumps(told), file=out, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
