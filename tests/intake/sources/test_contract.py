"""What every source must keep to: the shape of a draft, whatever it was made from."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.intake.conftest import INDIA, PAGES
from tests.intake.moving import GHOST, KHABAR, OWN

from harkara.intake.drafts import (
    Draft,
    DraftAlsoRead,
    DraftBlock,
    DraftImageRef,
    DraftParagraph,
    DraftVideo,
    with_texts,
)
from harkara.intake.moving.archive import Archive, Moved
from harkara.intake.sources.feeds import read_feed
from harkara.intake.sources.ghost import GhostArchive
from harkara.intake.sources.jsonl import JsonlArchive
from harkara.intake.sources.paste import paste
from harkara.intake.sources.wires import read_wire
from harkara.intake.sources.wxr import WxrArchive
from harkara.text.normalise import normalise

FEEDS = PAGES.parent / "feeds"
WIRES = PAGES.parent / "wires"
ADDRESS = re.compile(r"https?://[^\s<>\"']+\Z")
MARKUP = re.compile(r"</?(?:p|div|br)\b[^<>]*>", re.IGNORECASE)


def from_feed(path: Path) -> tuple[Draft, ...]:
    return read_feed(path.read_bytes(), url="https://sohni.example/feed").drafts


def from_archive(archive: Archive) -> Iterator[Draft]:
    with closing(archive):
        archive.survey()
        for found in map(archive.reader(), archive.items()):
            if isinstance(found, Moved):
                yield found.draft


def archives() -> Iterator[tuple[str, Archive]]:
    yield "wxr", WxrArchive(KHABAR, zone=INDIA)
    yield "ghost", GhostArchive(GHOST, address="https://khabar.example")
    yield "jsonl", JsonlArchive(OWN)


def samples() -> Iterator[tuple[str, Draft]]:
    for path in sorted(PAGES.iterdir()):
        if path.suffix == ".html":
            yield f"paste {path.name}", paste(path.read_bytes(), zone=INDIA)
    for path in sorted(FEEDS.iterdir()):
        yield from ((f"feed {path.name}", draft) for draft in from_feed(path))
    for path in sorted(WIRES.iterdir()):
        stories = read_wire(path.read_bytes(), path.name)
        yield from ((f"wire {path.name}", story.draft) for story in stories)
    for name, archive in archives():
        for at, draft in enumerate(from_archive(archive)):
            yield f"{name} {at}", draft


SAMPLES = list(samples())
every_draft = pytest.mark.parametrize("draft", [d for _, d in SAMPLES], ids=[n for n, _ in SAMPLES])


def texts(draft: Draft) -> list[str]:
    found = [draft.headline, draft.standfirst]

    def note(text: str) -> str:
        found.append(text)
        return text

    for block in draft.body:
        with_texts(block, note)
    return found


def addresses(block: DraftBlock) -> list[str]:
    match block:
        case DraftImageRef(url="", foreign_id=known) if known:
            # The source knows it by an id alone; the archive tells where it lies.
            return []
        case DraftImageRef(url=url) | DraftVideo(url=url):
            return [url]
        case DraftParagraph(links=links):
            return [link.url for link in links]
        case DraftAlsoRead(url=url):
            return [url] if url else []
    return []


@every_draft
def test_texts_are_plain_and_spelled_as_they_are_stored(draft: Draft) -> None:
    for text in texts(draft):
        assert not MARKUP.search(text)
        assert text == normalise(text).strip()


@every_draft
def test_a_block_says_something(draft: Draft) -> None:
    assert all(block.text.strip() for block in draft.text_blocks)


@every_draft
def test_addresses_are_of_the_web(draft: Draft) -> None:
    found = [address for block in draft.body for address in addresses(block)]
    found += [draft.source.url] if draft.source.url else []

    assert [address for address in found if not ADDRESS.match(address)] == []


@every_draft
def test_a_link_stands_on_words_of_its_paragraph(draft: Draft) -> None:
    for block in draft.body:
        if isinstance(block, DraftParagraph):
            assert all(link.text in block.text for link in block.links)


@every_draft
def test_what_was_taken_out_has_a_place_and_a_reason(draft: Draft) -> None:
    assert all(0 <= line.before_block <= len(draft.body) for line in draft.removed)
    assert all(line.why for line in draft.removed)


@every_draft
def test_what_came_in_is_kept(draft: Draft) -> None:
    assert draft.origin.raw


@every_draft
def test_times_know_their_zone(draft: Draft) -> None:
    assert draft.published_at is None or draft.published_at.tzinfo is not None
