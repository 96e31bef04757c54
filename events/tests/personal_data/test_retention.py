"""When their time is over people are gone, wherever they were written; counts stay."""

from collections import Counter
from datetime import datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from openpyxl import load_workbook

from events import seats
from events.enums import Audience, Circumstance, NoticeKind, Purpose, Seen
from events.jobs import forget_attendees
from events.letters import announcements
from events.models import Announcement, Consent, Invitation, Registration
from events.models.attendees import Agreed, Attendee
from events.organising import access_log
from events.personal_data import consents, retention
from events.personal_data.erasure import forget, forget_next
from events.tests.scenario import NOW, add_event, cancel, invite, register, somebody
from portal import mail
from portal.models import Organisation, User
from portal.vietnamese import fold

# A conference three weeks from NOW that keeps people for ninety days.
OVER = NOW + timedelta(days=21 + 91)
TOTALS = ("state", "organisation", "organisation_name", "agency_key", "audience")
AGREED = Agreed(consents.CURRENT, frozenset({Purpose.TAKING_PART, Purpose.PHOTOS}))
NUMBERS = (*range(101, 108), 120, 130)

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(autouse=True)
def site(front):
    """Every test has the tree of a prepared site."""


def person(number: int, **details) -> Attendee:
    return somebody(
        number, email=f"nguoi{number}@donvi.example", position="Giáo viên", **details
    )


@pytest.fixture
def held():
    """A conference with people in every state, named wherever people can be named."""
    event = add_event(capacity=4)
    office = Organisation.objects.create(name="Phòng minh họa")
    first, second, *_others = (
        register(event, number, agreed=AGREED, attendee=_attendee(number, office))
        for number in range(101, 108)
    )
    cancel(first, reason="Người Minh Họa BAB bận việc")
    seats.transfer(
        second.pk, person(120), agreed=AGREED, key=uuid4(), now=NOW, channel="ticket"
    )
    invitation = invite(event, "Ủy ban minh họa")
    Invitation.objects.update(contact="Người Minh Họa BAB", note="0910 000 101")
    seats.settle_delegation(
        invitation.pk, added=[person(130)], agreed=AGREED, key=uuid4(), now=NOW
    )
    clerk = User.objects.create_user("vanthu")
    words = "Người Minh Họa BAB phát biểu đầu tiên"
    told = {"subject": words, "text": words}
    announcements.announce(event, NoticeKind.NOTE, by=clerk, now=NOW, **told)
    access_log.note(Seen.EXPORT, user=clerk, event_id=event.pk, how_many=9, now=NOW)
    return event


def _attendee(number: int, office: Organisation) -> Attendee:
    managed = number > 104
    return person(
        number,
        note="Ngồi gần màn chiếu",
        answers={"di_cung": "Người Minh Họa BAB", "buoi": ["Sáng"]},
        audience=Audience.OFFICIAL if number % 2 else Audience.WORKER,
        organisation_id=office.pk if managed else None,
        organisation_name=office.name if managed else "Trường minh họa",
    )


def leaks() -> set[str]:
    """Tables and files in which anybody of these is still named."""
    needles = [f"91{number:07d}" for number in NUMBERS] + ["0910 000 101"]
    needles += [f"nguoi{number}@" for number in NUMBERS]
    needles += [fold(somebody(number).name) for number in NUMBERS]
    return {
        place for place, text in _everything() if any(one in text for one in needles)
    }


def _everything():
    with connection.cursor() as cursor:
        blind = _without_content(cursor)
        for table in set(connection.introspection.table_names(cursor)) - blind:
            cursor.execute(f'SELECT * FROM "{table}"')
            yield table, fold("\n".join(map(str, cursor.fetchall())))
    for file in Path(settings.VAR_DIR).rglob("*"):
        if file.is_file():
            yield file.name, fold(file.read_bytes().decode("utf-8", "replace"))


def _without_content(cursor) -> set[str]:
    """Indexes that hold no words, only where they stand: the rows beside are read."""
    if connection.vendor != "sqlite":
        return set()
    contentless = "%content=''%"
    cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE %s", [contentless])
    return {name for (name,) in cursor.fetchall()}


def totals(event) -> Counter:
    rows = Registration.objects.filter(event=event).order_by()
    return Counter(rows.values_list(*TOTALS))


def test_ninety_days_after_the_end_nobody_is_named_anywhere_and_totals_stay(
    held, caplog
):
    before, named = totals(held), leaks()
    assert {"events_registration", "events_registrationchange"} <= named
    assert {"events_invitation", "events_announcement", "post_office_email"} <= named

    assert retention.forget_due(OVER) == len(NUMBERS)

    assert leaks() == set()
    assert totals(held) == before
    assert fold("Người Minh Họa") not in fold(caplog.text)


def test_a_second_run_changes_nothing(held):
    forget_attendees(OVER)
    before = [(place, text) for place, text in _everything() if "events_" in place]
    forget_attendees(OVER + timedelta(days=1))
    after = [(place, text) for place, text in _everything() if "events_" in place]
    assert after == before
    assert list(retention.due(OVER)) == []


def test_the_day_before_everything_is_still_there(held):
    before = list(Registration.objects.values())
    assert retention.forget_due(OVER - timedelta(days=2)) == 0
    assert list(Registration.objects.values()) == before


def test_consents_stay_as_evidence_and_name_nobody(held):
    kept = ("purpose", "given", "text_version", "at")
    before = list(Consent.objects.values(*kept))
    retention.forget_due(OVER)
    assert list(Consent.objects.values(*kept)) == before


def test_an_untold_announcement_is_never_told_empty(held):
    retention.forget_due(OVER)
    assert not Announcement.objects.unfinished().exists()


def test_the_ticket_says_that_the_data_was_removed_and_its_code_opens_nothing(
    held, client
):
    row = Registration.objects.filter(event=held, replaces=None).last()
    retention.forget_due(OVER)
    page = client.get(reverse("ticket", args=[row.token]))
    assert page.status_code == 200
    assert row.name not in page.content.decode()
    found = client.post(
        reverse("ticket_lookup"), {"phone": row.phone, "code": row.code}
    )
    assert found.status_code == 200


def test_no_list_page_or_export_names_anybody_afterwards(held, admin_client):
    register(add_event(title="Hội nghị khác"), 140)
    shown = [
        reverse("registrations", args=[held.pk]),
        reverse("invitations", args=[held.pk]),
        *(
            reverse("registration", args=[held.pk, row.pk])
            for row in Registration.objects.filter(event=held)
        ),
        *(
            reverse("delegation", args=[invitation.token])
            for invitation in Invitation.objects.all()
        ),
        f"{reverse('search')}?q=minh+hoa",
    ]

    def named() -> set[str]:
        pages = {url: admin_client.get(url).content.decode() for url in shown}
        pages["csv"] = _exported(admin_client, held, "csv").decode("utf-8-sig")
        book = load_workbook(BytesIO(_exported(admin_client, held, "xlsx")))
        pages["xlsx"] = str([list(sheet.values) for sheet in book])
        needle = fold("Người Minh Họa B")
        return {url for url, text in pages.items() if needle in fold(text)}

    assert {shown[0], "csv", "xlsx"} <= named()
    retention.forget_due(OVER)
    assert named() == set()


def _exported(client, event, kind: str) -> bytes:
    answer = client.get(reverse("registrations_export", args=[event.pk, kind]))
    assert answer.status_code == 200
    return answer.content


def test_many_go_a_few_at_a_time(held, monkeypatch):
    monkeypatch.setattr("events.personal_data.erasure.CHUNK", 4)
    gone = [forget_next(held.pk, now=OVER) for _time in range(4)]
    assert gone == [4, 4, 1, 0]


def test_the_command_counts_and_with_dry_run_only_counts(held):
    # The command takes the clock's time, by which this conference is long over.
    type(held).objects.update(starts_on="2020-03-02", ends_on="2020-03-02")
    said = StringIO()
    call_command("forget_attendees", "--dry-run", stdout=said)
    assert f"{held.title}: {len(NUMBERS)} people" in said.getvalue()
    assert Registration.objects.filter(forgotten_at=None).count() == len(NUMBERS)
    call_command("forget_attendees", stdout=said)
    assert f"People forgotten: {len(NUMBERS)}" in said.getvalue()
    assert not Registration.objects.filter(forgotten_at=None).exists()


def test_other_conferences_keep_their_people(held):
    later = add_event(title="Hội nghị sau", starts_on=(OVER + timedelta(days=1)).date())
    kept = register(later, 1)
    retention.forget_due(OVER)
    kept.refresh_from_db()
    assert kept.name


def test_an_agency_typed_by_one_person_alone_may_be_a_name_and_goes(site):
    event = add_event(capacity=5)
    alone = register(
        event, 1, attendee=somebody(1, organisation_name="Hộ ông Minh Họa")
    )
    shared = [
        register(event, n, attendee=somebody(n, organisation_name="Trường xã"))
        for n in (2, 3)
    ]
    for row in (alone, *shared):
        forget(row, now=NOW + timedelta(days=22))
    names = [
        Registration.objects.get(pk=row.pk).organisation_name
        for row in (alone, *shared)
    ]
    assert names == ["", "Trường xã", "Trường xã"]


def test_letters_to_others_stay(held):
    other = register(add_event(title="Hội nghị khác"), 7, attendee=person(7))
    kept = Registration.objects.get(pk=other.pk).messages.get().mail_id
    retention.forget_due(NOW + timedelta(days=1))
    assert mail.state(kept) is not None


ENDED = datetime.fromisoformat("2030-01-10T17:00:00+07:00")
HEARD = datetime.fromisoformat("2030-01-05T08:00:00+07:00")


@pytest.mark.parametrize(
    ("ends_at", "postponed", "expected"),
    [
        (ENDED, False, ENDED + timedelta(days=90)),
        (ENDED, True, ENDED + timedelta(days=365 + 90)),
        (None, False, HEARD + timedelta(days=365 + 90)),
        (None, True, HEARD + timedelta(days=365 + 90)),
    ],
)
def test_time_counts_from_the_end_or_a_year_after_the_last_sign_of_life(
    ends_at, postponed, expected
):
    assert (
        retention.forget_at(
            ends_at=ends_at,
            last_heard=HEARD,
            postponed=postponed,
            retention_days=90,
        )
        == expected
    )


def test_people_of_a_postponed_conference_are_kept_until_it_is_held(held):
    type(held).objects.update(circumstance=Circumstance.POSTPONED)
    assert retention.forget_due(OVER) == 0
    assert retention.forget_due(OVER + timedelta(days=365)) == len(NUMBERS)
