"""Addresses answered by Django: the newsroom's, and readers' pages nobody has pressed yet."""

from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from harkara.web.views import miss

urlpatterns = [
    path("newsroom/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    re_path(r"", miss.miss),
]

handler500 = miss.broken
