"""How far somebody has come in: the password alone lets nobody in who has a phone.

A session says so itself, from the moment of the password on, so that no page asks the
database. A session that says nothing is nobody's.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from django.contrib.auth.middleware import get_user
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from portal.models import User

KEY = "sign_in"
SINCE = "sign_in_since"
#: Between the password and the code; then the password is asked for again.
PATIENCE = timedelta(minutes=15)


class Progress(StrEnum):
    """What a session still lacks."""

    #: Nothing, for the user has no second factor and needs none.
    FREE = "free"
    #: Nothing: the second factor was given.
    PASSED = "passed"
    #: A code.
    CODE = "code"
    #: A phone, which somebody who sees personal data must set up first.
    PHONE = "phone"


OPEN = frozenset({Progress.FREE, Progress.PASSED})


def progress(session: SessionBase) -> Progress | None:
    """How far the session has come; None for one without a password."""
    said = str(session.get(KEY, ""))
    return Progress(said) if said in {*Progress} else None


def mark(session: SessionBase, state: Progress, now: datetime) -> None:
    session[KEY] = str(state)
    session[SINCE] = now.timestamp()


def halfway(request: HttpRequest, now: datetime) -> User | None:
    """Who gave a password and still lacks something; None when it took too long."""
    state = progress(request.session)
    age = now.timestamp() - request.session.get(SINCE, 0)
    if state is None or state in OPEN or age > PATIENCE.total_seconds():
        return None
    user = get_user(request)
    return user if isinstance(user, User) and user.is_active else None
