"""Forgetting: what led to a reader goes after some days."""

from datetime import datetime, timedelta

from django.db import transaction

from harkara.audience.comments.models import Ban, Comment, PurgedOrigin, Report

NETWORKS_KEPT = timedelta(days=7)
REJECTED_KEPT = timedelta(days=180)
"""What the desk did not take is kept so long that it can be learned from."""
AT_ONCE = 500


def forget_networks(at: datetime) -> int:
    """Take the names of networks out of what is older than a week; return how many rows had one."""
    oldest = at - NETWORKS_KEPT
    with transaction.atomic():
        written = Comment.objects.exclude(network="").filter(written_at__lt=oldest)
        few = list(written.order_by("written_at").values_list("pk", flat=True)[:AT_ONCE])
        changed = Comment.objects.filter(pk__in=few).update(network="")
        said = Report.objects.exclude(network="").filter(at__lt=oldest)
        few = list(said.order_by("at").values_list("pk", flat=True)[:AT_ONCE])
        changed += Report.objects.filter(pk__in=few).update(network="")
    return changed


def forget_the_rejected(at: datetime) -> int:
    """Delete what was rejected or spam half a year ago, with its trail; return how many.

    Of what moved in its name is kept, so that the next adopting does not bring it back.
    """
    old = Comment.objects.filter(
        status__in=(Comment.Status.REJECTED, Comment.Status.SPAM),
        written_at__lt=at - REJECTED_KEPT,
        replies__isnull=True,
    )
    few = dict(old.order_by("written_at").values_list("pk", "origin")[:AT_ONCE])
    with transaction.atomic():
        PurgedOrigin.objects.bulk_create(
            (PurgedOrigin(origin=origin) for origin in few.values() if origin),
            ignore_conflicts=True,
        )
        Comment.objects.filter(pk__in=few).delete()
    return len(few)


def forget_bans(at: datetime) -> int:
    """Delete bans that are over; return how many."""
    return Ban.objects.filter(until__lt=at).delete()[0]
