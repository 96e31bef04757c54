"""What `make bench` asks of a conference on its day; answers in JSON."""

import json
import time
from datetime import timedelta
from importlib import import_module

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.storage import storages
from django.core.management.base import BaseCommand
from django.test import Client
from django.utils import timezone

from portal.bench.memory import MemoryMeter

PART = "1-all"


class Command(BaseCommand):
    help = "Sign in at a door, or measure its papers (internal to make bench)."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "what", choices=["door", "outcome", "issue", "certificates", "sheet"]
        )
        parser.add_argument("path")

    def handle(self, *args, **options) -> None:
        # By name: what all rooms share imports none of them.
        events = apps.get_model("events", "EventPage").objects.filter(is_sample=True)
        asked = next(event for event in events if event.get_url() == options["path"])
        answer = getattr(self, f"_{options['what']}")(asked)
        self.stdout.write(json.dumps(answer))

    def _door(self, event) -> dict:
        """A session of a clerk in charge of it, and the codes of the tickets."""
        user = get_user_model().objects.create_user("clerk")
        assignments = import_module("events.organising.assignments")
        charge = import_module("events.models").Charge(events=(event.pk,))
        assignments.assign(user, charge)
        telephone = Client(HTTP_HOST="127.0.0.1")
        telephone.force_login(user)
        session = telephone.cookies[settings.SESSION_COOKIE_NAME].value
        codes = event.registrations.order_by("pk").values_list("code", flat=True)
        return {
            "cookie": f"{settings.SESSION_COOKIE_NAME}={session}",
            "csrf": settings.CSRF_COOKIE_NAME,
            "codes": list(codes),
        }

    def _outcome(self, event) -> dict:
        scans = apps.get_model("events", "Scan").objects.filter(event=event)
        present = scans.filter(first=True).values("registration").distinct()
        return {"scans": scans.count(), "present": present.count()}

    def _issue(self, event) -> dict:
        """Everybody came and is given a certificate; how long that takes."""
        verbs = import_module("events.checkin.verbs")
        record = import_module("events.checkin.record")
        certificates = import_module("events.certificates.verbs")
        now = timezone.now()
        for pk in event.registrations.values_list("pk", flat=True):
            shown = record.Shown(PART, "code", now)
            verbs.check_in(event, pk, shown, now=now, actor=None)
        verbs.close(event, now=now, actor=None)
        apps.get_model("events", "CertificateSettings").objects.create(
            event=event,
            signer="Người Minh Họa",
            signer_title="Trưởng ban tổ chức",
            hours=7,
            subject="lớp minh họa",
            signed_on=timezone.localdate(now),
        )
        started = time.perf_counter()
        made = certificates.issue(event, now=now + timedelta(minutes=1), actor=None)
        return {"issued": len(made), "seconds": time.perf_counter() - started}

    def _certificates(self, event) -> dict:
        """Their file, in a process as fresh as a worker's."""
        bulk = import_module("events.certificates.bulk")
        return _drawn(event, bulk.draw, "certificates")

    def _sheet(self, event) -> dict:
        lists = import_module("events.checkin.print_files")
        return _drawn(event, lists.draw, "sign_in")


def _drawn(event, task, paper: str) -> dict:
    """Have the file of a paper drawn here, as the worker does, and watch the memory."""
    row = apps.get_model("events", "PaperPrint").objects.create(
        event=event, paper=paper, created_at=timezone.now()
    )
    started = time.perf_counter()
    with MemoryMeter() as memory:
        drawn = task.call(row.pk)
    row.refresh_from_db()
    return {
        "papers": drawn,
        "is_made": bool(row.file),
        "size": storages["private"].size(row.file) if row.file else 0,
        "seconds": time.perf_counter() - started,
        "peak": memory.peak / 1e6,
        "own": memory.own / 1e6,
    }
