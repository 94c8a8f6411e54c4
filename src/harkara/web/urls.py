"""Every address the press prints, taken apart. Made in `newsroom.addresses`."""

from django.urls import path, re_path

from harkara.newsroom.addresses import (
    AUTHORS,
    COMMENTS,
    CORRECTIONS,
    FRAGMENTS,
    KEPT,
    LATEST,
    MOST_READ,
    POLLS,
    TOPICS,
)
from harkara.newsroom.keys import ListingKind
from harkara.web.views import (
    feeds,
    fragments,
    fronts,
    most_read,
    moved,
    offline,
    plain,
    polls,
    story,
    talk,
)

SLUG = r"(?P<slug>[-a-zA-Z0-9_]+)"
MONTH = r"(?P<year>[0-9]{4})/(?P<month>[0-9]{2})"
NUMBER = r"(?P<number>[0-9]{1,18})"
FILE = r"(?P<file>feed\.xml|atom\.xml|feed\.json)"

site_feed = feeds.FeedView(ListingKind.SITE)
section_feed = feeds.FeedView(ListingKind.SECTION)
topic_feed = feeds.FeedView(ListingKind.TOPIC)
author_feed = feeds.FeedView(ListingKind.AUTHOR)
section_month = fronts.MonthView(ListingKind.SECTION)
topic_month = fronts.MonthView(ListingKind.TOPIC)
author_month = fronts.MonthView(ListingKind.AUTHOR)

urlpatterns = [
    path("", fronts.front),
    path("robots.txt", plain.robots),
    path("sw.js", offline.worker),
    path("manifest.webmanifest", offline.manifest),
    path(f"{KEPT}/", offline.kept),
    path("ads.txt", plain.ads),
    path("favicon.ico", plain.favicon),
    re_path(r"^(?P<status>404|410|500)\.html\Z", plain.refusal),
    path("sitemap.xml", feeds.sitemap_index),
    path("news-sitemap.xml", feeds.news_sitemap),
    path("sitemaps/pages.xml", feeds.sitemap_pages),
    re_path(r"^sitemaps/(?P<year>[0-9]{4})-(?P<month>[0-9]{2})\.xml\Z", feeds.sitemap_month),
    re_path(r"^s/(?P<number>[0-9]{1,18})/?\Z", story.short),
    re_path(r"^s/(?P<number>[0-9]{1,18})\.jpg\Z", story.share_card),
    path(f"{CORRECTIONS}/", plain.corrections),
    path(f"{MOST_READ}/", most_read.most_read),
    path(f"{COMMENTS}/niyam/", talk.notice),
    re_path(rf"^{COMMENTS}/(?P<number>[0-9]{{1,18}})/(?P<sheet>[0-9]{{1,6}})/\Z", talk.sheet),
    path(f"{LATEST}/", fronts.latest),
    path(f"{FRAGMENTS}/<slug:name>/", fragments.fragment),
    path(f"{POLLS}/", polls.index),
    re_path(rf"^{POLLS}/{NUMBER}/\Z", polls.poll),
    re_path(
        rf"^{POLLS}/(?P<number>[0-9]{{1,18}})/natija/(?P<stamp>[0-9a-f]{{32}})/\Z", polls.result
    ),
    re_path(rf"^{POLLS}/suchi/(?P<sheet>[0-9]{{1,12}})/\Z", polls.sheet),
    re_path(rf"^{FILE}\Z", site_feed),
    re_path(rf"^{TOPICS}/{SLUG}/{FILE}\Z", topic_feed),
    re_path(rf"^{AUTHORS}/{SLUG}/{FILE}\Z", author_feed),
    re_path(rf"^{SLUG}/{FILE}\Z", section_feed),
    re_path(rf"^{TOPICS}/{SLUG}/{MONTH}/\Z", topic_month),
    re_path(rf"^{AUTHORS}/{SLUG}/{MONTH}/\Z", author_month),
    re_path(rf"^{SLUG}/{MONTH}/\Z", section_month),
    re_path(rf"^{TOPICS}/{SLUG}/\Z", fronts.topic),
    re_path(rf"^{AUTHORS}/{SLUG}/\Z", fronts.author),
    re_path(rf"^{SLUG}/\Z", fronts.one_word),
    re_path(r"^[-a-zA-Z0-9_]+/[-a-zA-Z0-9_]+-(?P<number>[0-9]{1,18})/\Z", story.story),
    re_path(r"", moved.moved),
]
