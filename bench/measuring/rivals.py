"""What somebody would pick instead: imported where it is installed, named where it is not."""

import sys
from importlib import import_module
from types import ModuleType

_left_out: set[str] = set()


def rival(module: str) -> ModuleType | None:
    """Return a library to compare with, or None (told once, on standard error).

    `lock/bench.txt` has them all; CONTRIBUTING says how to install it.
    """
    try:
        return import_module(module)
    except ImportError:
        if module not in _left_out:
            _left_out.add(module)
            sys.stderr.write(f"left out: {module} is not installed (see CONTRIBUTING.md)\n")
        return None
