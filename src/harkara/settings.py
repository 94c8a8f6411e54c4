"""Django's settings, derived from the site's `Config`."""

import os
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

from harkara import config

HARKARA = config.load()
PACKAGE = Path(__file__).parent

SECRET_KEY = HARKARA.secret_key()
DEBUG = False
ALLOWED_HOSTS = [*{HARKARA.host, "localhost", "127.0.0.1", "[::1]", *HARKARA.allowed_hosts}]
ROOT_URLCONF = "harkara.urls"
WSGI_APPLICATION = "harkara.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "harkara.press",
    "harkara.search",
    "harkara.newsroom",
    "harkara.intake",
    "harkara.audience",
    "harkara.web",
    "wagtail.contrib.redirects",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    # Wagtail's search in the newsroom needs it on PostgreSQL; on SQLite it does nothing.
    *(["django.contrib.postgres"] if HARKARA.database else []),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "harkara.newsroom.admin.policy.ContentPolicy",
    "harkara.newsroom.admin.transactions.OneTransaction",
]

TEMPLATES = [
    {
        "NAME": "web",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {"environment": "harkara.web.jinja.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": HARKARA.database_settings}

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Its own, so that who asks from many addresses pushes nothing else out of memory.
    "limits": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "limits",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

LANGUAGE_CODE = HARKARA.language
LANGUAGES = [("hi", "हिंदी"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "newsroom" / "locale_wagtail"]
FORMAT_MODULE_PATH = ["harkara.newsroom.formats"]
TIME_ZONE = HARKARA.time_zone
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
MEDIA_URL = "/media/"
MEDIA_ROOT = HARKARA.media

PUBLIC_URL = HARKARA.url
PRESS_STORE = str(HARKARA.pages)
PRESS_URLCONF = "harkara.web.urls"
# Named pipes live no longer than their processes, and a home must be a folder that can be copied.
PRESS_BELLS = str(
    Path(gettempdir()) / f"harkara-{os.getuid()}-{sha256(bytes(HARKARA.home)).hexdigest()[:16]}"
)
NEWSROOM_STORY_PREVIEW = "harkara.web.views.story.preview"
AUDIENCE_VOTES = str(HARKARA.home / "votes")
# Zero bits of each of the puzzles a vote costs: 2,048 tries on an average, 16,384 for a vote.
AUDIENCE_PUZZLE_BITS = 11
SEARCH_INDEX = str(HARKARA.home / "index")
AUDIENCE_SLIPS = HARKARA.home / "slips"
WEB_EDITION_FILE = HARKARA.home / "edition"
WEB_OFFLINE = HARKARA.offline
WEB_AD_SLOTS = {slot: HARKARA.home / name for slot, name in HARKARA.ads.items()}

WAGTAIL_SITE_NAME = "हरकारा"
WAGTAILADMIN_BASE_URL = HARKARA.url
WAGTAIL_CONTENT_LANGUAGES = [("hi", "हिंदी")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("hi", "हिंदी"), ("en", "English")]
WAGTAILADMIN_USER_LOGIN_FORM = "harkara.newsroom.admin.login.DeskLoginForm"
WAGTAILIMAGES_IMAGE_MODEL = "newsroom.Photo"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
# A file of a few kilobytes can hold more than a small server's memory; a phone's 50 million fit.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILREDIRECTS_AUTO_CREATE = False
# The site sends no mail: whoever forgot a password is given a new one by a colleague.
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "harkara.newsroom.page_search"}}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
TAGGIT_CASE_INSENSITIVE = True

CSRF_FAILURE_VIEW = "harkara.web.views.miss.unvouched"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HARKARA.url.startswith("https:")
SESSION_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_TRUSTED_ORIGINS = [HARKARA.url]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]

DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A reader's wrong address is no event, nor is a scanner's wrong host.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
