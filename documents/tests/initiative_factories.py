"""Invented initiatives in an empty showcase, for tests."""

from datetime import date, datetime
from itertools import count
from zoneinfo import ZoneInfo

from documents.models import (
    Field,
    InitiativeIndexPage,
    InitiativePage,
    Replication,
)
from documents.models.initiative_enums import ReplicationStatus, Review
from portal.models import Locality, LocalityKind, Organisation
from portal.tests import gathered

NOW = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
_numbers = count(1)


def add_initiative(*, publish: bool = True, rows=None, **facts) -> InitiativePage:
    """An initiative in the showcase; `rows` are its children by relation."""
    number = next(_numbers)
    field = facts.pop("field", "giao-duc")
    facts = {
        "title": f"Cách làm mẫu {number}",
        "slug": f"cach-lam-mau-{number}",
        "code": f"SK-T-{number}",
        "summary": "Một cách làm để thử trang.",
        "problem": "Việc cũ mất nhiều thời gian.",
        "solution": "Làm theo cách mới.",
        "field": Field.objects.get(slug=field),
        **facts,
    }
    page = InitiativePage(**facts)
    for relation, found in (rows or {}).items():
        setattr(page, relation, found)
    with gathered.at_the_end():
        InitiativeIndexPage.objects.get().add_child(instance=page)
        if publish:
            page.save_revision().publish()
    return page


def add_unit(name: str, **facts) -> Organisation:
    return Organisation.objects.create(name=name, **facts)


def add_place(name: str, kind=LocalityKind.COMMUNE) -> Locality:
    province = Locality.objects.get(parent=None)
    return Locality.objects.create(name=name, kind=kind, parent=province)


def add_replication(page: InitiativePage, **facts) -> Replication:
    """One the organiser has confirmed as applied, unless told otherwise."""
    facts = {
        "unit": f"Đơn vị thử {next(_numbers)}",
        "status": ReplicationStatus.APPLIED,
        "review": Review.CONFIRMED,
        "started_on": date(2024, 9, 5),
        "sent_at": NOW,
        **facts,
    }
    return Replication.objects.create(initiative=page, **facts)
