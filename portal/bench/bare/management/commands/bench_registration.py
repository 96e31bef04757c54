"""What `make bench` asks of a conference; answers in JSON."""

import json
import time
from statistics import median

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.models import Organisation

ROUNDS = 7


class Command(BaseCommand):
    help = "Tell what became of a crowd, or measure pages (internal to make bench)."

    def add_arguments(self, parser) -> None:
        parser.add_argument("what", choices=["outcome", "pages", "agencies"])
        parser.add_argument("path", help="of a conference; of agencies, how many")

    def handle(self, *args, **options) -> None:
        if options["what"] == "agencies":
            _add_agencies(int(options["path"]))
            return
        # By name: what all rooms share imports none of them.
        events = apps.get_model("events", "EventPage").objects.filter(is_sample=True)
        asked = next(event for event in events if event.get_url() == options["path"])
        found = _outcome(asked) if options["what"] == "outcome" else _pages(asked)
        self.stdout.write(json.dumps(found))


def _add_agencies(wanted: int) -> None:
    """Invented ones, until there are as many as wanted."""
    Organisation.objects.bulk_create(
        Organisation(name=f"Cơ quan minh họa {number}", sort_key=f"{number:05d}")
        for number in range(Organisation.objects.count(), wanted)
    )


def _outcome(event) -> dict:
    rows = event.registrations.order_by("sequence").values_list("sequence", "state")
    return {"rows": list(rows)}


def _pages(event) -> dict:
    rows = apps.get_model("events", "Registration").objects.all()
    busiest = max(
        rows.order_by().values_list("event", flat=True).distinct(),
        key=lambda pk: rows.filter(event=pk).count(),
    )
    organiser = Client(HTTP_HOST="127.0.0.1")
    organiser.force_login(get_user_model().objects.filter(is_superuser=True).first())
    return {
        "listed": rows.filter(event=busiest).count(),
        "list": _measure(organiser, reverse("registrations", args=[busiest])),
        "form": _measure(Client(HTTP_HOST="127.0.0.1"), f"{event.get_url()}dang-ky/"),
    }


def _measure(client: Client, path: str) -> dict:
    times = []
    for _round in range(ROUNDS + 1):
        with CaptureQueriesContext(connection) as queries:
            started = time.perf_counter()
            response = client.get(path)
            times.append((time.perf_counter() - started) * 1000)
        if response.status_code != 200:
            raise SystemExit(f"{path}: {response.status_code}")
    return {"ms": median(times[1:]), "queries": len(queries)}
