"""How often passwords and codes may be wrong: per address, and per account.

Beside django-axes, which locks one name at one address: guessing at many names from one
address, or at one name from many, is counted here. Only failures count.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils.translation import ngettext

from portal.guard import Limit, TooMany, count, reached
from portal.sign_in.browsers import is_known

_QUARTER = timedelta(minutes=15)
#: A whole office behind one address mistypes less.
PER_ADDRESS = Limit(60, _QUARTER)
PER_ACCOUNT = Limit(20, _QUARTER)
#: 40 an hour: 3 codes in a million are right at a time.
CODES = Limit(10, _QUARTER)
#: Whoever knows the password and not the code is worth a letter.
WARNED_AT = 5
#: Letters with a link to a new password, for one address of mail.
RESETS = Limit(3, timedelta(hours=1))
RESETS_PER_ADDRESS = Limit(20, timedelta(hours=1))

_PASSWORD = "sign-in"  # noqa: S105  names of counts
_CODE = "second-step"
_RESET = "password-reset"


def check_password(request: HttpRequest, username: str, now: datetime) -> None:
    """Raise TooMany where another wrong password would be one too many."""
    _check(_PASSWORD, request, now, PER_ADDRESS)
    _check(_PASSWORD, request, now, PER_ACCOUNT, _account(request, username))


def wrong_password(request: HttpRequest, username: str, now: datetime) -> None:
    count(_PASSWORD, request, now, PER_ADDRESS)
    subject = _account(request, username)
    count(_PASSWORD, request, now, PER_ACCOUNT, subject=subject)


def check_code(request: HttpRequest, username: str, now: datetime) -> None:
    """Raise TooMany where another wrong code would be one too many."""
    _check(_CODE, request, now, CODES, _account(request, username))


def wrong_code(request: HttpRequest, username: str, now: datetime) -> bool:
    """Count it; whether it is the one of which the account's owner is told."""
    subject = _account(request, username)
    return count(_CODE, request, now, CODES, subject=subject) == [WARNED_AT]


def may_reset(request: HttpRequest, email: str, now: datetime) -> bool:
    """Whether another letter is sent; the answer on the screen is the same."""
    try:
        _check(_RESET, request, now, RESETS_PER_ADDRESS)
        _check(_RESET, request, now, RESETS, email.lower())
    except TooMany:
        return False
    count(_RESET, request, now, RESETS_PER_ADDRESS)
    count(_RESET, request, now, RESETS, subject=email.lower())
    return True


def refusal(flood: TooMany) -> str:
    """Why nothing was tried, and until when."""
    return ngettext(
        "There were too many wrong attempts. Please try again in %(minutes)s minute.",
        "There were too many wrong attempts. Please try again in %(minutes)s minutes.",
        flood.minutes,
    ) % {"minutes": flood.minutes}


def _check(
    action: str, request: HttpRequest, now: datetime, limit: Limit, subject: str = ""
) -> None:
    if reached(action, request, now, limit, subject=subject):
        # Windows are fixed; the end of this one is no later than its length.
        raise TooMany(limit.ends_in(now))


def _account(request: HttpRequest, username: str) -> str:
    place = "known" if is_known(request, username) else "elsewhere"
    return f"{place}:{username.lower()}"
