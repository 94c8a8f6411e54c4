"""Addresses that name nothing today, but once named something."""

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from harkara.newsroom import queries
from harkara.web.views import story

# Any address that ends in a story's number leads to the story, whatever stands before it.
ENDS_IN_NUMBER = re.compile(r"-(\d{1,18})/?\Z", re.ASCII)


def moved(request: HttpRequest) -> HttpResponse:
    """Send an old address to where its page is now.

    Raises Http404 if it never was an address of this site.
    """
    target = queries.redirect_for(request.path)
    if target:
        return HttpResponsePermanentRedirect(target)
    number = ENDS_IN_NUMBER.search(request.path)
    if number:
        return story.short(request, number.group(1))
    raise Http404(request.path)
