"""The site's own settings, for a home that is made for each test run and thrown away after it."""

import os
import tempfile
from pathlib import Path

from harkara.config import FILE_NAME, HOME_VARIABLE

# Before anything reads the settings: whatever home is set outside is somebody's paper.
HOME = Path(tempfile.mkdtemp(prefix="harkara-tests-"))
os.environ[HOME_VARIABLE] = str(HOME)
# The database is chosen as a site chooses it: in the home's own file.
ADDRESS = os.environ.get("HARKARA_TEST_DATABASE", "")
if ADDRESS:
    (HOME / FILE_NAME).write_text(f'database = "{ADDRESS}"\n')

from harkara.settings import *  # noqa: E402, F403 (the settings themselves)

# Tests make users by the dozen, and a slow hash guards nobody here.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
