"""What the text room is worth: quality on real data, and speed, beside what one would pick instead.

    python bench/text.py --data ../shared/data --split dev
    python bench/text.py --data ../shared/data --split dev --only romanise,stem --json

prints one table, or with --json one flat object keyed `<job>/<set>/<measure>`. Every file of
`bench/text_jobs` is a job. Times are of one run: read them as ratios.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Measure and print."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    from bench.measuring.gatherer import gather

    return gather("bench.text_jobs", __doc__)


if __name__ == "__main__":
    sys.exit(main())
