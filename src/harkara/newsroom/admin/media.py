"""Pictures as the desk sees them: originals and renditions, also of what is not on the site."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

from harkara.newsroom.models.photo import RENDITIONS

FOLDERS = (RENDITIONS, "original_images")


def picture(request: HttpRequest, folder: str, name: str) -> HttpResponseBase:
    """Send a picture to somebody of the desk; to others none stands at the address.

    Raises Http404.
    """
    if folder not in FOLDERS or not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    response = serve(request, f"{folder}/{name}", document_root=str(settings.MEDIA_ROOT))
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response
