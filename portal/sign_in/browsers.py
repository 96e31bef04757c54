"""Browsers that somebody has signed in with before.

Who guesses from elsewhere uses an account's attempts up; whoever owns it and sits at a
browser it knows has attempts of their own, and is not locked out by a stranger.
"""

from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse

from portal.models import User

LASTS = timedelta(days=180)


def remember(response: HttpResponse, user: User) -> None:
    """Let the browser be known as one of this user's."""
    response.set_cookie(
        settings.KNOWN_BROWSER_COOKIE_NAME,
        _signer().sign(_name(user.get_username())),
        max_age=LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def is_known(request: HttpRequest, username: str) -> bool:
    """Whether this user has come in with this browser before."""
    sent = request.COOKIES.get(settings.KNOWN_BROWSER_COOKIE_NAME, "")
    try:
        return _signer().unsign(sent, max_age=LASTS) == _name(username)
    except BadSignature:
        return False


def _name(username: str) -> str:
    # In a cookie stand plain letters only, and nobody's name.
    from_name = TimestampSigner(salt="portal.sign_in.name")
    return from_name.signature(username.lower())


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="portal.sign_in.browser")
