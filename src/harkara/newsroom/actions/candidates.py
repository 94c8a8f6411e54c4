"""What the desk decides about a name that could become a topic."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.actions.topics import make_topic
from harkara.newsroom.models import Topic
from harkara.newsroom.refusals import Refused
from harkara.search.actions.names import reject


class NameGone(Refused):
    """The name is not kept any more, or the topic it was to be merged into is gone."""

    sentence = _("This name is not in the list any more.")


@transaction.atomic
def accept_name(*, found: str, name: str, kind: str, aliases: Sequence[str] = ()) -> Topic:
    """Make a topic of a name that was found; under another name, the found one is one more alias.

    Raises NoTopicName.
    """
    name = " ".join(name.split())
    names = dict.fromkeys((*aliases, found))
    names.pop(name, None)
    topic = make_topic(name=name, kind=kind, aliases=tuple(names))
    _also_called(topic, tuple(names))
    return topic


@transaction.atomic
def merge_name(found: str, *, topic_id: int) -> Topic:
    """Make a name that was found another name of a topic. Raises NameGone if there is no topic."""
    topic = Topic.objects.select_for_update().filter(pk=topic_id).first()
    if topic is None:
        raise NameGone
    _also_called(topic, (found,))
    return topic


@transaction.atomic
def reject_name(key: str) -> None:
    """Never propose a name as a topic again. Raises NameGone if it is not kept."""
    if not reject(key):
        raise NameGone


def _also_called(topic: Topic, names: Sequence[str]) -> None:
    """Add other names to a topic that lacks some of them."""
    all_of_them = dict.fromkeys((*topic.alias_list, *names))
    all_of_them.pop(topic.name, None)
    if tuple(all_of_them) != topic.alias_list:
        topic.aliases = "\n".join(all_of_them)
        topic.save(update_fields=["aliases"])
