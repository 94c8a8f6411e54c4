"""What the newsroom does by the clock."""

import logging
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from django.db import OperationalError, transaction
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page, Revision

from harkara.newsroom.actions import put_on_site, take_off_site
from harkara.newsroom.actions.breaking import expire_breaking
from harkara.newsroom.actions.merging import go_on_merging
from harkara.newsroom.actions.photos import take_back
from harkara.newsroom.models import ArticlePage, InfoPage, LiveStory, SectionPage
from harkara.newsroom.queries.few import live_pages
from harkara.newsroom.queries.repeats import DeskArchive
from harkara.newsroom.refusals import EmbargoInForce, Refused
from harkara.search.actions.sketches import remember
from harkara.search.queries.sketches import without_sketch

logger = logging.getLogger(__name__)

# A due revision that was refused is tried again after this long, and said again in the log.
RETRY = timedelta(minutes=1)
BETWEEN_SWEEPS = timedelta(minutes=5)
# So many stories are swept in a second: nobody who publishes waits for a sweep of the archive.
SLICE = 400
# So many texts of a slice are remembered: a tenth of a second's work.
AT_ONCE = 100


class _Clock:
    """What this process remembers from one second to the next."""

    next_sweep = datetime.min.replace(tzinfo=UTC)
    # The id of the last page that the sweep under way has looked at.
    swept = 0
    refused_until: ClassVar[dict[int, datetime]] = {}


def keep_the_clock() -> None:
    """Do what is due now: expire, publish, take photos back, merge topics, sweep a little.

    The worker calls it every second.
    """
    now = timezone.now()
    expire_breaking(now)
    expire_due(now)
    publish_due(now)
    take_back()
    go_on_merging()
    if now >= _Clock.next_sweep:
        _mended, _Clock.swept = _sweep_slice(_Clock.swept)
        if not _Clock.swept:
            _Clock.next_sweep = now + BETWEEN_SWEEPS


def publish_due(at: datetime) -> int:
    """Publish every approved revision whose time has come, each in its own transaction.

    Returns how many went live. One that cannot (its section was taken away, its embargo moved) is
    logged and stays scheduled; the others go on.
    """
    due = Revision.objects.filter(approved_go_live_at__lte=at).order_by("approved_go_live_at", "pk")
    return sum(_publish(revision, at) for revision in due)


def expire_due(at: datetime) -> int:
    """Take every live page whose time is over off the site; returns how many."""
    over = LiveStory.objects.filter(expires_at__lte=at).order_by("expires_at", "pk")
    stories = [row.article for row in over.select_related("article")]
    few = [*live_pages(SectionPage), *live_pages(InfoPage)]
    pages = [page for page in few if page.expire_at and page.expire_at <= at]
    return sum(_expire(page, at) for page in [*stories, *pages])


def sweep() -> int:
    """Compare what is live in the newsroom with what readers see, and mend the difference.

    Returns how many stories were mended: zero, unless something wrote past our receivers.
    """
    mended, last = _sweep_slice(0)
    while last:
        more, last = _sweep_slice(last)
        mended += more
    return mended


def _sweep_slice(after: int) -> tuple[int, int]:
    """Sweep the next stories after a page's id; return how many were mended, and the last id.

    The last id is 0 if no story was left.
    """
    ids = ArticlePage.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)
    found = list(ids[:SLICE])
    if not found:
        return 0, 0
    mended = _mend(found)
    _remember(found)
    if mended:
        logger.warning("the sweep mended %d stories", mended)
    return mended, found[-1]


def _remember(ids: list[int]) -> None:
    """Remember what those stories say that nobody has remembered yet: those of an older version.

    Some of them only: the others wait for the next sweep, and nobody waits for them.
    """
    numbers = ArticlePage.objects.filter(pk__in=ids).order_by().values_list("number", flat=True)
    missing = sorted(without_sketch(list(numbers)))[:AT_ONCE]
    if missing:
        remember(DeskArchive()(missing))


def _mend(ids: list[int]) -> int:
    missing = ArticlePage.objects.filter(pk__in=ids, live=True).filter(
        Q(live_story__isnull=True)
        | ~Q(live_story__revision_id=F("live_revision_id")) & Q(live_revision_id__isnull=False)
    )
    extra = LiveStory.objects.filter(article__in=ids, article__live=False)
    mended = 0
    for article in missing:
        try:
            put_on_site(article)
        except Refused as refusal:
            logger.warning("story %s is live and may not be: %s", article.number, refusal)
            ArticlePage.objects.filter(pk=article.pk).update(live=False)
            take_off_site(article.number, timezone.now())
        mended += 1
    for number in extra.values_list("number", flat=True):
        take_off_site(number, timezone.now())
        mended += 1
    return mended


def _publish(revision: Revision, at: datetime) -> int:
    if _Clock.refused_until.get(revision.pk, at) > at:
        return 0
    try:
        with transaction.atomic():
            still_due = Revision.objects.filter(pk=revision.pk, approved_go_live_at__lte=at)
            # Another worker may be at it, or an editor may have called it off.
            mine = still_due.select_for_update(skip_locked=True).first()
            if mine is None:
                return 0
            mine.publish(log_action="wagtail.publish.scheduled")
    except OperationalError as error:
        # Somebody held what this needs: it is still due in a second.
        logger.warning("revision %s is due and waits for the database: %s", revision.pk, error)
        return 0
    except Exception as error:
        logger.exception("revision %s is due and cannot be published", revision.pk)
        _Clock.refused_until[revision.pk] = _next_try(revision, error, at)
        return 0
    _Clock.refused_until.pop(revision.pk, None)
    return 1


def _next_try(revision: Revision, error: Exception, at: datetime) -> datetime:
    """Return when a refused revision is tried again: at the latest when its embargo ends."""
    ends = revision.as_object().embargo_until if isinstance(error, EmbargoInForce) else None
    return min(at + RETRY, ends) if ends else at + RETRY


def _expire(page: Page, at: datetime) -> int:
    try:
        with transaction.atomic():
            still_over = Page.objects.filter(pk=page.pk, live=True, expire_at__lte=at)
            mine = still_over.select_for_update(skip_locked=True).first()
            if mine is None:
                return 0
            mine.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    except OperationalError as error:
        logger.warning("page %s has expired and waits for the database: %s", page.pk, error)
        return 0
    except Exception:
        logger.exception("page %s has expired and cannot be taken off the site", page.pk)
        return 0
    return 1
