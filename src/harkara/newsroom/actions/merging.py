"""Merging two topics: one keeps both names, all stories and both addresses; the other goes.

The desk says which. The worker gives the stories over, some at a time and each as the desk would
have: its pages are pressed again and its revisions tell of the topic that is kept.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.actions.live import put_on_site
from harkara.newsroom.actions.redirects import redirect
from harkara.newsroom.addresses import topic_path
from harkara.newsroom.models import ArticlePage, Topic, TopicMerge
from harkara.newsroom.refusals import Refused, TopicIsMerging

AT_ONCE = 20
"""So many stories are given over in one transaction: nobody who publishes waits for more."""
DRAFTS_AT_ONCE = 200


class SameTopic(Refused):
    """The two topics are one."""

    sentence = _("Choose another topic: this one cannot be merged into itself.")


@transaction.atomic
def begin_merge(*, loser_id: int, keeper_id: int) -> TopicMerge:
    """Give a topic's names to another at once, and its stories from now on.

    Raises SameTopic for one and the same, TopicIsMerging if either is being merged already.
    """
    if loser_id == keeper_id:
        raise SameTopic
    ids = [loser_id, keeper_id]
    if TopicMerge.objects.filter(loser__in=ids).exists():
        raise TopicIsMerging
    if TopicMerge.objects.filter(keeper=loser_id).exists():
        raise TopicIsMerging
    topics = Topic.objects.select_for_update().in_bulk(ids)
    loser, keeper = topics[loser_id], topics[keeper_id]
    names = dict.fromkeys((*keeper.alias_list, loser.name, *loser.alias_list))
    names.pop(keeper.name, None)
    keeper.aliases = "\n".join(names)
    keeper.description = keeper.description or loser.description
    keeper.save(update_fields=["aliases", "description"])
    return TopicMerge.objects.create(loser=loser, keeper=keeper)


@transaction.atomic
def go_on_merging() -> bool:
    """Give the next stories over; return False if no merge is under way.

    When no story is left, the topic goes and its address leads to the one that is kept.
    """
    merges = TopicMerge.objects.select_for_update(skip_locked=True).select_related()
    merge = merges.order_by("pk").first()
    if merge is None:
        return False
    if not (_give_stories(merge) or _look_through_drafts(merge)):
        # Its own delete would take the merge with it before the address is kept.
        loser, old, new = merge.loser, topic_path(merge.loser.slug), topic_path(merge.keeper.slug)
        loser.delete()
        redirect(old, new)
    return True


def _give_stories(merge: TopicMerge) -> bool:
    tagged = ArticlePage.objects.filter(topics=merge.loser_id).order_by("pk")
    stories = list(tagged[:AT_ONCE])
    through = ArticlePage.topics.through
    for story in stories:
        through.objects.filter(articlepage=story.pk, topic=merge.loser_id).delete()
        through.objects.get_or_create(articlepage_id=story.pk, topic_id=merge.keeper_id)
        _retell(story, merge)
        if story.live:
            put_on_site(ArticlePage.objects.get(pk=story.pk))
    return bool(stories)


def _look_through_drafts(merge: TopicMerge) -> bool:
    """Retell drafts that name the topic although what is kept of the story does not."""
    drafts = ArticlePage.objects.filter(has_unpublished_changes=True, pk__gt=merge.draft)
    found = list(drafts.order_by("pk")[:DRAFTS_AT_ONCE])
    for story in found:
        _retell(story, merge)
    if found:
        merge.draft = found[-1].pk
        merge.save(update_fields=["draft"])
    return bool(found)


def _retell(story: ArticlePage, merge: TopicMerge) -> None:
    """Let the revisions that may still be published name the topic that is kept."""
    wanted = {story.latest_revision_id, story.live_revision_id} - {None}
    scheduled = story.revisions.filter(approved_go_live_at__isnull=False)
    for revision in story.revisions.filter(pk__in=wanted).union(scheduled):
        topics = revision.content.get("topics", [])
        if merge.loser_id not in topics:
            continue
        kept = dict.fromkeys(merge.keeper_id if pk == merge.loser_id else pk for pk in topics)
        revision.content["topics"] = list(kept)
        story.revisions.filter(pk=revision.pk).update(content=revision.content)
