"""Who gets in and what a browser may do: the same for every installation."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "wagtailadmin_login"
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "portal.sign_in.forms.PasswordResetForm"  # noqa: S105
PASSWORD_RESET_TIMEOUT = 4 * 3600

#: A working day; nobody comes back from a weekend into an open session.
SESSION_COOKIE_AGE = 10 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
KNOWN_BROWSER_COOKIE_NAME = "known"

# django-otp's own pauses double without end: portal/sign_in/limits.py counts instead,
# so that a stranger cannot keep an official out.
OTP_TOTP_THROTTLE_FACTOR = 0
OTP_STATIC_THROTTLE_FACTOR = 0

AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "portal.sign_in.views.login.locked_out"
AXES_RESET_ON_SUCCESS = True
# The failed name may be somebody's e-mail address: it stays out of the log.
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "portal.guard.address.client_address"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

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
#: What no page of ours uses; a page that does says so itself (`with_camera`).
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "bluetooth",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)


def named(hosts: list[str]) -> list[str]:
    """The hosts; raises ImproperlyConfigured for none, and for one that is any."""
    if not hosts or any(host.strip(".") in ("", "*") for host in hosts):
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS must name the portal's own hosts, and not any: links in "
            "letters and kept pages would be a stranger's."
        )
    return hosts


_SHORTEST = 50
_FEWEST_LETTERS = 16


def strong(key: str) -> str:
    """The secret key; raises ImproperlyConfigured for one that could be guessed."""
    weak = (
        len(key) < _SHORTEST
        or len(set(key)) < _FEWEST_LETTERS
        or "insecure" in key.lower()
    )
    if weak:
        raise ImproperlyConfigured(
            f"SECRET_KEY is too weak: at least {_SHORTEST} characters, drawn by "
            "chance. Make one: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(60))'"
        )
    return key
