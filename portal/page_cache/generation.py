"""What was published last: one moment for all processes, which every write moves on.

With Redis it is a key beside the pages; on one machine it is the time of a file.
"""

import time
from contextvars import ContextVar

from django.conf import settings
from django.core.cache import BaseCache, caches
from django.core.signals import request_finished, request_started
from django.db import transaction

#: The key beside the pages.
KEY = "generation"
#: Nobody has published yet, or Redis is away.
NEVER = "0"
# Written all the time, and on no page that is shared: letters, sessions, counts,
# drafts, who has which form open, the door, rendered pictures. What is not named ends
# what is kept: new tables are safe.
_SILENT = frozenset(
    {
        "axes",
        "contenttypes",
        "django_tasks_database",
        "otp_static",
        "otp_totp",
        "post_office",
        "sessions",
        "wagtailsearch",
        "documents.authorprivate",
        "documents.confidentialpart",
        "documents.filereading",
        "documents.initiativesubmission",
        "documents.mistakereport",
        "documents.needcontact",
        "documents.replicationcontact",
        "documents.submissionfile",
        "events.agencycolumns",
        "events.announcement",
        "events.attendeeaccess",
        "events.call",
        "events.certificateyear",
        "events.consent",
        "events.datarequest",
        "events.doordevice",
        "events.exportcolumns",
        "events.invitation",
        "events.message",
        "events.paperprint",
        "events.registration",
        "events.registrationchange",
        "events.scan",
        "events.seatcount",
        "events.submission",
        "events.surveyanswer",
        "events.surveyreply",
        "portal.guardcount",
        "portal.guardsalt",
        "portal.jobrun",
        "portal.mailrecord",
        "portal.pagefeedback",
        "portal.portalrendition",
        "portal.searchentry",
        "portal.searchmiss",
        "portal.searchstate",
        "portal.searchterm",
        "portal.searchtext",
        "portal.subscriber",
        "portal.subscription",
        "portal.user",
        "portal.workerbeat",
        "questions.question",
        "questions.questionaccess",
        "wagtailadmin.editingsession",
        "wagtailadmin.formstate",
        "wagtailcore.comment",
        "wagtailcore.commentreply",
        "wagtailcore.modellogentry",
        "wagtailcore.pagelogentry",
        "wagtailcore.pagesubscription",
        "wagtailcore.referenceindex",
        "wagtailcore.revision",
        "wagtailcore.taskstate",
        "wagtailcore.uploadedfile",
        "wagtailcore.workflowstate",
        "wagtailusers.userprofile",
    }
)


def cache() -> BaseCache:
    return caches["pages"]


def of_file() -> str:
    """What counts on a machine without Redis."""
    try:
        return str(settings.PAGE_CACHE_FILE.stat().st_mtime_ns)
    except OSError:
        return NEVER


def current() -> str:
    """What counts now; two that are alike stand for the same published pages."""
    return cache().get(KEY, NEVER) if settings.REDIS_URL else of_file()


# What counted when the request first asked; None outside of requests.
_asked: ContextVar[list[str] | None] = ContextVar("generation", default=None)


def _request_starts(**kwargs) -> None:
    _asked.set([])


def _request_ends(**kwargs) -> None:
    _asked.set(None)


request_started.connect(_request_starts, dispatch_uid="generation")
request_finished.connect(_request_ends, dispatch_uid="generation")


def of_request() -> str:
    """What counts for one request, asked once; empty where nobody can say.

    So Redis, or its absence, is met once. A request that writes asks before it does.
    """
    asked = _asked.get()
    if asked is None:
        counts = current()
    else:
        if not asked:
            asked.append(current())
        counts = asked[0]
    return "" if counts == NEVER else counts


def expire() -> None:
    """What is kept counts no longer, for every process; a replica must catch up."""
    if not settings.PAGE_CACHE and "replica" not in settings.DATABASES:
        return
    now = str(time.time_ns())
    if settings.REDIS_URL:
        # Not a count, which may be evicted and begin again: a moment never returns.
        cache().set(KEY, now, None)
        return
    settings.PAGE_CACHE_FILE.parent.mkdir(parents=True, exist_ok=True)
    settings.PAGE_CACHE_FILE.write_text(now, "ascii")


def expire_after(model: type) -> None:
    """Once what is being written to rows of the model is there for everybody."""
    meta = model._meta  # type: ignore[attr-defined]
    if meta.app_label not in _SILENT and meta.label_lower not in _SILENT:
        transaction.on_commit(expire, robust=True)
