"""The last answer: a fault of ours, or a database or disk that is away for a while."""

import errno
import logging
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.http.request import RawPostDataException, UnreadablePostError
from django.template import loader
from django.utils.datastructures import MultiValueDictKeyError
from django.views.defaults import server_error as plain_fault

from portal.guard.responses import private, try_later

logger = logging.getLogger("portal.faults")

RETRY_AFTER = 30
#: Faults of ours that SQLite reports as it reports a full disk.
_OURS = ("no such", "near ", "ambiguous column", "too many")

#: botocore's own, known by name: it is not there where no bucket is configured.
_BUCKET_AWAY = {
    "ConnectionClosedError",
    "ConnectTimeoutError",
    "EndpointConnectionError",
    "ReadTimeoutError",
}


def unreadable(
    request: HttpRequest, exception: Exception | None = None
) -> HttpResponse:
    """400 in words, for what no browser sends; made without the request.

    A host that is not ours would be refused once more while the page is made.
    """
    text = loader.render_to_string("400.html")
    return private(HttpResponseBadRequest(text))


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 with what was typed kept when the database or the disk is away.

    Called while the exception is being handled. The log names the route and not the
    address, which may be the key to somebody's ticket.
    """
    fault = sys.exc_info()[1]
    route = getattr(request.resolver_match, "route", "no route")
    if is_away(fault):
        logger.error("503 at %s: %s", route, type(fault).__name__)
        response = _away(request)
    else:
        logger.error("500 at %s", route, exc_info=fault)
        response = plain_fault(request)
    # Django would log the address.
    response._has_been_logged = True
    return response


def is_away(fault: BaseException | None) -> bool:
    """Whether it is the database, the disk or the bucket, and not the code."""
    kind = type(fault)
    if kind.__module__ == "botocore.exceptions":
        return kind.__name__ in _BUCKET_AWAY
    if isinstance(fault, OSError) and fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    if not isinstance(fault, OperationalError | InterfaceError):
        return False
    return not str(fault).startswith(_OURS)


def _away(request: HttpRequest) -> HttpResponse:
    context = {"kept": _typed(request), "seconds": RETRY_AFTER}
    # Without a request: a context processor would ask the database.
    text = loader.render_to_string("503.html", context)
    return try_later(HttpResponse(text), RETRY_AFTER)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a form that was sent from a page of ours; never a password."""
    checked = getattr(request, "csrf_processing_done", False)
    if request.method != "POST" or not checked:
        return []
    try:
        fields = list(request.POST.lists())
    except (RawPostDataException, UnreadablePostError, MultiValueDictKeyError):
        return []
    return [
        (name, value)
        for name, values in fields
        if "password" not in name
        for value in values
    ]
