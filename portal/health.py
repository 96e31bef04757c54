"""How the portal is: what keeps it from serving, what waits too long, what ran last.

`/readyz` and the administrators' screen ask the same functions.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.backup.backups import last_backup
from portal.jobs import all_jobs
from portal.mail.delivery import oldest_due
from portal.models.mail import MailRecord, MailState
from portal.models.work import JobRun
from portal.replica import router as replica
from portal.replica.freshness import follows
from portal.search.rebuild import is_outdated
from portal.vietnamese.dates import short_moment
from portal.work.heartbeats import living

#: With less free space the next upload or registration may not fit.
DISK_FREE = 500 * 1024 * 1024
#: A letter that has waited so long beyond its time says that nobody sends any.
LETTER_WAIT = timedelta(minutes=15)
#: A backup older than this was not made last night.
LATEST_BACKUP = timedelta(hours=30)

_migrated: set[str] = set()


class State(StrEnum):
    """How grave it is."""

    GOOD = "good"
    #: Nobody asked for it here, so nobody may take it for done.
    UNSET = "unset"
    LATE = "late"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, how it is, and what was seen."""

    key: str
    name: str | Promise
    state: State
    detail: str


def broken() -> Iterator[str]:
    """What keeps readers from being served; raises Error without a database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    if not _is_migrated():
        yield "migrations"
    if _free() < DISK_FREE:
        yield "disk"


def late(now: datetime) -> Iterator[str]:
    """What waits longer than it should; readers are served all the same."""
    due = oldest_due(now)
    if due and now - due > LETTER_WAIT:
        yield "outbox"
    if not living(now):
        yield "workers"
    if replica.is_configured() and not follows():
        yield "replica"


def findings(now: datetime) -> list[Finding]:
    """Everything that is looked at, for people; never raises for a database away."""
    try:
        bad = {*broken()}
        waits = set() if bad & {"migrations"} else {*late(now)}
    except Error as fault:
        name = gettext_lazy("Database")
        return [Finding("database", name, State.BROKEN, type(fault).__name__)]
    return [
        Finding(
            "database", gettext_lazy("Database"), State.GOOD, connection.display_name
        ),
        Finding(
            "migrations",
            gettext_lazy("Tables"),
            _state("migrations", bad),
            _("older than the program: run migrate")
            if "migrations" in bad
            else _("as this version of the program wants them"),
        ),
        Finding(
            "disk",
            gettext_lazy("Free disk space"),
            _state("disk", bad),
            filesizeformat(_free()),
        ),
        *([] if "migrations" in bad else _work(now, waits)),
    ]


def _work(now: datetime, waits: set[str]) -> Iterator[Finding]:
    """What is done beside serving."""
    due = oldest_due(now)
    failed = MailRecord.objects.in_state(MailState.FAILED).count()
    oldest = (
        _("the oldest since %(moment)s") % {"moment": short_moment(due)}
        if due
        else _("none is due")
    )
    lost = ngettext(
        "%(count)d failed for good", "%(count)d failed for good", failed
    ) % {"count": failed}
    yield Finding(
        "outbox",
        gettext_lazy("Letters that wait"),
        State.LATE if "outbox" in waits else State.GOOD,
        f"{oldest}; {lost}" if failed else oldest,
    )
    alive = sorted(living(now))
    yield Finding(
        "workers",
        gettext_lazy("Workers"),
        State.LATE if "workers" in waits else State.GOOD,
        _("at work: %(names)s") % {"names": ", ".join(alive)}
        if alive
        else _("none lives: letters and nightly jobs wait"),
    )
    if replica.is_configured():
        yield Finding(
            "replica",
            gettext_lazy("Read replica"),
            State.LATE if "replica" in waits else State.GOOD,
            _("away or behind: everything is read from the first server")
            if "replica" in waits
            else _("follows; readers who are not signed in read from it"),
        )
    yield _backup(now)
    yield _jobs()
    outdated = is_outdated()
    yield Finding(
        "search",
        gettext_lazy("Search index"),
        State.LATE if outdated else State.GOOD,
        _("of another version; it is being built anew")
        if outdated
        else _("as this version of the program wants it"),
    )


def _backup(now: datetime) -> Finding:
    name = gettext_lazy("Last backup")
    last = last_backup()
    if last is None:
        if settings.BACKUP_NIGHTLY:
            return Finding("backup", name, State.LATE, _("there is none yet"))
        none = _("none: no nightly backup is set here")
        return Finding("backup", name, State.UNSET, none)
    made = short_moment(last.taken_at)
    if not settings.BACKUP_NIGHTLY:
        old = _("%(moment)s; no nightly backup is set here") % {"moment": made}
        return Finding("backup", name, State.UNSET, old)
    is_late = now - last.taken_at > LATEST_BACKUP
    return Finding("backup", name, State.LATE if is_late else State.GOOD, made)


def _jobs() -> Finding:
    """The jobs whose last run ended badly, by name and kind of fault."""
    known = {job.name for job in all_jobs()}
    failed = JobRun.objects.exclude(problem="").filter(name__in=known)
    named = [f"{row.name} ({row.problem})" for row in failed.order_by("name")]
    last = JobRun.objects.exclude(finished_at=None).order_by("-finished_at").first()
    seen = short_moment(last.finished_at) if last and last.finished_at else ""
    detail = _("the last run ended %(moment)s") % {"moment": seen}
    return Finding(
        "jobs",
        gettext_lazy("Jobs"),
        State.LATE if named else State.GOOD,
        "; ".join(named) or (detail if seen else _("none has run yet")),
    )


def _state(key: str, bad: set[str]) -> State:
    return State.BROKEN if key in bad else State.GOOD


def _free() -> int:
    return shutil.disk_usage(settings.VAR_DIR).free


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
