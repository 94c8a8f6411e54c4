"""Photos of the archive: many rows that share a few image files and their renditions."""

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.images.models import Filter
from wagtail.models import Collection

from bench.archiving import vocabulary_table as given
from harkara.demo import pictures
from harkara.newsroom.actions.bulk.references import References
from harkara.newsroom.actions.bulk.tables import count_on, next_id
from harkara.newsroom.models import Photo, PhotoRendition
from harkara.newsroom.queries.pictures import CARD, FORMAT, SHARE, WIDE
from harkara.press.tables import Table

SIZE = (1280, 853)
SPECS = (*(spec + FORMAT for spec in (*CARD, *WIDE)), SHARE)


@transaction.atomic
def file_photos(count: int) -> tuple[int, ...]:
    """File so many photos and all their renditions; return their ids."""
    shared = [_draw(scene) for scene in given.SCENES[:count]]
    photos, renditions = Table(Photo, numbered=True), Table(PhotoRendition)
    references = References(Photo)
    collection = Collection.get_first_root_node()
    first, ids = next_id(Photo), [photo.pk for photo in shared]
    for at in range(count - len(shared)):
        photo, made = shared[at % len(shared)], first + at
        ids.append(made)
        photos.add(
            id=made,
            collection_id=collection.pk,
            **{
                name: getattr(photo, name) for name in ("title", "alt", "credit", "width", "height")
            },
            file=photo.file.name,
        )
        references.add(made, "collection", collection)
        for rendition in photo.renditions.all():
            renditions.add(
                image_id=made,
                filter_spec=rendition.filter_spec,
                focal_point_key=rendition.focal_point_key,
                file=rendition.file.name,
                width=rendition.width,
                height=rendition.height,
            )
    for table in (photos, renditions, references.table):
        table.write()
    count_on(Photo)
    return tuple(ids)


def _draw(scene: str) -> Photo:
    """Keep one drawing as a photo, with its renditions."""
    jpeg = ContentFile(pictures.draw(scene, 1, SIZE), name=f"{scene}.jpg")
    photo = Photo(title=scene, alt="चित्र में गांव का एक दृश्य", credit="चित्र: डेस्क", file=jpeg)
    photo.save()
    photo.get_renditions(*[Filter(spec=spec) for spec in SPECS])
    found: Photo = Photo.objects.prefetch_related("renditions").get(pk=photo.pk)
    return found
