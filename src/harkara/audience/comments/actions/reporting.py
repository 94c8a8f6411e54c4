"""Complaints: a reader's word to the desk that a comment should not stand."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from harkara.audience.comments.models import Comment, Decision, Report
from harkara.audience.comments.refusals import NotOnSite, ReportedBefore
from harkara.audience.visitors.networks import network_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What a reader says of a comment, and from which address; `reason` is one of the queries'."""

    comment_id: int
    reason: str
    address: str
    at: datetime


def complain(of: Complaint) -> None:
    """Put a comment before the desk again; it stays on its page until the desk has decided.

    Raises NotOnSite, or ReportedBefore if this network said so today.
    """
    network = network_name(of.address, of.at)
    try:
        with transaction.atomic():
            comment = Comment.objects.select_for_update().filter(pk=of.comment_id).first()
            if comment is None or comment.status != Comment.Status.ACCEPTED:
                raise NotOnSite
            Report.objects.create(comment=comment, reason=of.reason, network=network, at=of.at)
            Comment.objects.filter(pk=comment.pk).update(reports=F("reports") + 1)
            Decision.objects.create(comment=comment, kind=Decision.Kind.REPORTED, at=of.at)
    except IntegrityError as error:
        raise ReportedBefore from error
