"""What this browser has registered: a form that comes back filled in makes no second.

A browser that goes back draws the form anew, with the old words in it. A cookie that
only the form's own address is sent says which person became which submission; nobody
is named in it, and whoever has another browser learns nothing.
"""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from events.models import Registration

COOKIE = "registered-here"
#: A browser that others use forgets when it is closed, and after this at the latest.
LASTS = timedelta(hours=12)
#: An office may register its people one by one; more do not fit a cookie.
MOST = 20
_SALT = "events.registration.browser"


def earlier(request: HttpRequest, event_id: int, person: str) -> Registration | None:
    """The live registration of the person with this `person_key`, made here before."""
    key = dict(_kept(request)).get(_mark(event_id, person))
    if key is None:
        return None
    made = Registration.objects.live().filter(event=event_id, submission=UUID(key))
    return made.first()


def remember(
    request: HttpRequest, response: HttpResponse, person: str, made: Registration
) -> None:
    """Let this browser's next form of the same person lead to what this one made."""
    if made.submission_id is None:
        return
    mark = _mark(made.event_id, person)
    before = [one for one in _kept(request) if one[0] != mark]
    kept = [*before, (mark, made.submission_id.hex)][-MOST:]
    response.set_cookie(
        COOKIE,
        signing.dumps(kept, salt=_SALT),
        path=request.path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """Mark and submission of each person, the latest last; nonsense is nothing."""
    sent = request.COOKIES.get(COOKIE, "")
    try:
        kept = signing.loads(sent, salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        return []
    return [(mark, key) for mark, key in kept]


def _mark(event_id: int, person: str) -> str:
    """Stands for one person of one conference; no name can be read from it."""
    return salted_hmac(_SALT, f"{event_id}|{person}").hexdigest()[:16]
