"""Addresses answered by Django: the newsroom's, and readers' pages nobody has pressed yet."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from harkara.newsroom.addresses import COMMENTS, POLLS, SEARCH
from harkara.newsroom.admin import media
from harkara.web.views import comments, miss, polls, search, wires

urlpatterns = [
    path("newsroom", RedirectView.as_view(pattern_name="wagtailadmin_home")),
    path("newsroom/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<str:folder>/<str:name>", media.picture),
    path(SEARCH, RedirectView.as_view(pattern_name="search", query_string=True)),
    path(f"{SEARCH}/", search.page, name="search"),
    path(f"{SEARCH}/stories.json", search.stories),
    path(f"{SEARCH}/words.json", search.words),
    path("intake/wires/<slug:slug>/", wires.push),
    path(f"{COMMENTS}/<int:number>/", comments.say),
    path(f"{COMMENTS}/<int:number>/uttar/<int:comment_id>/", comments.reply),
    path(f"{COMMENTS}/meri/<str:token>/", comments.own),
    path(f"{COMMENTS}/shikayat/<int:comment_id>/", comments.report),
    path(f"{POLLS}/<int:number>/", polls.vote),
    path(f"{POLLS}/<int:number>/token/", polls.token),
    re_path(r"", miss.miss),
]

handler400 = miss.bad
handler403 = miss.forbidden
handler404 = miss.missing
handler500 = miss.broken
