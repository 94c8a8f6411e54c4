"""Run the `harkara` command as `python -m harkara`."""

import sys

from harkara.cli import main

sys.exit(main())
