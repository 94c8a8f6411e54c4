"""Where the pages lie that intake is tested with."""

import argparse
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group, User
from tests.founded import found

from harkara.cli import intake
from harkara.newsroom.actions.founding import (
    EDITORS,
    REPORTERS,
    NewPaper,
    NewSection,
)

PAGES = Path(__file__).parents[1] / "data" / "paste"
INDIA = ZoneInfo("Asia/Kolkata")
SEED_PAGE = Path(__file__).parents[3] / "shared" / "seed" / "portal-page.txt"


@pytest.fixture
def seed_page() -> bytes:
    """A real page of a small portal; it is not ours to ship, so it may not be here."""
    if not SEED_PAGE.exists():
        pytest.skip(f"{SEED_PAGE} is not here; portal-english-chrome.txt has the same shape")
    return SEED_PAGE.read_bytes()


@pytest.fixture
def paper(db: None) -> None:
    found(
        NewPaper(
            name="परख",
            tagline="",
            host="testserver",
            port=80,
            sections=(
                NewSection(name="देश", slug="desh", colour="indigo"),
                NewSection(name="दुनिया", slug="duniya", colour="teal"),
                NewSection(name="जिला", slug="zila", colour="maroon"),
                NewSection(name="खेल", slug="khel", colour="plum"),
            ),
        )
    )


@pytest.fixture
def reporter(paper: None) -> User:
    user = User.objects.create_user("samvaddata", password="naya-din-7")
    user.groups.add(Group.objects.get(name=REPORTERS))
    return user


@pytest.fixture
def editor(paper: None) -> User:
    user = User.objects.create_user("sampadak", password="naya-din-7")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def page(name: str) -> bytes:
    """Return one of the pages reporters paste."""
    return (PAGES / name).read_bytes()


def run(*words: str) -> int:
    """Run `harkara intake` with these words and return its exit status."""
    parser = argparse.ArgumentParser()
    parser.set_defaults(home=None)
    intake.add(parser.add_subparsers())
    args = parser.parse_args(["intake", *words])
    return int(args.run(args))
