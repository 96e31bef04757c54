"""An agency's focal person sends a list: read, previewed, mended, confirmed, redone."""

import io
import re
import unicodedata
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from events import seats
from events.delegations.wording import DECLARATION_VERSION
from events.enums import Channel, RegistrationState
from events.models import EventPage, Registration, RegistrationChange, SeatCount
from events.seats.errors import SeatsBusy
from events.tests.scenario import add_event, invite, register, somebody
from portal.tests.tabular.files import workbook

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

HEADINGS = ("STT", "Họ và tên", "Chức vụ", "Số ĐT", "Nhóm", "Ghi chú")
DRAFT = re.compile(r'name="draft" value="([^"]+)"')


@pytest.fixture
def event(front):
    coming = timezone.localdate() + timedelta(days=30)
    return add_event(capacity=60, starts_on=coming, individuals_on=False)


@pytest.fixture
def invitation(event):
    return invite(event, quota=40)


def letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:02d}").title()


def row(number: int, **cells):
    """A good row; the same number is the same person."""
    cells = {
        "name": f"Nông Văn {letters(number)}",
        "phone": f"0912 345 {number:03d}",
    } | cells
    return (number, cells["name"], "Giáo viên", cells["phone"], "Viên chức", None)


def sheet(*rows) -> io.BytesIO:
    file = io.BytesIO(workbook(("Danh sách cử dự",), (), HEADINGS, *rows))
    file.name = "danh sách.xlsx"
    return file


def address(invitation, rest: str = "") -> str:
    return f"/dang-ky-doan/{invitation.token}/{rest}"


def upload(client, invitation, file):
    return client.post(address(invitation, "tep/"), {"file": file})


def confirm(client, invitation, page, **fields):
    """Press the button of a preview."""
    data = {"draft": DRAFT.search(page.content.decode())[1], "confirm": "1"}
    return client.post(
        address(invitation, "xac-nhan/"), data | {"declared": "on"} | fields
    )


def problems(page) -> list[str]:
    return [one.message for one in page.context["form"].problems]


def names(invitation) -> list[str]:
    rows = Registration.objects.live().filter(invitation=invitation)
    return list(rows.order_by("sequence").values_list("name", flat=True))


def test_thirty_from_excel_with_all_that_goes_wrong(client, invitation):
    """Good rows are kept, wrong ones named by row and column and mended in place."""
    rows = [row(number) for number in range(1, 31)]
    rows[2] = row(3, phone=912345003)
    rows[4] = row(5, name=unicodedata.normalize("NFD", "Hoàng Thị Nở"))
    rows[9] = row(1)
    rows[14] = row(15, name=None)
    rows[19] = row(20, name="NguyÔn V¨n A")
    page = upload(client, invitation, sheet(*rows))
    assert page.status_code == 200
    result = page.context["result"]
    assert [(flawed.number, flawed.flaws[0].key) for flawed in result.flawed] == [
        (13, "name"),
        (18, "name"),
        (23, "name"),
    ]
    assert [text.split(":")[0] for text in problems(page)] == [
        "Dòng 18, cột B (Họ và tên)",
        "Dòng 23, cột B (Họ và tên)",
    ]
    assert "Nguyễn Văn A" in problems(page)[1]
    assert len(result.difference.added) == 27
    [warning] = page.context["warnings"]
    assert warning.place.startswith("Dòng 6, cột D")
    assert "0912 345 003" in warning.message
    # Still wrong: nothing is saved, and the person is told so.
    page = confirm(client, invitation, page)
    assert len(problems(page)) == 2
    assert not Registration.objects.exists()
    mended = {"d18-name": "Lý Thị Mười Lăm", "d23-name": "Nguyễn Văn A"}
    for number, phone in ((18, "0912 345 015"), (23, "0912 345 020")):
        mended |= {f"d{number}-phone": phone, f"d{number}-position": "Giáo viên"}
        mended |= {f"d{number}-audience": "public_employee", f"d{number}-note": ""}
    answer = confirm(client, invitation, page, **mended)
    assert answer["Location"] == address(invitation, "?da-luu")
    saved = Registration.objects.filter(invitation=invitation)
    assert saved.filter(state=RegistrationState.CONFIRMED).count() == 29
    assert saved.get(name="Nông Văn Ad").phone == "+84912345003"
    assert saved.filter(name=unicodedata.normalize("NFC", "Hoàng Thị Nở")).exists()
    consent = saved[0].consents.get(purpose="taking_part")
    assert (consent.text_version, consent.channel, consent.given) == (
        DECLARATION_VERSION,
        Channel.DELEGATION,
        True,
    )
    # The corrected file, twice: nothing changes any more.
    rows[14] = row(15, name="Lý Thị Mười Lăm")
    rows[19] = row(20, name="Nguyễn Văn A")
    before = list(Registration.objects.order_by("pk").values())
    steps = RegistrationChange.objects.count()
    for _time in range(2):
        page = upload(client, invitation, sheet(*rows))
        difference = page.context["difference"]
        assert (difference.added, difference.changed, difference.missing) == (
            (),
            (),
            (),
        )
        confirm(client, invitation, page)
    assert list(Registration.objects.order_by("pk").values()) == before
    assert RegistrationChange.objects.count() == steps


def test_a_number_in_a_note_is_one_to_look_at(client, invitation):
    noted = (*row(1)[:5], "CCCD 012345678901, gọi 0912 345 678")
    page = upload(client, invitation, sheet(noted, row(2)))
    found = [one.message for one in page.context["warnings"]]
    assert found == [
        "Có dãy 12 chữ số giống số căn cước.",
        "Có dãy số giống số điện thoại.",
    ]


def test_a_slip_in_an_address_is_one_to_look_at(client, invitation):
    file = io.BytesIO(
        workbook(
            ("Họ và tên", "Số ĐT", "Email"),
            ("Nông Văn Mẫu", "0912 345 678", "mau@gmail.con"),
        )
    )
    file.name = "danh sách.xlsx"
    [warning] = upload(client, invitation, file).context["warnings"]
    assert warning.message == "Có phải là “mau@gmail.com” không?"


def test_names_in_small_letters_are_offered_with_capitals_never_forced(
    client, invitation
):
    small = sheet(row(1, name="nông văn mẫu"), row(2), row(3, name="VI THỊ mơ"))
    shown = upload(client, invitation, small)
    assert shown.context["small_letters"] == [
        ("nông văn mẫu", "Nông Văn Mẫu"),
        ("VI THỊ mơ", "VI THỊ Mơ"),
    ]
    assert "Viết hoa 2 tên" in shown.content.decode()
    draft = DRAFT.search(shown.content.decode())[1]
    large = client.post(
        address(invitation, "xac-nhan/"), {"draft": draft, "capitals": "1"}
    )
    assert large.context["small_letters"] == []
    assert names(invitation) == []
    confirm(client, invitation, large)
    assert names(invitation) == ["Nông Văn Mẫu", "Nông Văn Ac", "VI THỊ Mơ"]


def test_names_in_small_letters_stay_so_where_nobody_asks(client, invitation):
    shown = upload(client, invitation, sheet(row(1, name="nông văn mẫu")))
    confirm(client, invitation, shown)
    assert names(invitation) == ["nông văn mẫu"]


def test_a_later_list_is_compared_and_nobody_leaves_unasked(client, invitation):
    page = upload(client, invitation, sheet(row(1), row(2), row(3)))
    confirm(client, invitation, page)
    tokens = dict(Registration.objects.values_list("name", "token"))
    later = sheet(row(1), row(2, phone="0987654321"), row(4))
    page = upload(client, invitation, later)
    difference = page.context["difference"]
    assert [one.name for one in difference.added] == ["Nông Văn Ae"]
    assert [one.details for one in difference.changed] == [("phone",)]
    assert [one.name for one in page.context["result"].missing] == ["Nông Văn Ad"]
    confirm(client, invitation, page)
    assert len(names(invitation)) == 4
    changed = Registration.objects.get(name="Nông Văn Ac")
    assert (changed.phone, changed.token) == ("+84987654321", tokens["Nông Văn Ac"])
    # Ticked, the one who is missing leaves.
    page = upload(client, invitation, sheet(row(1), row(2, phone="0987654321"), row(4)))
    [leaver] = page.context["result"].missing
    confirm(client, invitation, page, leaving=[leaver.pk])
    assert "Nông Văn Ad" not in names(invitation)
    assert len(names(invitation)) == 3


def test_the_button_pressed_twice_has_one_effect(client, invitation):
    page = upload(client, invitation, sheet(row(1), row(2)))
    for _time in range(2):
        assert confirm(client, invitation, page).status_code == 302
    assert len(names(invitation)) == 2


def test_going_back_and_mending_the_draft_is_not_a_second_press(client, invitation):
    page = upload(client, invitation, sheet(row(1), row(2, phone="12")))
    skipped = {"d5-name": "Nông Văn Ac", "d5-phone": "12", "d5-skip": "on"}
    confirm(client, invitation, page, **skipped)
    assert len(names(invitation)) == 1
    mended = {"d5-name": "Nông Văn Ac", "d5-phone": "0912345002"}
    confirm(client, invitation, page, **mended)
    assert len(names(invitation)) == 2


def test_without_the_declaration_nothing_is_saved(client, invitation):
    page = upload(client, invitation, sheet(row(1)))
    page = confirm(client, invitation, page, declared="")
    assert page.context["form"].errors["declared"]
    assert names(invitation) == []


def test_more_than_the_quota_is_said_with_the_numbers(client, event):
    invitation = invite(event, quota=2)
    page = upload(client, invitation, sheet(row(1), row(2), row(3)))
    page = confirm(client, invitation, page)
    [told] = problems(page)
    assert ("2" in told, "3" in told) == (True, True)
    assert names(invitation) == []


def test_somebody_registered_elsewhere_is_named(client, event, invitation):
    EventPage.objects.filter(pk=event.pk).update(individuals_on=True)
    already = somebody(1, name="Nông Văn Ac", phone="+84912345002")
    other = register(event, 1, attendee=already, now=timezone.now())
    page = upload(client, invitation, sheet(row(1), row(2)))
    [problem] = problems(page)
    assert problem.startswith("Dòng 5, cột B")
    assert other.token not in page.content.decode()
    left_out = {"d5-name": "Nông Văn Ac", "d5-phone": "0912 345 002", "d5-skip": "on"}
    assert confirm(client, invitation, page, **left_out).status_code == 302
    assert names(invitation) == ["Nông Văn Ab"]


def test_a_crowd_at_the_seats_keeps_the_list(client, invitation, monkeypatch):
    page = upload(client, invitation, sheet(row(1)))

    def busy(*_args, **_options):
        raise SeatsBusy

    with monkeypatch.context() as patched:
        patched.setattr(seats, "settle_delegation", busy)
        page = confirm(client, invitation, page)
    assert (page.status_code, page["Retry-After"]) == (503, "5")
    assert confirm(client, invitation, page).status_code == 302
    assert names(invitation) == ["Nông Văn Ab"]


def test_too_few_seats_and_no_waiting_list(client, event, invitation):
    EventPage.objects.filter(pk=event.pk).update(capacity=1, waiting_list_on=False)
    SeatCount.objects.filter(pk=event.pk).update(capacity=1)
    page = upload(client, invitation, sheet(row(1), row(2)))
    page = confirm(client, invitation, page)
    assert len(problems(page)) == 1
    assert names(invitation) == []


def test_a_preview_belongs_to_one_invitation_and_one_day(client, event, invitation):
    page = upload(client, invitation, sheet(row(1)))
    other = invite(event, "Trạm minh họa")
    draft = DRAFT.search(page.content.decode())[1]
    for place, sent in ((other, draft), (invitation, draft[:-3]), (invitation, "")):
        data = {"draft": sent, "confirm": "1", "declared": "on"}
        answer = client.post(address(place, "xac-nhan/"), data)
        assert answer["Location"] == address(place, "?het-han")
    old = page.context["result"].draft
    packed = old.pack(invitation.pk, timezone.now() - timedelta(hours=25))
    data = {"draft": packed, "confirm": "1", "declared": "on"}
    answer = client.post(address(invitation, "xac-nhan/"), data)
    assert answer["Location"].endswith("?het-han")
    assert not Registration.objects.exists()


def test_people_are_typed_in_by_hand(client, invitation):
    typed = {
        "nguoi-0-name": "Vi Thị Bé",
        "nguoi-0-phone": "0912345678",
        "nguoi-0-audience": "worker",
        "nguoi-0-position": "",
    }
    blank = {f"nguoi-1-{key}": "" for key in ("name", "phone", "position", "audience")}
    more = client.post(address(invitation, "nguoi/"), typed | blank | {"more": "1"})
    assert len(more.context["rows"].people) == 5
    assert b"Vi Th" in more.content
    page = client.post(address(invitation, "nguoi/"), typed | blank)
    assert [one.name for one in page.context["difference"].added] == ["Vi Thị Bé"]
    confirm(client, invitation, page)
    assert names(invitation) == ["Vi Thị Bé"]
    again = client.post(address(invitation, "nguoi/"), typed)
    assert [flaw.key for flaw in again.context["result"].flawed[0].flaws] == ["name"]
    empty = client.post(address(invitation, "nguoi/"), blank)
    assert problems(empty)


def test_the_template_is_read_back_without_its_example(client, invitation):
    answer = client.get(address(invitation, "mau.xlsx"))
    book = load_workbook(io.BytesIO(answer.content))
    page = book["Danh sách"]
    assert page.protection.sheet
    assert page["C4"].protection.locked
    assert not page["B6"].protection.locked
    assert page["D6"].number_format == "@"
    assert [rule.type for rule in page.data_validations.dataValidation][0] == "list"
    page["B6"], page["D6"], page["E6"] = "Vi Thị Bé", 912345678, "Công chức"
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    file.name = "mau.xlsx"
    preview = upload(client, invitation, file)
    [one] = preview.context["difference"].added
    assert (one.name, one.phone, one.audience) == (
        "Vi Thị Bé",
        "+84912345678",
        "official",
    )
    assert not preview.context["result"].flawed


def test_three_hundred_rows_survive_the_preview(client, event):
    invitation = invite(event, quota=400)
    EventPage.objects.filter(pk=event.pk).update(capacity=None)
    rows = [row(n, phone=f"0912 34{n:04d}"[:13]) for n in range(1, 61)]
    many = [
        (
            n,
            f"Nông Văn {letters(n % 100)} {letters(n // 100)}",
            "",
            f"091234{n:04d}",
            "",
            "",
        )
        for n in range(100, 340)
    ]
    page = upload(client, invitation, sheet(*rows, *many))
    draft = DRAFT.search(page.content.decode())[1]
    assert len(draft) < 100_000
    assert len(page.context["difference"].added) == 300
    data = {"draft": draft, "check": "1"}
    again = client.post(address(invitation, "xac-nhan/"), data)
    assert len(again.context["difference"].added) == 300


def test_a_good_row_is_corrected_or_left_out_on_the_page(client, invitation):
    page = upload(client, invitation, sheet(row(1), row(2)))
    assert [number for number, _, _ in page.context["added"]] == [4, 5]
    draft = DRAFT.search(page.content.decode())[1]
    opened = client.post(
        address(invitation, "xac-nhan/"), {"draft": draft, "open": "4"}
    )
    assert names(invitation) == []
    [group] = opened.context["form"].groups
    assert (group[0].number, group[0].flaws) == (4, [])
    cells = {"position": "", "audience": "", "note": "", "phone": "0912345001"}
    typed = {f"d4-{key}": text for key, text in cells.items()}
    confirm(client, invitation, opened, **typed, **{"d4-name": "Nông Văn Mới"})
    assert names(invitation) == ["Nông Văn Mới", "Nông Văn Ac"]


def test_an_opened_row_may_be_left_out(client, invitation):
    page = upload(client, invitation, sheet(row(1), row(2)))
    draft = DRAFT.search(page.content.decode())[1]
    opened = client.post(
        address(invitation, "xac-nhan/"), {"draft": draft, "open": "4"}
    )
    kept = {"d4-name": "Nông Văn Ab", "d4-phone": "0912345001", "d4-skip": "on"}
    confirm(client, invitation, opened, **kept)
    assert names(invitation) == ["Nông Văn Ac"]


def test_too_many_people_are_said_before_anybody_confirms(client, event):
    invitation = invite(event, "Trạm minh họa", quota=1)
    page = upload(client, invitation, sheet(row(1), row(2)))
    assert "2" in page.context["over_quota"]
    assert page.context["over_quota"] in page.content.decode()
    assert not upload(client, invitation, sheet(row(1))).context["over_quota"]
