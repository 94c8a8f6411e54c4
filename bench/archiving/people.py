"""Authors and topics of the archive: few, so they are filed as a desk files them."""

from dataclasses import dataclass
from itertools import islice, product

from django.db import transaction

from bench.archiving import vocabulary_table as given
from bench.archiving.telling import PLACES
from harkara.newsroom.models import Author, Topic
from harkara.text.slug import slug

AUTHORS = 60
PERSONS = 80


@dataclass(frozen=True, slots=True)
class People:
    """The ids of those whom stories are by, and of what they are about."""

    authors: tuple[int, ...]
    topics: tuple[int, ...]


@transaction.atomic
def file_people() -> People:
    """File the authors, and the topics: places, organisations, things and persons."""
    names = [f"{first} {last}" for last, first in product(given.LAST_NAMES, given.FIRST_NAMES)]
    authors = [
        Author.objects.create(name=name, slug=slug(name), role=given.ROLES[at % len(given.ROLES)])
        for at, name in enumerate(islice(names, AUTHORS))
    ]
    kinds = {
        Topic.Kind.PLACE: PLACES,
        Topic.Kind.ORGANISATION: given.ORGANISATIONS,
        Topic.Kind.THING: given.THINGS,
        Topic.Kind.PERSON: names[AUTHORS : AUTHORS + PERSONS],
    }
    named = [(name, kind) for kind, found in kinds.items() for name in found]
    # Names that sound alike would share an address: it ends in a number of their own.
    topics = [
        Topic.objects.create(name=name, kind=kind, slug=f"{slug(name)}-{at}")
        for at, (name, kind) in enumerate(named, start=1)
    ]
    return People(tuple(one.pk for one in authors), tuple(one.pk for one in topics))
