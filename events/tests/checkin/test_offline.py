"""Without a connection: what a telephone keeps, and what it sends afterwards."""

import gzip
import json
from base64 import b64decode
from datetime import timedelta
from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils import timezone

from events.checkin import attendance, conflicts, lookup
from events.checkin.snapshot import code_reference, line_key, short_reference, snapshot
from events.models import Charge, DoorDevice, Reception, Registration, Scan
from events.organising.assignments import assign
from events.tests.scenario import NOW, add_event, cancel, register, somebody

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
NAME = "Nông Thị Bích Diệp"
DAY = NOW + timedelta(days=21)


@pytest.fixture
def event():
    return add_event(70, title="Lớp ở Hữu Lũng", slug="huu-lung")


def opened(kept: dict, row) -> list:
    sealed = kept["tickets"][short_reference(row.token)]
    raw = b64decode(sealed + "=" * (-len(sealed) % 4))
    return json.loads(AESGCM(line_key(row.token)).decrypt(raw[:12], raw[12:], None))


def test_a_lost_telephone_names_nobody_and_a_ticket_opens_its_own_line(event):
    row = register(event, 1, attendee=somebody(1, name=NAME))
    other = register(event, 2)
    kept = snapshot(event, now=DAY)
    text = json.dumps(kept, ensure_ascii=False)
    for secret in (NAME, row.token, row.code, row.phone, row.organisation_name):
        assert secret not in text
    assert opened(kept, row)[:4] == [NAME, "Đơn vị minh họa", "confirmed", row.code]
    sealed = kept["tickets"][short_reference(row.token)]
    raw = b64decode(sealed + "=" * (-len(sealed) % 4))
    with pytest.raises(InvalidTag):
        AESGCM(line_key(other.token)).decrypt(raw[:12], raw[12:], None)
    assert kept["codes"][code_reference(event.pk, row.code)] == "ok"


def test_names_are_kept_only_where_the_organiser_wants_it(event):
    register(event, 1, attendee=somebody(1, name=NAME))
    assert "names" not in snapshot(event, now=DAY)
    Reception.objects.create(event=event, names_offline=True)
    (named,) = snapshot(event, now=DAY)["names"]
    assert named[1] == NAME


def test_two_thousand_people_are_at_most_400_kilobytes(event):
    row = register(event, 1, attendee=somebody(1, name=NAME))
    values = {
        column.attname: getattr(row, column.attname)
        for column in Registration._meta.concrete_fields
        if column.name not in ("id", "submission")
    }
    Registration.objects.bulk_create(
        Registration(
            **values
            | {
                "sequence": number,
                "token": f"{number:022d}",
                "code": f"{number:06d}",
                "person_key": str(number),
                "name": f"Hoàng Thị Minh Nguyệt {number}",
                "organisation_name": "Ủy ban nhân dân xã Thiện Tân (minh họa)",
            }
        )
        for number in range(2, 2001)
    )
    kept = json.dumps(snapshot(event, now=DAY)).encode()
    assert len(gzip.compress(kept)) <= 400 * 1024


@pytest.fixture
def sent(client, django_user_model, event):
    """Sends scans as the door's script does."""
    user = django_user_model.objects.create_user("huulung")
    assign(user, Charge(events=(event.pk,)))
    client.force_login(user)
    device = str(uuid4())

    def send(scans, **more):
        body = {"device": device, "name": "Cửa bên", "scans": scans, "waiting": 70}
        body |= {"clock": timezone.now().isoformat(), **more}
        url = f"{event.url}ban-don-tiep/gui/"
        return client.post(url, json.dumps(body), content_type="application/json")

    return send


def scan(row, minute: int = 0, **more) -> dict:
    at = timezone.now() - timedelta(minutes=90 - minute)
    return {
        "nonce": str(uuid4()),
        "at": at.isoformat(),
        "part": "1-all",
        "ref": lookup.reference(row.token),
        "let_in": True,
        **more,
    }


def test_sixty_scans_sent_twice_are_sixty_rows(event, sent):
    rows = [register(event, number) for number in range(60)]
    scans = [scan(row, number) for number, row in enumerate(rows)]
    for _twice in range(2):
        answer = sent(scans).json()
        assert set(answer["answers"].values()) == {"taken"}
    assert Scan.objects.count() == 60
    assert attendance.present(event) == {row.pk for row in rows}
    device = DoorDevice.objects.get()
    assert (device.name, device.waiting) == ("Cửa bên", 10)


def test_a_cancelled_ticket_was_let_in_and_an_unknown_one_makes_no_row(event, sent):
    row = cancel(register(event, 1))
    unknown = {**scan(row), "ref": "", "text": "ZZZZZZ", "typed": True}
    answers = sent([scan(row), unknown]).json()["answers"]
    assert sorted(answers.values()) == ["taken", "unknown"]
    only = Scan.objects.get()
    assert (only.result, only.admits, only.offline) == ("cancelled", True, True)


def test_a_wrong_clock_is_said_and_kept_with_the_device(event, sent):
    row = register(event, 1)
    ahead = timezone.now() + timedelta(days=1)
    off = sent([scan(row)], clock=ahead.isoformat()).json()["clock_off"]
    assert 86000 < off <= 86400
    assert DoorDevice.objects.get().clock_off > 86000


@pytest.mark.parametrize("days", [-1, 1], ids=["behind", "ahead"])
def test_a_clock_wrong_by_a_day_is_mended_for_the_whole_device(event, sent, days):
    rows = [register(event, number) for number in range(3)]
    wrong = timedelta(days=days)
    true = [timezone.now() - timedelta(minutes=30 - one) for one in range(3)]
    clock = (timezone.now() + wrong).isoformat()
    mine = [
        scan(row, at=(at + wrong).isoformat())
        for row, at in zip(rows, true, strict=True)
    ]
    sent(mine, clock=clock)
    # Another telephone, whose clock is right, let the first in a minute earlier.
    earlier = true[0] - timedelta(minutes=1)
    sent([scan(rows[0], at=earlier.isoformat())], device=str(uuid4()))
    device = DoorDevice.objects.exclude(clock_off=0).order_by("pk")
    device = next(one for one in device if abs(one.clock_off) > 80000)
    found = [one for one in conflicts.reconciliation(event).conflicts if one.device]
    assert [(one.kind, one.device.pk, one.scans) for one in found] == [
        ("clock", device.pk, 3)
    ]
    assert conflicts.mend_clock(event, str(device.pk), actor=None) == 3
    assert conflicts.mend_clock(event, str(device.pk), actor=None) == 0
    near = timedelta(seconds=5)
    for row, at in zip(rows, [earlier, *true[1:]], strict=True):
        arrival = row.scans.get(first=True)
        assert abs(arrival.scanned_at - at) < near
    for row, at in zip(rows, true, strict=True):
        kept = row.scans.get(device=device)
        assert abs(kept.clock_at - at - wrong) < near
    assert attendance.present(event) == {row.pk for row in rows}
    found = conflicts.reconciliation(event).conflicts
    assert [one for one in found if one.device] == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'{"device": 1}',
        b'{"device": "x", "clock": "", "scans": []}',
        b"\xff",
    ],
    ids=["nothing", "a list", "no scans", "nonsense", "no text"],
)
def test_what_no_telephone_sends_is_refused(client, event, sent, body):
    url = f"{event.url}ban-don-tiep/gui/"
    answer = client.post(url, body, content_type="application/json")
    assert answer.status_code == 400
    assert sent([{"nonce": "x"}]).status_code == 400


def test_the_worker_keeps_to_the_doors_path(client, event, sent):
    answer = client.get(f"{event.url}ban-don-tiep/sw/")
    assert answer["Content-Type"].startswith("text/javascript")
    assert f'"{event.url}ban-don-tiep/"' in answer.content.decode().replace(
        "\\u002D", "-"
    )
