"""Comparing the stories of a move, as the worker does it, in a process of its own.

    python -m bench.measuring.comparing HOME

compares until nothing is left and prints one JSON object: what it cost, and the pairs of headlines.
"""

import json
import os
import resource
import sys
import time


def main() -> int:
    """Compare all, and print what that cost and what was named."""
    os.environ |= {"HARKARA_HOME": sys.argv[1], "DJANGO_SETTINGS_MODULE": "harkara.settings"}
    import django

    django.setup()
    from django.utils import timezone

    from harkara.intake.models import MoveNote
    from harkara.intake.moving.comparing import compare_some, waiting
    from harkara.intake.moving.notes import NEARLY_SAME

    began, used, longest = time.perf_counter(), time.process_time(), 0.0
    while (move := waiting()) is not None:
        step = time.process_time()
        compare_some(move, timezone.now())
        longest = max(longest, time.process_time() - step)
    named = MoveNote.objects.filter(message=NEARLY_SAME).order_by("pk")
    cost = {
        "seconds": time.perf_counter() - began,
        "processor": time.process_time() - used,
        "longest": longest,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "pairs": [(one.title, one.values["title"]) for one in named],
    }
    print(json.dumps(cost))
    return 0


if __name__ == "__main__":
    sys.exit(main())
