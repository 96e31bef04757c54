"""What every installation shares; values that differ come from the environment."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from portal.settings import object_storage

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
    "portal.middleware.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.page_cache.middleware.PageCacheMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "portal.middleware.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "portal.images.alt_check.AltTextRefusedMiddleware",
    "events.organising.page_addresses.PageAddressMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "portal.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"

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

# Without DATABASE_URL the portal is a single file: see docs/decisions/0002.
DATABASES = {
    "default": env.db_url(
        "DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'portal.sqlite3'}"
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA busy_timeout=20000;"
            # Read where the system keeps the file anyway, without copying it.
            "PRAGMA mmap_size=268435456;"
        ),
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Compiling a query takes PostgreSQL longer than any of ours does.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
    # A server that swallows packets must not hang every reader.
    DATABASES["default"]["OPTIONS"].setdefault("connect_timeout", 3)

REDIS_URL = env.str("REDIS_URL", default="")
_cache = (
    {"BACKEND": "portal.cache.SoftRedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
)
CACHES = {
    "default": {"LOCATION": "portal", **_cache},
    "pages": {
        "LOCATION": "pages",
        **_cache,
        "KEY_PREFIX": "pages",
        "OPTIONS": {} if REDIS_URL else {"MAX_ENTRIES": 500},
    },
}
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
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# How many proxies in front are ours: that many of the last entries of
# X-Forwarded-For are believed, and none where there is no proxy.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)

# How long searches without result wait in memory before they are counted.
SEARCH_MISSES_SECONDS = env.float("SEARCH_MISSES_SECONDS", default=60)

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
FORMAT_MODULE_PATH = ["portal.formats"]
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
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

WAGTAILADMIN_USER_LOGIN_FORM = "portal.forms.login.LoginForm"
WAGTAIL_SITE_NAME = "Cổng phổ biến sáng kiến"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 10
WAGTAILIMAGES_IMAGE_MODEL = "portal.PortalImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.forms.images.PortalImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_JPEG_QUALITY = 75
WAGTAILIMAGES_WEBP_QUALITY = 70
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILDOCS_DOCUMENT_MODEL = "portal.PortalDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.forms.documents.PortalDocumentForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "csv", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_I18N_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.search.admin_backend"}}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict] = []
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
TAGGIT_CASE_INSENSITIVE = True

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
# The failed name may be somebody's e-mail address: it stays out of the log.
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "portal.guard.address.client_address"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "filters": {"discreet": {"()": "portal.work.log_filters.WithoutTraceback"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "discreet": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["discreet"],
        },
    },
    # The words of an exception may hold what a person wrote.
    "loggers": {
        name: {"handlers": ["discreet"], "propagate": False}
        for name in ("django_tasks", "django_tasks_db", "post_office")
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    }
}
ADMIN_CONTENT_SECURITY_POLICY = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
}
