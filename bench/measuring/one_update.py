"""What one would write first instead of ours: views in Django that write a row for each request.

    python -m granian --interface wsgi bench.measuring.one_update:application

serves it over the SQLite file that `$ONE_UPDATE_DATABASE` names, with the settings of a site's own
database: WAL, transactions that begin by writing. It does nothing else: no bots, no networks left
out, no decay, no site, section or day. A story that is not there is made.
"""

import os

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(
    SECRET_KEY="bench",  # noqa: S106 (signs nothing)
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=[],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ["ONE_UPDATE_DATABASE"],
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    },
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402 (Django must be set up first)
from django.db import connection, models  # noqa: E402
from django.db.models import F  # noqa: E402


class Story(models.Model):
    """A story and its views."""

    number = models.PositiveBigIntegerField(primary_key=True)
    views = models.PositiveBigIntegerField(default=0)

    class Meta:
        """Django must know whose model it is."""

        app_label = "one_update"

    def __str__(self) -> str:
        return str(self.number)


def count(_request: HttpRequest, number: int) -> HttpResponse:
    """Count one view."""
    if not Story._default_manager.filter(pk=number).update(views=F("views") + 1):
        Story._default_manager.bulk_create([Story(pk=number)], ignore_conflicts=True)
        Story._default_manager.filter(pk=number).update(views=F("views") + 1)
    return HttpResponse(status=204)


urlpatterns = [path("padha/<int:number>", count)]

if Story._meta.db_table not in connection.introspection.table_names():
    with connection.schema_editor() as editor:
        editor.create_model(Story)
connection.close()
application = get_wsgi_application()
