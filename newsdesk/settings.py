"""Django's settings, read from the environment; ``docs/settings.md`` explains each variable.

The defaults are those of a locked-down production server.  The secret key has no default: Newsdesk does not start
without ``SECRET_KEY``.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import environ
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _
from whitenoise.compress import Compressor

from newsdesk.logins.secret_key import strong_secret_key
from newsdesk.logins.settings import *  # noqa: F403 (people and mail)
from newsdesk.logins.settings import PROXIES

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# --- the server -----------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY") if DEBUG else strong_secret_key(env.str("SECRET_KEY"))
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# The host in the ids of feed and calendar entries, which must never change; "" takes it from ALLOWED_HOSTS.
ENTRY_ID_HOST = env.str("ENTRY_ID_HOST", default="")
# False only if there is no TLS, as on one's own machine; `./run` sets it to false.
HTTPS = env.bool("HTTPS", default=True)
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

ROOT_URLCONF = "newsdesk.urls"
WSGI_APPLICATION = "newsdesk.wsgi.application"
ASGI_APPLICATION = "newsdesk.asgi.application"

INSTALLED_APPS = [
    "newsdesk.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "csp",
    "corsheaders",
    "rest_framework",
    "rest_framework.authtoken",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "axes",
    "newsdesk.logins",
    # After auth, whose permissions must exist before the groups that are given them.
    "events",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsdesk.public_answers.ReadByOtherSites",
    "newsdesk.public_answers.Packed",
    "newsdesk.public_answers.Validated",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "csp.context_processors.nonce",
                "events.site.languages.languages_of_page",
            ],
            "libraries": {"newsdesk": "events.site.tags"},
        },
    }
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        # "blob:" is for the picture that a reader downloads, which is drawn in the page.
        "img-src": [SELF, "data:", "blob:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# What pages of other sites may read, without a login: the API, feeds, and what an embedded timeline asks for.
CORS_URLS_REGEX = r"^/(api/v1/(?!token/)|oembed$|covers/|[a-z-]+/(feed/$|calendar\.ics$|events/[0-9]+/panel/$))"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD"]
CORS_ALLOW_HEADERS = ["accept", "accept-language", "if-none-match"]
CORS_EXPOSE_HEADERS = ["Content-Disposition", "ETag", "Retry-After"]

# --- the database ---------------------------------------------------------------------------
DATABASES = {"default": env.db_url("DATABASE_URL", default="postgres:///newsdesk")}
# The host may be a folder of sockets, with its slashes written as %2F.
DATABASES["default"]["HOST"] = unquote(DATABASES["default"]["HOST"])
DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# PostgreSQL's defaults are for spinning disks, and they compile queries that run for milliseconds.  With the default
# work_mem of 4 MB, bitmaps of a common word's or actor's rows become lossy, and whole pages are read again.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault(
    "options", env.str("DATABASE_OPTIONS", default="-c random_page_cost=1.1 -c jit=off -c work_mem=32MB")
)
# A server that does not answer at all must not hold a reader's page for minutes.
DATABASES["default"]["OPTIONS"].setdefault("connect_timeout", 10)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- the broker -----------------------------------------------------------------------------
REDIS_URL = env.str("REDIS_URL", default="redis://127.0.0.1:6379/0")
# Celery has another notation for Unix sockets.
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = env.int("EXTRACTION_TIME_LIMIT", default=30) + 10
CELERY_TASK_SOFT_TIME_LIMIT = env.int("EXTRACTION_TIME_LIMIT", default=30)
# A broker that does not answer must not delay an editor's save, so there is one try of a second.
# The article stays queued in the database, and the sweep sends it again.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 1,
    "socket_timeout": 5,
    "retry_on_timeout": False,
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_BEAT_SCHEDULE_FILENAME = env.str("BEAT_SCHEDULE", default=str(BASE_DIR / "var" / "beat-schedule"))
SWEEP_SECONDS = env.float("SWEEP_SECONDS", default=10)
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "events.tasks.sweep", "schedule": SWEEP_SECONDS},
    "forget old logins": {"task": "newsdesk.logins.tasks.forget_old_logins", "schedule": timedelta(days=1)},
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}

# --- limits of the work ----------------------------------------------------------------------
# An article that is queued for longer has lost its message; one that is extracting for longer has lost its worker.
QUEUED_STALE_SECONDS = env.float("QUEUED_STALE_SECONDS", default=20)
EXTRACTING_STALE_SECONDS = env.float("EXTRACTING_STALE_SECONDS", default=CELERY_TASK_TIME_LIMIT + 20)
# After so many runs whose worker died, the article is assumed to be the cause and fails.
EXTRACTION_MAX_ATTEMPTS = env.int("EXTRACTION_MAX_ATTEMPTS", default=3)
ARTICLE_MAX_CHARACTERS = env.int("ARTICLE_MAX_CHARACTERS", default=200_000)
ARTICLE_MIN_WORDS = env.int("ARTICLE_MIN_WORDS", default=6)
COVER_MAX_BYTES = env.int("COVER_MAX_BYTES", default=8_000_000)
# Limits of a request's body, enforced by newsdesk.doors: the first for known users on pages that take articles or
# pictures, the second for everything else.
DATA_UPLOAD_MAX_MEMORY_SIZE = env.int("UPLOAD_MAX_BYTES", default=25_000_000)
SMALL_UPLOAD_MAX_BYTES = env.int("SMALL_UPLOAD_MAX_BYTES", default=100_000)
# newsdesk.doors has received the whole body in memory, so Django need not write uploads to disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE
# Threads for Django, in each process of the web server.
WEB_THREADS = env.int("WEB_THREADS", default=4)

# --- people ---------------------------------------------------------------------------------
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# --- languages ------------------------------------------------------------------------------
LANGUAGE_CODE = env.str("LANGUAGE_CODE", default="en")
LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
FORMAT_MODULE_PATH = "newsdesk.formats"
LOCALE_PATHS = [BASE_DIR / "newsdesk" / "locale"]
# Month names (ar: يناير, ar_IQ and ar_LB: كانون الثاني, ar_DZ: جانفي) and digits ("arab" or "latn") of dates.
DATE_LOCALES = {
    "ar": (env.str("ARABIC_LOCALE", default="ar"), env.str("ARABIC_DIGITS", default="latn")),
    "en": (env.str("ENGLISH_LOCALE", default="en_GB"), "latn"),
}
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_TZ = True

# --- files ----------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = env.str("STATIC_ROOT", default=str(BASE_DIR / "var" / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
# Compressing takes longer than the rest of the setup together, and is no use on one's own machine.
STATIC_COMPRESSION = env.bool("STATIC_COMPRESSION", default=True)
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_COMPRESSION
        else "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    },
}

# --- the API --------------------------------------------------------------------------------
# The limit for requests from one address without token or login; "" means none.  The timeline's own requests are not
# counted.
API_ANONYMOUS_RATE = env.str("API_ANONYMOUS_RATE", default="600/min")
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    # Every view sets its own permissions; a view that forgets to is closed to anonymous clients.
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_THROTTLE_CLASSES": ["events.api.throttles.AnonymousThrottle"],
    "DEFAULT_FILTER_BACKENDS": [],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["events.api.parsers.PatientJSONParser", "rest_framework.parsers.FormParser"],
    "EXCEPTION_HANDLER": "events.api.errors.answer_error",
    "NON_FIELD_ERRORS_KEY": "request",
    "NUM_PROXIES": PROXIES,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Newsdesk",
    "DESCRIPTION": "News events by date, each with its sources and the reason for its date.\n\n"
    "No account is needed to read what is published. To submit articles, use a token: "
    "`Authorization: Token …` (see `/api/v1/token/`).",
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "displayRequestDuration": True, "docExpansion": "list"},
    "ENUM_NAME_OVERRIDES": {
        "ArticleStateEnum": "events.models.choices.ArticleState",
        "DateBasisEnum": "events.models.choices.DateBasis",
        "DatePrecisionEnum": "events.models.choices.DatePrecision",
        "EventStatusEnum": "events.models.choices.EventStatus",
        "EventTypeEnum": "events.models.choices.EventType",
        "VisibilityEnum": "events.models.choices.Visibility",
    },
}


# --- logging --------------------------------------------------------------------------------
def _is_worth_a_line(record: logging.LogRecord) -> bool:
    """Drop the messages of the sweep, which starts and ends six times a minute."""
    return record.levelno > logging.INFO or "events.tasks.sweep" not in record.getMessage()


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "filters": {"worth_a_line": {"()": "django.utils.log.CallbackFilter", "callback": _is_worth_a_line}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["worth_a_line"]}},
    "loggers": {"axes": {"level": "WARNING"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
}
