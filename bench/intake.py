"""How fast stories come in, in how much memory, and how much of real data is read.

    python bench/intake.py --data ../shared/data --split dev
    python bench/intake.py --only wxr --json

prints one table, or with --json one flat object keyed `<job>/<set>/<measure>`. Every file of
`bench/intake_jobs` is a job. Times are of one run on this machine; beside them stands the processor
time, which other work on the machine changes less.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Measure and print."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    from bench.measuring.gatherer import gather

    return gather("bench.intake_jobs", __doc__)


if __name__ == "__main__":
    sys.exit(main())
