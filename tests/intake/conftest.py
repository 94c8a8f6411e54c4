"""Where the pages lie that intake is tested with."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

PAGES = Path(__file__).parents[1] / "data" / "paste"
INDIA = ZoneInfo("Asia/Kolkata")
SEED_PAGE = Path(__file__).parents[3] / "shared" / "seed" / "portal-page.txt"


@pytest.fixture
def seed_page() -> bytes:
    """A real page of a small portal; it is not ours to ship, so it may not be here."""
    if not SEED_PAGE.exists():
        pytest.skip(f"{SEED_PAGE} is not here; portal-english-chrome.txt has the same shape")
    return SEED_PAGE.read_bytes()
