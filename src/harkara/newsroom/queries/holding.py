"""Which stories hold a photo, in whatever version."""

from django.db.models import Q
from wagtail.models import ReferenceIndex

from harkara.newsroom.models import ArticlePage, Photo


def stories_with(photo_id: int) -> list[int]:
    """Return the ids of the stories that hold a photo, as their lead or in their text."""
    photo = Photo(pk=photo_id)
    holders = ReferenceIndex.get_references_to(photo).values("object_id")
    pks = {int(one["object_id"]) for one in holders if str(one["object_id"]).isdecimal()}
    lead = Q(picture=photo_id) | Q(live_story__picture=photo_id)
    stories = ArticlePage.objects.filter(Q(pk__in=pks) | lead).order_by("pk").distinct()
    return list(stories.values_list("pk", flat=True))
