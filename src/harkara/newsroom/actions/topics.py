"""Making a topic of a name that stories mention."""

from collections.abc import Sequence
from itertools import count

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.models import Topic
from harkara.newsroom.refusals import Refused
from harkara.text.slug import slug

SHORTER = 70
"""An address that another topic has is cut to so many letters and gets a number."""


class NoTopicName(Refused):
    """No topic can be made of these words."""

    sentence = _("No topic can have this name. Write it in letters, in at most 120 of them.")


@transaction.atomic
def make_topic(*, name: str, kind: str, aliases: Sequence[str] = ()) -> Topic:
    """Make a topic with a free address; return the one that has the name already, if there is one.

    Raises NoTopicName if the name is empty, too long, or has no letter.
    """
    name = " ".join(name.split())
    known = Topic.objects.filter(name=name).first()
    if known is not None:
        return known
    topic = Topic(name=name, kind=kind, aliases="\n".join(aliases), slug=_free_address(name))
    try:
        topic.full_clean()
    except ValidationError as error:
        raise NoTopicName from error
    topic.save()
    return topic


def _free_address(name: str) -> str:
    words = slug(name)
    taken = set(
        Topic.objects.filter(slug__startswith=words[:SHORTER]).values_list("slug", flat=True)
    )
    numbered = (f"{words[:SHORTER].rstrip('-')}-{number}" for number in count(2))
    return words if words not in taken else next(one for one in numbered if one not in taken)
