"""Answers for whoever watches the server."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.mail.delivery import oldest_due
from portal.work.heartbeats import living

#: With less free space the next upload or registration may not fit.
DISK_FREE = 500 * 1024 * 1024
#: A letter that has waited so long beyond its time says that nobody sends any.
LETTER_WAIT = timedelta(minutes=15)

_migrated: set[str] = set()


@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """200 while the process answers at all."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when readers can be served, else 503; either names what is amiss.

    Work that waits (letters, a worker that died) is named and leaves it at 200: taking
    the server away from its readers would mend neither.
    """
    now = timezone.now()
    try:
        broken = [*_broken()]
        late = [] if broken else [*_late(now)]
    except Error:
        broken, late = ["database"], []
    lines = [f"not ready: {', '.join(broken)}" if broken else "ready"]
    if late:
        lines.append(f"late: {', '.join(late)}")
    text = "".join(f"{line}\n" for line in lines)
    status = 503 if broken else 200
    return HttpResponse(text, status=status, content_type="text/plain")


def _broken() -> Iterator[str]:
    """What keeps readers from being served; raises Error without a database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    if not _is_migrated():
        yield "migrations"
    if shutil.disk_usage(settings.VAR_DIR).free < DISK_FREE:
        yield "disk"


def _late(now: datetime) -> Iterator[str]:
    due = oldest_due(now)
    if due and now - due > LETTER_WAIT:
        yield "outbox"
    if not living(now):
        yield "workers"


def _is_migrated() -> bool:
    """Whether the database is as far as this code; no longer asked once it is."""
    name = str(connection.settings_dict["NAME"])
    if name in _migrated:
        return True
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    _migrated.add(name)
    return True
