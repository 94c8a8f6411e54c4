"""Reading the demo paper's authors, topics and stories from their files."""

import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from harkara.demo import pictures

Made = TypeVar("Made")

FOLDER = Path(__file__).parent
STATES = ("live", "draft", "scheduled", "embargoed")
# What each kind of block must hold; `picture` and the pictures of a `gallery` hold a Picture.
BLOCKS = {
    "paragraph": {"text"},
    "heading": {"text"},
    "also_read": {"story"},
    "pull_quote": {"text", "who"},
    "fact_box": {"title", "lines"},
    "list": {"ordered", "items"},
    "table": {"caption", "head", "rows"},
    "picture": {"scene", "seed", "alt", "caption", "credit"},
    "gallery": {"pictures"},
    "social_post": {"author", "text", "url", "network"},
}


class BadStory(Exception):
    """A file of the demo paper cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A member of the demo paper's staff."""

    key: str
    name: str
    role: str
    bio: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic of the demo paper."""

    key: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture to draw, with the words that travel with it."""

    scene: str
    seed: int
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a body: what `BLOCKS` says its kind holds."""

    kind: str
    holds: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction, so many hours before the demo was made."""

    hours_before: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a syndicated story was first published."""

    name: str
    credit: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story of the demo paper; `section` is the folder its file lies in."""

    key: str
    section: str
    headline: str
    standfirst: str
    kind: str
    body: tuple[Block, ...]
    authors: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    dateline: str = ""
    state: str = "live"
    hours_before: float = 0
    hours_after: float = 0
    lead: bool = False
    picture: Picture | None = None
    correction: tuple[Correction, ...] = ()
    source: Source | None = None

    @property
    def also_read(self) -> tuple[str, ...]:
        """The keys of the stories it refers to."""
        return tuple(block.holds["story"] for block in self.body if block.kind == "also_read")

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture of the story, the lead picture first."""
        found = [self.picture] if self.picture else []
        for block in self.body:
            if block.kind == "picture":
                found.append(Picture(**block.holds))
            elif block.kind == "gallery":
                found += [Picture(**given) for given in block.holds["pictures"]]
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """Everything the demo paper is made from; its stories are the oldest first."""

    authors: tuple[Author, ...]
    topics: tuple[Topic, ...]
    stories: tuple[Story, ...]

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture of every story."""
        return tuple(picture for story in self.stories for picture in story.pictures)


def read(folder: Path = FOLDER) -> Stock:
    """Return the demo paper's authors, topics and stories.

    Raises BadStory if a file is not TOML, holds an unknown or misses a needed word, or names
    somebody or something that is not there.
    """
    authors = _entries(folder / "authors.toml", "author", Author)
    topics = _entries(folder / "topics.toml", "topic", Topic)
    found = {path: _story(path) for path in sorted(folder.glob("stories/*/*.toml"))}
    keys = [story.key for story in found.values()]
    if len(set(keys)) < len(keys):
        twice = sorted({key for key in keys if keys.count(key) > 1})
        message = f"{folder}: two stories with the key {', '.join(twice)}"
        raise BadStory(message)
    for path, story in found.items():
        _all_known(path, "author", story.authors, [author.key for author in authors])
        _all_known(path, "topic", story.topics, [topic.key for topic in topics])
        _all_known(path, "story", story.also_read, keys)
        _all_known(path, "scene", [picture.scene for picture in story.pictures], pictures.NAMES)
    oldest_first = sorted(found.values(), key=lambda story: (-story.hours_before, story.key))
    return Stock(authors=authors, topics=topics, stories=tuple(oldest_first))


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: {error}"
        raise BadStory(message) from error


def _entries(path: Path, name: str, make: Callable[..., Made]) -> tuple[Made, ...]:
    return tuple(_made(path, make, given) for given in _load(path).get(name, []))


def _story(path: Path) -> Story:
    given = _load(path)
    given["section"] = path.parent.name
    given["body"] = tuple(_block(path, block) for block in given.get("body", []))
    given["correction"] = tuple(_made(path, Correction, c) for c in given.get("correction", []))
    for name, make in (("picture", Picture), ("source", Source)):
        if name in given:
            given[name] = _made(path, make, given[name])
    story = _made(path, Story, given)
    if story.state not in STATES:
        message = f"{path}: state {story.state!r} is none of {', '.join(STATES)}"
        raise BadStory(message)
    return story


def _block(path: Path, given: dict[str, Any]) -> Block:
    kind = given.pop("kind", None)
    if kind not in BLOCKS or set(given) != BLOCKS[kind]:
        message = f"{path}: a block of kind {kind!r} holds {', '.join(sorted(given))}"
        raise BadStory(message)
    for picture in given.get("pictures", []):
        _made(path, Picture, picture)
    return Block(kind, given)


def _made(path: Path, make: Callable[..., Made], given: Mapping[str, Any]) -> Made:
    lists = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
    try:
        return make(**lists)
    except TypeError as error:
        message = f"{path}: {error}"
        raise BadStory(message) from error


def _all_known(path: Path, what: str, named: Collection[str], known: Collection[str]) -> None:
    for name in named:
        if name not in known:
            message = f"{path}: no {what} {name!r}"
            raise BadStory(message)
