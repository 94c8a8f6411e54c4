"""Stories that stand on a made-up site: what the search for related ones asks of the newsroom."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from harkara.search.documents import Document, TopicNames

if TYPE_CHECKING:
    from harkara.search.related import Facts

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class OnSite:
    """Texts by their numbers, the highest number the newest; each has a few of some topics."""

    texts_by_number: Mapping[int, str]
    facts_by_number: "Mapping[int, Facts]"
    by_topic: Mapping[int, Sequence[int]]

    def facts(self, numbers: Collection[int]) -> "Mapping[int, Facts]":
        """Return the facts of these stories."""
        return {number: self.facts_by_number[number] for number in numbers}

    def of_topics(self, topic_ids: Collection[int], most: int) -> Sequence[int]:
        """Return the newest stories of these topics."""
        found = {number for topic in topic_ids for number in self.by_topic.get(topic, ())[-most:]}
        return sorted(found, reverse=True)[:most]

    def texts(self, numbers: Collection[int]) -> Mapping[int, str]:
        """Return what these stories say."""
        return {number: self.texts_by_number[number] for number in numbers}

    def document(self, number: int) -> Document:
        """Return a story as search takes it in; its first line is its headline."""
        headline, _, body = self.texts_by_number[number].partition("\n")
        facts = self.facts_by_number[number]
        topics = tuple(TopicNames(id=pk, names=(name,)) for pk, name in facts.topics.items())
        return Document(
            number=number,
            headline=headline,
            body=tuple(body.splitlines()),
            topics=topics,
            published_at=facts.published_at,
        )


def on_site(texts: Sequence[str], *, topics: int = 0, apart: timedelta = timedelta(0)) -> OnSite:
    """Put texts on a site, so long apart; each has one to three topics, if there are any.

    The scratch database must be there.
    """
    # The engine's tables want a database, which is made before a site is put together.
    from harkara.search.related import Facts

    chance, by_number = Random(len(texts)), dict(enumerate(texts, 1))
    facts: dict[int, Facts] = {}
    by_topic: dict[int, list[int]] = {}
    for number in by_number:
        ids = {chance.randrange(topics) + 1 for _ in range(chance.randint(1, 3))} if topics else ()
        for pk in ids:
            by_topic.setdefault(pk, []).append(number)
        published_at = AT - apart * (len(texts) - number)
        facts[number] = Facts(published_at=published_at, topics={pk: f"विषय {pk}" for pk in ids})
    return OnSite(by_number, facts, by_topic)
