"""A public server behind HTTPS. Refuses to start without its secrets."""

from portal.logs.reports import report_to
from portal.settings.base import *  # noqa: F403
from portal.settings.base import env
from portal.settings.logs import logging
from portal.settings.security import named, strong

SECRET_KEY = strong(env.str("SECRET_KEY"))
# Of a key that was replaced: what it signed stays good until it is taken off here.
SECRET_KEY_FALLBACKS = [
    strong(key) for key in env.list("SECRET_KEY_FALLBACKS", default=[])
]
SITE_URL = env.str("SITE_URL").rstrip("/")
WAGTAILADMIN_BASE_URL = SITE_URL
ALLOWED_HOSTS = named(env.list("ALLOWED_HOSTS"))
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# HTTPS ends at a proxy in front; it also says who the visitor is.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=1)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
# Editors preview pages in a frame of the same site, so DENY would blind them.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# No other host beneath the same name can set these in our place. They need HTTPS, the
# path / and no domain; where the portal lies below a path they are sent to all of it.
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
KNOWN_BROWSER_COOKIE_NAME = "__Host-known"
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=True)

BACKUP_NIGHTLY = env.bool("BACKUP_NIGHTLY", default=True)
LOGGING = logging(env, lines="json")
if dsn := env.str("SENTRY_DSN", default=""):
    report_to(dsn)
