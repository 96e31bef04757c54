"""The page of an invitation in every state, and files it cannot read."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from events.enums import Circumstance, RegistrationState
from events.models import EventPage, Invitation, Registration
from events.tests.delegations.test_review import (
    DRAFT,
    address,
    confirm,
    names,
    problems,
    row,
    sheet,
    upload,
)
from events.tests.scenario import add_event, invite
from portal.tests.tabular.files import raw_workbook, said

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def invitation(front):
    coming = timezone.localdate() + timedelta(days=30)
    return invite(add_event(capacity=None, starts_on=coming), quota=40)


def fill(client, invitation, count: int) -> None:
    page = upload(client, invitation, sheet(*map(row, range(1, count + 1))))
    assert confirm(client, invitation, page).status_code == 302


def change(invitation, **terms) -> None:
    EventPage.objects.filter(pk=invitation.event_id).update(**terms)


def test_nobody_keeps_the_address_or_passes_it_on(client, invitation):
    answer = client.get(address(invitation))
    assert answer.status_code == 200
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert answer["Referrer-Policy"] == "same-origin"
    assert "noindex" in answer["X-Robots-Tag"]
    assert f'rel="canonical" href="{address(invitation)}' not in answer.content.decode()


def test_unknown_and_withdrawn_links_have_answers(client, invitation):
    assert client.get("/dang-ky-doan/khong-co/").status_code == 404
    fill(client, invitation, 1)
    Invitation.objects.update(revoked_at=timezone.now())
    answer = client.get(address(invitation))
    assert answer.status_code == 410
    assert "Nông" not in answer.content.decode()
    assert client.post(address(invitation, "xac-nhan/")).status_code == 410
    Invitation.objects.update(revoked_at=None)
    change(invitation, live=False)
    assert client.get(address(invitation)).status_code == 410


@pytest.mark.parametrize(
    ("terms", "phase", "may_edit"),
    [
        ({"circumstance": Circumstance.CANCELLED}, "cancelled", False),
        ({"circumstance": Circumstance.POSTPONED}, "postponed", True),
        ({"closes_at": timezone.now() - timedelta(days=1)}, "closed", True),
        ({"opens_at": timezone.now() + timedelta(days=9)}, "not_yet_open", True),
        (
            {"starts_on": timezone.localdate() - timedelta(days=2), "ends_on": None},
            "past",
            False,
        ),
    ],
)
def test_outside_the_window_the_list_is_shown_and_not_taken(
    client, invitation, terms, phase, may_edit
):
    fill(client, invitation, 1)
    page = upload(client, invitation, sheet(row(2)))
    change(invitation, **terms)
    answer = client.get(address(invitation))
    mine = answer.context["mine"]
    assert (answer.context["status"].phase, mine.may_add, mine.may_edit) == (
        phase,
        False,
        may_edit,
    )
    assert "Nông Văn Ab" in answer.content.decode()
    assert b'type="file"' not in answer.content
    assert upload(client, invitation, sheet(row(2))).status_code == 302
    # A preview opened in time and sent too late is kept, with the reason.
    late = confirm(client, invitation, page)
    assert late.status_code == 200
    assert problems(late)
    assert len(names(invitation)) == 1


def test_a_person_is_corrected_and_withdrawn(client, invitation):
    fill(client, invitation, 2)
    person = Registration.objects.get(name="Nông Văn Ab")
    place = address(invitation, f"nguoi/{person.pk}/")
    data = {
        "name": "Nông Văn Ất",
        "phone": "0912 345 67",
        "position": "Y sĩ",
        "audience": "cadre",
        "email": "",
        "note": "",
        "revision": person.revision,
    }
    wrong = client.post(place, data)
    assert list(wrong.context["form"].errors) == ["phone"]
    assert client.post(place, data | {"phone": "0912345678"}).status_code == 302
    person.refresh_from_db()
    assert (person.name, person.phone) == ("Nông Văn Ất", "+84912345678")
    small = data | {"phone": "0912345678", "name": "nông văn ất"}
    small["revision"] = person.revision
    asked = client.post(place, small)
    assert 'value="Nông Văn Ất"' in asked.content.decode()
    assert list(asked.context["form"].errors) == ["spelling"]
    stale = client.post(place, data | {"phone": "0912345678"})
    assert stale.context["form"].non_field_errors()
    taken = data | {"name": "Nông Văn Ac", "phone": "0912345002"}
    taken["revision"] = person.revision
    assert "name" in client.post(place, taken).context["form"].errors
    assert client.get(f"{place}rut/").status_code == 200
    assert len(names(invitation)) == 2
    assert client.post(f"{place}rut/").status_code == 302
    person.refresh_from_db()
    assert person.state == RegistrationState.CANCELLED
    assert client.post(f"{place}rut/").status_code == 302


def test_a_number_in_a_members_note_is_asked_about_below_it(client, invitation):
    fill(client, invitation, 1)
    person = Registration.objects.get()
    place = address(invitation, f"nguoi/{person.pk}/")
    assert b"keep_numbers" not in client.get(place).content
    data = {
        "name": person.name,
        "phone": "0912345678",
        "audience": "cadre",
        "note": "CCCD 012345678901",
        "revision": person.revision,
    }
    asked = client.post(place, data)
    assert list(asked.context["form"].errors) == ["note"]
    page = asked.content.decode()
    assert page.index('name="note"') < page.index('name="keep_numbers"')
    assert client.post(place, data | {"keep_numbers": "on"}).status_code == 302


def test_one_agency_does_not_reach_the_people_of_another(client, invitation):
    fill(client, invitation, 1)
    person = Registration.objects.get()
    other = invite(invitation.event, "Trạm minh họa")
    place = address(other, f"nguoi/{person.pk}/")
    assert client.get(place).status_code == 302
    assert client.post(f"{place}rut/").status_code == 302
    page = upload(client, other, sheet(row(7)))
    confirm(client, other, page, leaving=[person.pk])
    person.refresh_from_db()
    assert person.state == RegistrationState.CONFIRMED


def packed_bomb() -> bytes:
    """A workbook that is 200 MB once unpacked."""
    raw = io.BytesIO(raw_workbook(""))
    with (
        zipfile.ZipFile(raw, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/media/large.bin", "w") as part,
    ):
        for _megabyte in range(200):
            part.write(bytes(1024 * 1024))
    return raw.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        b"Xin,chao\n1,2",
        b"x" * (2 * 1024 * 1024 + 1),
        packed_bomb(),
    ],
    ids=["empty", "pdf", "ole", "other columns", "large", "unpacks large"],
)
def test_a_file_that_cannot_be_read_is_told_why(client, invitation, raw):
    file = io.BytesIO(raw)
    file.name = "danh-sach.xlsx"
    answer = upload(client, invitation, file)
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert not Registration.objects.exists()


def test_a_csv_named_as_a_workbook_is_read_and_formulas_are_named(client, invitation):
    file = io.BytesIO("Ho va ten;DIEN THOAI\nVi Thị Bé;912345678\n".encode())
    file.name = "danh-sach.xlsx"
    page = upload(client, invitation, file)
    assert [one.name for one in page.context["difference"].added] == ["Vi Thị Bé"]
    assert page.context["result"].draft.notes
    formula = raw_workbook(
        f'<row r="1">{said("A1", "Họ và tên")}{said("B1", "Điện thoại")}</row>'
        f'<row r="2">{said("A2", "Vi Thị Bé")}<c r="B2"><f>1+1</f></c></row>'
    )
    file = io.BytesIO(formula)
    file.name = "cong-thuc.xlsx"
    [problem] = problems(upload(client, invitation, file))
    assert problem.startswith("Dòng 2, cột B (Điện thoại)")


def refused(client, invitation, text: str, name: str) -> str:
    file = io.BytesIO(text.encode())
    file.name = name
    [told] = problems(upload(client, invitation, file))
    return told


def test_a_text_that_is_called_a_workbook_is_told_to_be_none(client, invitation):
    told = refused(client, invitation, "Kính gửi quý đơn vị\n", "danh-sach.xlsx")
    assert "không phải tệp Excel" in told and "dòng tiêu đề" not in told


def test_of_missing_headings_only_those_that_are_needed_are_named(client, invitation):
    told = refused(client, invitation, "Xin chào\n1\n", "danh-sach.csv")
    assert "Các cột cần có: Họ và tên, Điện thoại." in told


def test_rows_to_mend_are_counted_without_those_that_are_left_out(client, invitation):
    wrong = [row(number, phone="12") for number in (2, 3)]
    page = upload(client, invitation, sheet(row(1), row(1), *wrong))
    html = " ".join(page.content.decode().split())
    assert "2 mục cần sửa" in html
    assert "2 dòng; các dòng khác đã đúng" in html
    assert "1 dòng được bỏ qua" in html


def test_several_cells_in_a_name_are_told_to_be_several_people(client, invitation):
    typed = {"nguoi-0-name": "1\tVi Thị Bé\t0912345678", "nguoi-0-phone": "0912345678"}
    page = client.post(address(invitation, "nguoi/"), typed)
    assert "gửi cả danh sách" in " ".join(problems(page))


def test_a_name_of_spaces_or_of_three_hundred_letters_is_refused(client, invitation):
    page = upload(client, invitation, sheet(row(1, name="   "), row(2, name="a" * 300)))
    assert len(page.context["result"].flawed) == 2
    assert DRAFT.search(page.content.decode())


def test_many_people_cost_no_more_queries(
    client, invitation, django_assert_max_num_queries
):
    client.get(address(invitation))
    costs = []
    for count in (3, 30):
        fill(client, invitation, count)
        with django_assert_max_num_queries(40) as shown:
            client.get(address(invitation))
        with django_assert_max_num_queries(40) as previewed:
            upload(client, invitation, sheet(*map(row, range(1, count + 9))))
        costs.append((len(shown), len(previewed)))
    assert costs[0] == costs[1]
