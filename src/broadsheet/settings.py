"""Django's settings, made from the newsroom's own `broadsheet.toml`.

The newsroom's folder is named by BROADSHEET_NEWSROOM; there is no default, so that no command
ever writes into a folder that nobody named.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured

from broadsheet.caches import caches
from broadsheet.config import load
from broadsheet.database import database
from broadsheet.has_messenger import has_messenger
from broadsheet.media import storages

NEWSROOM_VARIABLE = "BROADSHEET_NEWSROOM"


def _newsroom() -> Path:
    named = os.environ.get(NEWSROOM_VARIABLE)
    if not named:
        raise ImproperlyConfigured(
            f"{NEWSROOM_VARIABLE} is not set; set it to the folder that holds broadsheet.toml"
        )
    return Path(named)


def _secret_key(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise ImproperlyConfigured(
            f"{file}: the newsroom's secret key is missing; restore it from a backup, "
            "or make a new one, which signs everybody out, with: broadsheet check --mend"
        ) from None


CONFIG = load(_newsroom())
_ADDRESS = urlsplit(CONFIG.paper.url)

SECRET_KEY = _secret_key(CONFIG.secret_key_file)
DEBUG = False
ALLOWED_HOSTS = sorted({_ADDRESS.hostname or "", CONFIG.server.host, "127.0.0.1", "localhost"})
CSRF_TRUSTED_ORIGINS = [CONFIG.paper.url]

INSTALLED_APPS = [
    "broadsheet.desk",
    "broadsheet.photodesk",
    "broadsheet.readers",
    "broadsheet.paper",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "broadsheet.readers.apps.DeskUsersConfig",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.documents",  # the desk of Wagtail 8 does not start without it
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "django_tasks",
    "django_tasks_db",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.facebook",
    "allauth.socialaccount.providers.google",
    "allauth.socialaccount.providers.kakao",
    "allauth.socialaccount.providers.naver",
    "allauth.socialaccount.providers.twitter_oauth2",
    "broadsheet.chain",
    "broadsheet.makeup",
    "broadsheet.planning",
    "broadsheet.studio",
    "broadsheet.reference",
    "broadsheet.talk",
    "broadsheet.live",
    "broadsheet.copydesk",
    "broadsheet.timetable",
    # Last, so that it hears of a moved page after Wagtail has made the redirect.
    "broadsheet.press",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "broadsheet.desk.middleware.reader_address",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "broadsheet.desk.middleware.Unfit",
    "broadsheet.desk.middleware.StoreAway",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "broadsheet.urls"
WSGI_APPLICATION = "broadsheet.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database(CONFIG)}
if CONFIG.database.url:
    # Not last: what is done after an upgrade waits for the last app, which has to have tables.
    INSTALLED_APPS.insert(0, "django.contrib.postgres")
    # Words as they stand, in whatever language: PostgreSQL would else cut English endings off.
    WAGTAILSEARCH_BACKENDS = {
        "default": {
            "BACKEND": "broadsheet.desk.search_index.postgresql",
            "SEARCH_CONFIG": "simple",
        }
    }
else:
    WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "broadsheet.desk.search_index.sqlite"}}
CACHES = caches(CONFIG)
if has_messenger(CONFIG):
    INSTALLED_APPS.insert(-1, "broadsheet.messenger")
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "readers.Account"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_ENGINE = "broadsheet.readers.sessions"
LOGIN_URL = "wagtailadmin_login"
# The desk's log-in knows passwords; a reader has none and comes in by allauth.
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "broadsheet.readers.backend.ReaderBackend",
]
ACCOUNT_ADAPTER = "broadsheet.readers.adapters.ReaderAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is entered only after it was proven
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_MAX_EMAIL_ADDRESSES = 5
# The first number of each holds for one network address or /64, the second for one account.
ACCOUNT_RATE_LIMITS = {
    "login": "60/h/ip",
    "signup": "20/h/ip",
    "request_login_code": "20/h/ip,5/h/key",
    "confirm_login_code": "60/h/ip",
    "manage_account": "30/h/user",
}
SOCIALACCOUNT_ADAPTER = "broadsheet.readers.adapters.SocialAdapter"
SOCIALACCOUNT_QUERY_EMAIL = True
SOCIALACCOUNT_EMAIL_REQUIRED = False
# Only for addresses that `readers.belief` lets through: see docs/readers.md.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {
    "facebook": {"FIELDS": ["id", "name"], "SCOPE": ["public_profile"]},
    "google": {"SCOPE": ["openid", "profile", "email"], "OAUTH_PKCE_ENABLED": True},
    "twitter_oauth2": {"FIELDS": ["id", "name", "username"]},
}
MFA_ADAPTER = "broadsheet.readers.adapters.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True

LANGUAGE_CODE = CONFIG.paper.language
LANGUAGES = global_settings.LANGUAGES
if LANGUAGE_CODE not in dict(LANGUAGES):
    raise ImproperlyConfigured(
        f"broadsheet.toml: [paper] language is {LANGUAGE_CODE!r}; write one that Django knows, "
        "such as en, ko, de or zh-hans"
    )
TIME_ZONE = CONFIG.paper.time_zone
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "broadsheet.desk.formats"

STATIC_URL = "/static/"
STATIC_ROOT = CONFIG.static
MEDIA_ROOT = CONFIG.media
MEDIA_URL = "/desk/media/"
STORAGES = storages(CONFIG)
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _ADDRESS.scheme == "https"
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "SAMEORIGIN"  # the desk shows its own previews in a frame

EMAIL_BACKEND = (
    "broadsheet.readers.log_mail.LogBackend"
    if CONFIG.mail.host == "log"
    else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST = CONFIG.mail.host
EMAIL_PORT = CONFIG.mail.port
EMAIL_HOST_USER = CONFIG.mail.user
EMAIL_HOST_PASSWORD = CONFIG.mail.password
EMAIL_USE_TLS = CONFIG.mail.port == 587
EMAIL_USE_SSL = CONFIG.mail.port == 465
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = CONFIG.mail.sender or "webmaster@localhost"

WAGTAIL_SITE_NAME = "Broadsheet"
WAGTAIL_FINISH_WORKFLOW_ACTION = "broadsheet.chain.finish.finish"
WAGTAILADMIN_BASE_URL = CONFIG.paper.url
WAGTAILIMAGES_IMAGE_MODEL = "desk.Photo"
WAGTAILIMAGES_IMAGE_FORM_BASE = "broadsheet.desk.photo_form.PhotoForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "heic", "gif", "tif", "tiff"]
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"tiff": "png"}  # what the desk shows of it; PNG has 16 bits too
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # the desk asks no other host either
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_PASSWORD_RESET_ENABLED = bool(CONFIG.mail.host)
# Browsers know no zone called localtime.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime"})

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "broadsheet.log_lines.OneLine"},
        "json": {"()": "broadsheet.log_lines.JsonLine"},
    },
    "handlers": {"log": {"class": "logging.StreamHandler", "formatter": CONFIG.log.format}},
    "root": {"handlers": ["log"], "level": "INFO"},
    "loggers": {
        "django.security.DisallowedHost": {"level": "ERROR"},
        "wagtail": {"level": "WARNING"},
        "modelsearch": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}
