"""Telling stories: headlines, standfirsts and bodies, made up from words and sentences of ours."""

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from random import Random

from bench.archiving import vocabulary_table as given
from harkara.demo.stories import Stock
from harkara.newsroom.queries.lookups import headline_key
from harkara.text.slug import slug

LONGEST_SLUG = 80
PLACES = tuple(stem + ending for stem in given.PLACE_STEMS for ending in given.PLACE_ENDINGS)
# What a whole story is told in: so many paragraphs, each of so many sentences.
PARAGRAPHS = (4, 9)
SENTENCES = (2, 5)
LEADING = {"also_read": "also_read.story", "picture": "picture.photo"}
# How often a body holds something besides its paragraphs.
SHARES = {"heading": 0.35, "also_read": 0.4, "picture": 0.1, "pull_quote": 0.08, "fact_box": 0.06}


@dataclass(frozen=True, slots=True)
class Told:
    """The words over a story."""

    headline: str
    standfirst: str
    dateline: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the database holds it, and the blocks in it that lead elsewhere."""

    raw: str
    # By what they hold (`also_read.story`, `picture.photo`), the id of the block.
    leading: dict[str, str]


class Teller:
    """Makes up stories, the same ones for the same seed."""

    def __init__(self, stock: Stock, random: Random) -> None:
        self._random = random
        texts = (
            block.holds["text"]
            for story in stock.stories
            for block in story.body
            if block.kind == "paragraph"
        )
        sentences = (f"{part.strip()}।" for text in texts for part in text.split("।"))
        self._sentences = [_raw(escape(one, quote=False)) for one in sentences if len(one) > 20]

    def tell(self) -> Told:
        """Return the words over the next story."""
        gaps = self._gaps()
        return Told(
            headline=self._random.choice(given.HEADLINES).format_map(gaps),
            standfirst=self._random.choice(given.STANDFIRSTS).format_map(gaps),
            dateline=gaps["place"],
        )

    def body(self, also_read: int | None, photo: int | None) -> Body:
        """Return a body; it refers to a story and shows a photo, if given."""
        blocks = [self._paragraph() for _ in range(self._random.randint(*PARAGRAPHS))]
        if self._wanted("heading"):
            blocks.insert(2, ("heading", f'"{_raw(self._random.choice(given.HEADINGS))}"'))
        if self._wanted("pull_quote"):
            value = f'{{"text": "{self._sentence()}", "who": ""}}'
            blocks.insert(3, ("pull_quote", value))
        if self._wanted("fact_box"):
            lines = ", ".join(f'"{self._sentence()}"' for _ in range(3))
            title = _raw(self._random.choice(given.HEADINGS))
            blocks.append(("fact_box", f'{{"title": "{title}", "lines": [{lines}]}}'))
        if photo:
            blocks.insert(1, ("picture", f'{{"photo": {photo}, "caption": ""}}'))
        if also_read:
            blocks.insert(2, ("also_read", f'{{"story": {also_read}, "text": ""}}'))
        named = [(kind, value, self._name()) for kind, value in blocks]
        made = (
            f'{{"type": "{kind}", "value": {value}, "id": "{name}"}}' for kind, value, name in named
        )
        leading = {LEADING[kind]: name for kind, _, name in named if kind in LEADING}
        return Body(f"[{', '.join(made)}]", leading)

    def sentences(self, count: int) -> str:
        """Return so many sentences of a story, as plain text."""
        return " ".join(json.loads(f'"{self._sentence()}"') for _ in range(count))

    def refers(self) -> bool:
        """Say whether the next story refers to another one."""
        return self._wanted("also_read")

    def shows(self) -> bool:
        """Say whether the next story has a picture in its body."""
        return self._wanted("picture")

    def correction(self) -> str:
        """Return what a story had wrong."""
        return given.CORRECTION.format_map(self._gaps())

    def _wanted(self, kind: str) -> bool:
        return self._random.random() < SHARES[kind]

    def _gaps(self) -> dict[str, str]:
        choice = self._random.choice
        return {
            "place": choice(PLACES),
            "other": choice(PLACES),
            "thing": choice(given.THINGS),
            "people": choice(given.PEOPLE),
            "office": choice(given.ORGANISATIONS),
            "n": str(self._random.randint(2, 400)),
        }

    def _sentence(self) -> str:
        if self._random.random() < 0.6:
            return self._random.choice(self._sentences)
        return _raw(self._random.choice(given.SENTENCES).format_map(self._gaps()))

    def _paragraph(self) -> tuple[str, str]:
        count = self._random.randint(*SENTENCES)
        return "paragraph", f'"<p>{" ".join(self._sentence() for _ in range(count))}</p>"'

    def _name(self) -> str:
        name = f"{self._random.getrandbits(128):032x}"
        return f"{name[:8]}-{name[8:12]}-{name[12:16]}-{name[16:20]}-{name[20:]}"


def words_of_address(headline: str) -> str:
    """Return the slug of a headline: what `slug` returns, its pieces remembered."""
    pieces = [found for found in map(_slug_of, headline.split()) if found]
    joined = "-".join(pieces)
    return joined if joined and len(joined) <= LONGEST_SLUG else slug(headline)


def key_of_headline(headline: str) -> str:
    """Return the key of a headline: what `headline_key` returns, its pieces remembered."""
    return " ".join(filter(None, map(_key_of, headline.split())))[:255]


@cache
def _slug_of(piece: str) -> str:
    return slug(piece) if any(map(str.isalnum, piece)) else ""


@cache
def _key_of(piece: str) -> str:
    return headline_key(piece)


@lru_cache(maxsize=4096)
def _raw(text: str) -> str:
    """Return the text as it stands inside a JSON string."""
    return json.dumps(text)[1:-1]
