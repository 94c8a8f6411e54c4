"""What an archive names: its sections, topics and authors, found here or founded."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from django.db import transaction
from wagtail.search.backends import get_search_backend

from harkara.newsroom.actions.founding import NewSection
from harkara.newsroom.models import Author, FrontPage, SectionPage, Topic
from harkara.newsroom.queries.topics import TOPIC_NAMES
from harkara.search.actions.learned import renew
from harkara.text.fold import fold
from harkara.text.slug import slug

AT_ONCE = 500
MOST_NAME = 120
_NOTHING: Mapping[str, str] = MappingProxyType({})


@transaction.atomic
def open_section(new: NewSection) -> int:
    """Open a section, or find the one that has its address; return its id."""
    known = SectionPage.objects.filter(slug=new.slug).values_list("pk", flat=True).first()
    if known is not None:
        return int(known)
    front = FrontPage.objects.get()
    made = front.add_child(
        instance=SectionPage(
            title=new.name, slug=new.slug, colour=new.colour, description=new.description
        )
    )
    return int(made.pk)


@transaction.atomic
def topics_named(names: Sequence[str], about: Mapping[str, str] = _NOTHING) -> dict[str, int]:
    """Return the ids of topics by their names, in any spelling; those that are new are made.

    What a new one is, is for the desk to say: it is kept as a thing, with what is said `about` the
    name.
    """
    known = {
        fold(one): pk
        for pk, name, aliases in Topic.objects.values_list("pk", "name", "aliases")
        for one in (name, *aliases.splitlines())
    }
    keys = {name: fold(name[:MOST_NAME]) for name in names}
    new = {keys[name]: name[:MOST_NAME] for name in reversed(names) if keys[name] not in known}
    new.pop("", None)
    if new:
        rows = _new_topics(new.values(), about)
        Topic.objects.bulk_create(rows, batch_size=AT_ONCE)
        get_search_backend().get_index_for_model(Topic).add_items(Topic, rows)
        renew(TOPIC_NAMES)
        known |= {key: row.pk for key, row in zip(new, rows, strict=True)}
    return {name: known[key] for name, key in keys.items() if key in known}


def _new_topics(names: Iterable[str], about: Mapping[str, str]) -> list[Topic]:
    taken = set(Topic.objects.values_list("slug", flat=True))
    return [
        Topic(
            name=name,
            slug=_free(slug(name), taken),
            kind=Topic.Kind.THING,
            description=about.get(name, ""),
        )
        for name in names
    ]


@transaction.atomic
def authors_named(people: Mapping[str, str], about: Mapping[str, str] = _NOTHING) -> dict[str, int]:
    """Return the ids of authors by the keys of their names; those that are new are made.

    A new one has what is said `about` the key.
    """
    known = {fold(name): pk for pk, name in Author.objects.values_list("pk", "name")}
    taken = set(Author.objects.values_list("slug", flat=True))
    found = {}
    for key, whole in people.items():
        name = whole[:MOST_NAME]
        folded = fold(name)
        if folded and folded not in known:
            author = Author(name=name, slug=_free(slug(name), taken), bio=about.get(key, ""))
            author.save()
            known[folded] = author.pk
        if folded:
            found[key] = known[folded]
    return found


def _free(wanted: str, taken: set[str]) -> str:
    """Return an address that nobody has, and take it."""
    words = wanted[:70].strip("-") or "x"
    found, number = words, 1
    while found in taken:
        number += 1
        found = f"{words}-{number}"
    taken.add(found)
    return found
