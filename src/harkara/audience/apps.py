"""The audience as a Django app."""

from django.apps import AppConfig


class AudienceConfig(AppConfig):
    """Readers in, and word out to them."""

    name = "harkara.audience"
    label = "audience"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Give the worker's clock and the newsroom's students what the room adds to them."""
        from harkara.audience.comments.scoring.student import CommentStudent
        from harkara.audience.comments.tasks import keep_the_clock
        from harkara.audience.visitors.tasks import forget_visitors
        from harkara.newsroom.learning import more_students
        from harkara.press.tasks import every_second

        every_second.extend([forget_visitors, keep_the_clock])
        more_students.append(CommentStudent)
