"""Which tests run in the same worker: all that meet the demo paper, so that it is made once."""

from xdist.scheduler import LoadScopeScheduling

DEMO = (
    "tests/journeys/",
    "tests/validators/",
    "tests/cli/test_serve.py",
    "tests/cli/test_nginx.py",
    "tests/cli/test_breakage.py",
    "tests/cli/test_storm.py",
    "tests/cli/test_index.py",
    "tests/cli/test_upgrade.py",
)


class OneDemo(LoadScopeScheduling):
    """Hands each test to whoever is free, and those of the demo, the longest turn, to one worker.

    xdist's own groups go by a suffix of the test's id, which pytest 9.2 does not let it write.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "demo" if nodeid.startswith(DEMO) else nodeid
