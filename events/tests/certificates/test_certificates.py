"""Scenario 19: only those present; confirmed, changed, revoked; guessing is slowed."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from wagtail.models import PageLogEntry

from events.certificates import check, sheet, verbs
from events.certificates.check import Verdict
from events.certificates.errors import (
    AlreadyRevoked,
    AttendanceOpen,
    PersonMissing,
    SettingsMissing,
)
from events.certificates.numbers import Number
from events.certificates.views.check import MISSES
from events.checkin import close
from events.checkin import verbs as door
from events.checkin.record import Shown
from events.enums import Purpose, RevokeReason, ScanSource, UndoReason
from events.models import Certificate, CertificateSettings, CertificateYear
from events.models.attendees import Agreed
from events.personal_data import consents, erasure
from events.tests.scenario import add_event, register, somebody

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
NAMES = ("Nông Thị Bích Diệp", "Lý Văn Mẫu", "Hoàng Thị Thử", "Vi Văn Vắng")


def let_in(event, row, at) -> None:
    shown = Shown("1-all", ScanSource.CODE, at)
    door.check_in(event, row.pk, shown, now=at, actor=None)


@pytest.fixture
def event():
    cache.clear()
    return add_event(20, title="Lớp tại xã Hữu Lũng", start_time="08:00")


@pytest.fixture
def day(event):
    return event.starts_at


@pytest.fixture
def evening(day):
    return day + timedelta(hours=10)


@pytest.fixture
def people(event, day):
    """Four registered, three present; the first agreed to be looked up by number."""
    found = []
    for number, name in enumerate(NAMES):
        attendee = somebody(number, name=name, position="Giáo viên")
        agreed = Agreed(consents.CURRENT, (Purpose.CERTIFICATE,) if not number else ())
        found.append(register(event, number, attendee=attendee, agreed=agreed))
    for row in found[:3]:
        let_in(event, row, day)
    return found


def with_settings(event) -> CertificateSettings:
    return CertificateSettings.objects.create(
        event=event,
        authority="KT. Giám đốc",
        signer_title="Phó Giám đốc",
        signer="Lương Văn Mẫu (minh họa)",
        hours=6,
        subject="Hội nghị phổ biến sáng kiến, lớp tại xã Hữu Lũng",
        signed_on=date(2030, 3, 23),
    )


@pytest.fixture
def issued(event, people, evening):
    with_settings(event)
    close.close(event, now=evening, actor=None)
    return verbs.issue(event, now=evening, actor=None)


def typed(client, number: str):
    return client.post(reverse("certificate_check"), {"number": number})


def text_of(answer) -> str:
    return answer.content.decode()


def test_only_those_present_get_one(people, issued):
    assert {one.registration_id for one in issued} == {row.pk for row in people[:3]}
    assert [one.number for one in issued] == ["0001/2030", "0002/2030", "0003/2030"]


def test_by_name_within_an_agency(issued):
    """Diệp, Mẫu, Thử: as the Vietnamese alphabet has them."""
    assert [one.name for one in issued] == list(NAMES[:3])


def test_twice_issues_nothing_more(event, issued, evening):
    assert verbs.issue(event, now=evening, actor=None) == []
    assert CertificateYear.objects.get().last_number == 3


def test_whoever_was_marked_later_follows(event, people, issued, evening):
    close.reopen(event, reason="Sót một người", now=evening, actor=None)
    let_in(event, people[3], evening)
    with pytest.raises(AttendanceOpen):
        verbs.issue(event, now=evening, actor=None)
    close.close(event, now=evening, actor=None)
    (last,) = verbs.issue(event, now=evening, actor=None)
    assert (last.number, last.name) == ("0004/2030", NAMES[3])


def test_nothing_without_a_signer_or_a_closing(event, people, evening):
    with pytest.raises(AttendanceOpen):
        verbs.issue(event, now=evening, actor=None)
    close.close(event, now=evening, actor=None)
    with pytest.raises(SettingsMissing):
        verbs.issue(event, now=evening, actor=None)
    assert not Certificate.objects.exists()


def test_numbers_run_on_through_the_year_and_begin_anew(issued, evening):
    again = add_event(5, title="Lớp khác", slug="lop-khac")
    row = register(again, 9)
    let_in(again, row, again.starts_at)
    with_settings(again)
    close.close(again, now=evening, actor=None)
    (one,) = verbs.issue(again, now=evening, actor=None)
    assert one.number == "0004/2030"
    other = add_event(5, title="Lớp năm sau", slug="lop-nam-sau")
    row = register(other, 9)
    let_in(other, row, other.starts_at)
    with_settings(other)
    close.close(other, now=evening, actor=None)
    (one,) = verbs.issue(other, now=evening + timedelta(days=365), actor=None)
    assert one.number == "0001/2031"


def test_a_number_confirms_conference_and_masked_name_with_consent(client, issued):
    answer = typed(client, " 1 / 2030 ")
    html = text_of(answer)
    assert answer.status_code == 200
    assert "0001/2030" in html and "Hữu Lũng" in html and "N. T. B. Diệp" in html
    assert NAMES[0] not in html and "Giáo viên" not in html
    assert (
        "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]
    )
    assert answer["X-Robots-Tag"].startswith("noindex")
    assert "csrfmiddlewaretoken" not in html


def test_without_consent_no_name(client, issued):
    html = text_of(typed(client, "0002/2030"))
    assert "Hữu Lũng" in html and "Mẫu (" not in html and "L. V." not in html


def test_consent_taken_back_takes_the_name_back(client, people, issued, evening):
    consents.choose(people[0], [], now=evening)
    assert "Diệp" not in text_of(typed(client, "0001/2030"))


def test_the_code_on_the_paper_opens_the_masked_name(client, issued):
    html = text_of(client.get(reverse("certificate_code", args=[issued[1].code])))
    assert "L. V. Mẫu" in html and NAMES[1] not in html
    answer = client.get(reverse("certificate_code", args=["x" * 22]))
    assert answer.status_code == 404 and "no-store" in answer["Cache-Control"]


def test_a_changed_digit_is_named_as_such(client, issued):
    html = text_of(typed(client, "0001/2031"))
    assert "Sai số" in html and "0001/2031" in html and "Hữu Lũng" not in html


def test_a_revoked_one_is_named_as_such_and_nobody_in_it(client, issued, evening):
    verbs.revoke(issued[0].pk, reason=RevokeReason.NOT_PRESENT, now=evening, actor=None)
    for html in (
        text_of(typed(client, "0001/2030")),
        text_of(client.get(reverse("certificate_code", args=[issued[0].code]))),
    ):
        assert "thu hồi" in html and "Diệp" not in html
    with pytest.raises(AlreadyRevoked):
        verbs.revoke(issued[0].pk, reason=RevokeReason.OTHER, now=evening, actor=None)


def test_revoked_by_hand_is_not_issued_again_by_the_press_for_all(
    event, issued, evening
):
    verbs.revoke(issued[0].pk, reason=RevokeReason.OTHER, now=evening, actor=None)
    assert verbs.issue(event, now=evening, actor=None) == []


def test_issued_anew_with_the_name_as_corrected(client, people, issued, evening):
    row = people[0]
    row.name = "Nông Thị Bích Điệp"
    row.save()
    new = verbs.reissue(
        issued[0].pk, reason=RevokeReason.WRONG_NAME, now=evening, actor=None
    )
    assert (new.number, new.name) == ("0004/2030", row.name)
    html = text_of(typed(client, "0001/2030"))
    assert "0004/2030" in html and "thu hồi" in html and "iệp" not in html
    newer = verbs.reissue(
        new.pk, reason=RevokeReason.WRONG_DETAIL, now=evening, actor=None
    )
    assert check.by_number(Number(2030, 1)).now_valid == newer.number


def test_not_anew_for_somebody_who_is_no_longer_present(event, people, issued, evening):
    close.reopen(event, reason="Nhầm người", now=evening, actor=None)
    door.undo(
        event,
        people[0].pk,
        part="1-all",
        undone_for=UndoReason.WRONG_PERSON,
        nonce=uuid4(),
        now=evening,
        actor=None,
    )
    close.close(event, now=evening, actor=None)
    with pytest.raises(PersonMissing):
        verbs.reissue(
            issued[0].pk, reason=RevokeReason.WRONG_NAME, now=evening, actor=None
        )
    assert Certificate.objects.get(pk=issued[0].pk).is_valid


def test_each_step_is_in_the_history_without_a_name(event, issued, evening):
    verbs.reissue(issued[0].pk, reason=RevokeReason.WRONG_NAME, now=evening, actor=None)
    rows = PageLogEntry.objects.filter(page=event.pk, action__startswith="events.cert")
    said = str(list(rows.values_list("data", flat=True)))
    assert rows.count() == 2 and "0004/2030" in said
    assert [name for name in NAMES if name in said] == []


def test_what_was_issued_does_not_change_with_the_settings(event, issued):
    known = CertificateSettings.of(event)
    known.hours = 8
    known.save()
    assert CertificateSettings.of(event).hours == 8
    assert check.by_number(Number(2030, 1)).hours == 6


def test_ten_misses_and_nothing_is_answered_for_a_while(client, issued):
    with time_machine.travel("2030-03-23T03:01:00+00:00", tick=False):
        for number in range(MISSES.times):
            assert typed(client, f"{5000 + number}/2030").status_code == 200
        wrong, right = typed(client, "9999/2030"), typed(client, "0001/2030")
        code = client.get(reverse("certificate_code", args=[issued[1].code]))
        assert {wrong.status_code, right.status_code, code.status_code} == {429}
        assert int(wrong["Retry-After"]) <= 600
        for answer in (wrong, right, code):
            assert "Hữu Lũng" not in text_of(answer) and "Diệp" not in text_of(answer)
    with time_machine.travel("2030-03-23T03:11:00+00:00", tick=False):
        assert "Hữu Lũng" in text_of(typed(client, "0001/2030"))


def test_right_numbers_are_not_handed_out_one_by_one(client, issued):
    with time_machine.travel("2030-03-23T03:01:00+00:00", tick=False):
        codes = {typed(client, "0001/2030").status_code for _once in range(61)}
    assert codes == {200, 429}


def test_a_form_that_says_nothing_keeps_what_was_typed(client, issued):
    html = text_of(typed(client, "bốn trăm <b>"))
    assert "bốn trăm &lt;b&gt;" in html and "0412/2026" in html
    assert "Sai số" not in html
    assert typed(client, "").status_code == 200


def test_whoever_was_forgotten_is_confirmed_without_a_name(
    client, people, issued, evening
):
    erasure.forget(people[0], now=evening)
    found = Certificate.objects.get(pk=issued[0].pk)
    assert (found.name, found.detail) == ("", "")
    answer = check.by_code(found.code)
    assert (answer.verdict, answer.shown_name) == (Verdict.VALID, "")
    html = text_of(typed(client, "0001/2030"))
    assert "Hữu Lũng" in html and "Diệp" not in html


def test_the_ticket_has_it_and_nobody_elses_ticket(client, people, issued, evening):
    with time_machine.travel(evening + timedelta(days=1), tick=False):
        html = text_of(client.get(reverse("ticket", args=[people[0].token])))
        assert "0001/2030" in html and "0002/2030" not in html
        absent = text_of(client.get(reverse("ticket", args=[people[3].token])))
        assert "/2030</p>" not in absent and "chung-nhan.pdf" not in absent
        paper = client.get(reverse("ticket_certificate", args=[people[0].token]))
        assert paper["Content-Type"] == "application/pdf"
        assert "no-store" in paper["Cache-Control"]
        gone = client.get(reverse("ticket_certificate", args=[people[3].token]))
        assert gone.status_code == 302


def test_never_a_diploma(event, issued):
    html = sheet.html_of(event, issued)
    assert "không thay văn bằng, chứng chỉ" in html
    assert html.count("chứng chỉ") == html.count("không thay văn bằng, chứng chỉ")
