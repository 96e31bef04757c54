"""Whoever is only halfway in is nobody, whatever the address and the view."""

from collections.abc import Callable

from django.contrib.auth.middleware import get_user
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from portal.sign_in.sessions import OPEN, progress


class SecondFactorMiddleware:
    """Comes after Django's own, whose user it replaces until the session is open.

    As lazy as that one: a page that does not ask who reads it stays everybody's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: admitted(request))
        request.auser = _asynchronously(request)
        return self.get_response(request)


def admitted(request: HttpRequest):
    """The user of an open session, else nobody."""
    user = get_user(request)
    if user.is_authenticated and progress(request.session) not in OPEN:
        return AnonymousUser()
    return user


def _asynchronously(request: HttpRequest):
    async def ask():
        # No view of the portal is asynchronous: nobody is the safe answer.
        return AnonymousUser()

    return ask
