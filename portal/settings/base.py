"""What every installation shares; values that differ come from the environment."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from portal.settings import caches, databases, logs, object_storage
from portal.settings.security import *  # noqa: F403
from portal.settings.wagtail_admin import *  # noqa: F403

BASE_DIR = Path(__file__).resolve().parents[2]
env = environ.Env()
# Everything the portal writes lies here; a backup of it is a backup of all.
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var"))).resolve()

DEBUG = False
PORT = env.int("PORT", default=8000)
SITE_URL = env.str("SITE_URL", default=f"http://127.0.0.1:{PORT}").rstrip("/")
WAGTAILADMIN_BASE_URL = SITE_URL
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "home",
    "guides",
    "questions",
    "events",
    "documents",
    "portal",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "post_office",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "portal.logs.request_ids.RequestIdMiddleware",
    "portal.middleware.HealthMiddleware",
    "portal.metrics.middleware.MetricsMiddleware",
    "portal.middleware.CharacterSetMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.TrackingWordsMiddleware",
    "portal.page_cache.middleware.PageCacheMiddleware",
    "portal.replica.middleware.ReplicaMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "portal.middleware.ContentSecurityPolicyMiddleware",
    "portal.middleware.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.sign_in.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "portal.images.alt_check.AltTextRefusedMiddleware",
    "events.organising.page_addresses.PageAddressMiddleware",
    "portal.errands.decisions.DecisionMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "portal.User"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context_processors.chrome",
            ],
        },
    },
]

DATABASES = databases.databases(env, VAR_DIR)
# Where a replica is named, anonymous readers read from it: portal/replica/.
DATABASE_ROUTERS = (
    ["portal.replica.router.ReplicaRouter"] if "replica" in DATABASES else []
)

# Numbers for Prometheus at /metrics, for whoever sends this key: portal/metrics/.
METRICS_KEY = env.str("METRICS_KEY", default="")

REDIS_URL = env.str("REDIS_URL", default="")
CACHES = caches.caches(REDIS_URL, VAR_DIR / "pdfs")
# Finished pages for readers who are not signed in: portal/page_cache/. Without Redis
# the file's time tells all processes of the machine that something was published.
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
PAGE_CACHE_SECONDS = env.int("PAGE_CACHE_SECONDS", default=300)
PAGE_CACHE_FILE = VAR_DIR / "published"
SHARE_PICTURES_DIR = VAR_DIR / "share-pictures"

# Pages kept on readers' devices: portal/offline/. Turned off, the workers that are out
# there take themselves and what they keep away as soon as a browser looks.
OFFLINE_READING = env.bool("OFFLINE_READING", default=True)

# Whatever is mailed is a row first, in the writer's transaction; the worker takes it
# to the server that EMAIL_URL names, or without one to files.
_email = env.email_url("EMAIL_URL", default="filemail:///")
if "EMAIL_URL" not in env.ENVIRON:
    _email["EMAIL_FILE_PATH"] = VAR_DIR / "mail"
POST_OFFICE = {
    "BACKENDS": {"default": _email.pop("EMAIL_BACKEND")},
    "FILE_STORAGE": "mail",
}
globals().update(_email)
EMAIL_BACKEND = "portal.mail.backend.OutboxBackend"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")
MAIL_KEEP_DAYS = env.int("MAIL_KEEP_DAYS", default=30)
# Any gateway that takes a POST; see portal/mail/gateway.py for what is filled in.
SHORT_MESSAGE_URL = env.str("SHORT_MESSAGE_URL", default="")
SHORT_MESSAGE_HEADERS = env.json("SHORT_MESSAGE_HEADERS", default={})
SHORT_MESSAGE_BODY = env.str(
    "SHORT_MESSAGE_BODY", default='{"to": "{phone}", "text": "{text}"}'
)
SHORT_MESSAGE_CHANNEL = env.str(
    "SHORT_MESSAGE_CHANNEL",
    default=(
        "portal.mail.gateway.HttpGateway"
        if SHORT_MESSAGE_URL
        else "portal.mail.channels.NoChannel"
    ),
)

# Work that may be repeated: rows too, done by `manage.py work`.
TASKS = {"default": {"BACKEND": "portal.work.task_backend.TaskBackend"}}

# How many proxies in front are ours: that many of the last entries of
# X-Forwarded-For are believed, and none where there is no proxy.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)

# How long searches without result wait in memory before they are counted.
SEARCH_MISSES_SECONDS = env.float("SEARCH_MISSES_SECONDS", default=60)

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
FORMAT_MODULE_PATH = ["portal.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [VAR_DIR / "assets"]
MEDIA_URL = env.str("MEDIA_URL", default="/media/")
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {
        "BACKEND": env.str(
            "MEDIA_STORAGE", default="django.core.files.storage.FileSystemStorage"
        )
    },
    # Attachments hold personal data: outside everything that is served.
    "mail": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": VAR_DIR / "mail-attachments",
            "file_permissions_mode": 0o600,
        },
    },
    # And what a unit sends in before anybody has approved it.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "private", "file_permissions_mode": 0o600},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if bucket := env.str("MEDIA_S3_BUCKET", default=""):
    STORAGES["default"] = object_storage.entry(env, bucket, folder="media")
    STORAGES["mail"] = object_storage.entry(env, bucket, folder="mail-attachments")
    STORAGES["private"] = object_storage.entry(env, bucket, folder="private")

# A folder, better on another machine, or s3://bucket/folder; the key is an age key.
STORAGES["backups"] = object_storage.backups(
    env, env.str("BACKUP_TO", default=str(VAR_DIR / "backups"))
)
BACKUP_KEY = env.str("BACKUP_KEY", default="")
BACKUP_NIGHTLY = env.bool("BACKUP_NIGHTLY", default=False)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o644

# Asked of administrators and of whoever sees attendees: portal/sign_in/.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=False)

LOGGING = logs.logging(env)
