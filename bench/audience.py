"""What the audience's room is worth: how comments are weighed, and what is taken of readers.

    python bench/audience.py --data ../shared/data --split dev
    python bench/audience.py --data ../shared/data --split dev --only score --json

prints one table, or with --json one flat object keyed `<job>/<set>/<measure>`. Every file of
`bench/audience_jobs` is a job. Times are of one run: read them as ratios.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Measure and print, with a home of our own that is thrown away."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    with TemporaryDirectory(prefix="harkara-bench-") as home:
        os.environ["HARKARA_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "harkara.settings"
        import django

        django.setup()
        from bench.measuring.gatherer import gather

        return gather("bench.audience_jobs", __doc__)


if __name__ == "__main__":
    sys.exit(main())
