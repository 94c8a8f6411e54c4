"""The web application: pressed pages first, Django for the rest."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harkara.settings")

django_application = get_wsgi_application()
