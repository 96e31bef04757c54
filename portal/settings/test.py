"""Fast, isolated, and otherwise as served."""

import tempfile
from pathlib import Path

from portal.settings.base import *  # noqa: F403
from portal.settings.base import POST_OFFICE, STORAGES

SECRET_KEY = "only-for-tests"  # noqa: S105  guards nothing
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
POST_OFFICE = {**POST_OFFICE, "BACKENDS": {"default": EMAIL_BACKEND}}
ALLOWED_HOSTS = ["*"]
SITE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_URL

_scratch = Path(tempfile.mkdtemp(prefix="portal-test-"))
VAR_DIR = _scratch
MEDIA_ROOT = _scratch / "media"
STATIC_ROOT = _scratch / "static"
STATIC_ROOT.mkdir()
STATICFILES_DIRS = []
STORAGES = {
    **STORAGES,
    "mail": {
        **STORAGES["mail"],
        "OPTIONS": {"location": _scratch / "mail-attachments"},
    },
    "private": {
        **STORAGES["private"],
        "OPTIONS": {"location": _scratch / "private"},
    },
    "backups": {
        **STORAGES["backups"],
        "OPTIONS": {"location": _scratch / "backups"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
AXES_ENABLED = False
# A test's writes are never committed: nothing would end what is kept.
PAGE_CACHE = False
PAGE_CACHE_FILE = _scratch / "published"
# A thread of its own would write beside the test.
SEARCH_MISSES_SECONDS = 0
